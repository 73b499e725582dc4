package import Foundation
package import SpacesModel

/// The twin of `HTTPSpacesService` for tests: keeps spaces in memory and follows the rules of a server.
///
/// It records every call, and can be told to fail the next ones.
package actor InMemorySpacesService: SpacesService {
    /// A call as it was made.
    package enum Call: Equatable, Sendable {
        case list(SpaceQuery)
        case read(SpaceID)
        case create(SpaceDraft)
        case edit(SpaceID, SpaceEdit)
        case disable(SpaceID)
        case restore(SpaceID)
        case purge(SpaceID)
        case account, permissions, capabilities
        case members(SpaceID)
        case invite(Invitation, SpaceID)
        case change(Member, MemberChange, SpaceID)
        case remove(Member, SpaceID)
        case people(String)
    }

    /// The calls made so far, in their order.
    package private(set) var calls: [Call] = []
    /// The spaces as they are kept, disabled ones with the content that a restore brings back.
    package internal(set) var stored: [Space]
    /// Whom a search can find.
    package internal(set) var directory: [Person] = []
    /// What lists report as unreadable beside the spaces.
    private var unreadable: [UnreadableSpace] = []

    let signedIn: Account
    let held: Permissions
    let installation: ServerCapabilities
    let now: @Sendable () -> Date
    private var coming: [SpacesFailure] = []
    private var created = 0

    package init(
        spaces: [Space] = [],
        account: Account = Account(id: "8fd480f1", displayName: "Admin", userName: "admin"),
        permissions: Permissions = Permissions(Set(Permission.allCases)),
        capabilities: ServerCapabilities = ServerCapabilities(product: "In memory", version: "1.0"),
        now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_700_000_000) }
    ) {
        stored = spaces
        signedIn = account
        held = permissions
        installation = capabilities
        self.now = now
    }

    /// Lets the next call fail; called again, the one after it, and so on.
    package func failNext(with failure: SpacesFailure) {
        coming.append(failure)
    }

    /// Changes what is kept, as someone else would behind the program's back.
    package func replaceSpaces(_ spaces: [Space], unreadable: [UnreadableSpace] = []) {
        stored = spaces
        self.unreadable = unreadable
    }

    package func spaces(
        _ query: SpaceQuery, onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing {
        try begin(.list(query))
        let found = stored.filter { query.accepts($0, for: signedIn) }.map(\.asTold)
        for count in stride(from: 1000, through: found.count, by: 1000) { onProgress?(count) }
        return SpaceListing(spaces: query.ordered(found), unreadable: unreadable)
    }

    package func space(_ id: SpaceID) async throws(SpacesFailure) -> Space {
        try begin(.read(id))
        return stored[try index(of: id, .read(name: nil))].asTold
    }

    package func create(_ draft: SpaceDraft) async throws(SpacesFailure) -> Space {
        try begin(.create(draft))
        let operation = Operation.create(name: draft.name)
        try check(draft, operation)
        created += 1
        let space = Space(
            draft, id: SpaceID("storage$created-\(created)"), manager: signedIn, modified: now())
        stored.append(space)
        return space
    }

    package func edit(_ id: SpaceID, _ edit: SpaceEdit) async throws(SpacesFailure) -> Space {
        try begin(.edit(id, edit))
        let operation = Operation.edit(name: nil, edit)
        try check(edit, operation)
        let index = try index(of: id, operation)
        stored[index].apply(edit)
        stored[index].modified = now()
        return stored[index].asTold
    }

    package func disable(_ id: SpaceID) async throws(SpacesFailure) {
        try begin(.disable(id))
        stored[try index(of: id, .disable(name: nil))].setDisabled(true)
    }

    package func restore(_ id: SpaceID) async throws(SpacesFailure) -> Space {
        try begin(.restore(id))
        let index = try index(of: id, .restore(name: nil))
        stored[index].setDisabled(false)
        return stored[index].asTold
    }

    package func purge(_ id: SpaceID) async throws(SpacesFailure) {
        try begin(.purge(id))
        let index = try index(of: id, .purge(name: nil))
        guard stored[index].isDisabled else { throw .refusal(.purge(name: nil), "can't purge enabled space") }
        stored.remove(at: index)
    }

    package func account() async throws(SpacesFailure) -> Account {
        try begin(.account)
        return signedIn
    }

    package func permissions(of account: Account) async throws(SpacesFailure) -> Permissions {
        try begin(.permissions)
        return held
    }

    package func capabilities() async throws(SpacesFailure) -> ServerCapabilities {
        try begin(.capabilities)
        return installation
    }

    func begin(_ call: Call) throws(SpacesFailure) {
        calls.append(call)
        if !coming.isEmpty { throw coming.removeFirst() }
    }

    func index(of id: SpaceID, _ operation: Operation) throws(SpacesFailure) -> Int {
        guard let index = stored.firstIndex(where: { $0.id == id }) else { throw .missing(operation) }
        return index
    }
}
