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
        case readFile(SpecialFile, SpaceID)
        case writeFile(SpecialFile, SpaceID)
        case setSpecial(SpecialFile, SpaceID)
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
    private(set) var files: [SpaceID: [SpecialFile: FileContent]] = [:]
    private var written = 0

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

    package func document(of id: SpaceID) async throws(SpacesFailure) -> [UInt8] {
        let space = try await space(id)
        return Array(#"{"id":"\#(space.id.rawValue)","name":"\#(space.name)"}"#.utf8)
    }

    package func create(
        _ draft: SpaceDraft, besides namesakes: Set<SpaceID>
    ) async throws(SpacesFailure) -> Space {
        try begin(.create(draft))
        let operation = Operation.create(name: draft.name)
        try check(draft, operation)
        created += 1
        let space = Space(
            draft, id: SpaceID("storage$created-\(created)"), manager: signedIn, modified: now())
        stored.append(space)
        return space
    }

    package func edit(_ edit: SpaceEdit, startingFrom base: Space) async throws(SpacesFailure) -> Space {
        try begin(.edit(base.id, edit))
        let operation = Operation.edit(name: base.name, edit)
        try check(edit, operation)
        let index = try index(of: base.id, operation)
        let rest = try edit.rest(startingFrom: base, onto: stored[index].asTold)
        if rest.isEmpty { return stored[index].asTold }
        stored[index].apply(rest)
        stored[index].modified = now()
        return stored[index].asTold
    }

    package func disable(_ seen: Space) async throws(SpacesFailure) {
        try begin(.disable(seen.id))
        let operation = Operation.disable(name: seen.name)
        let index = try index(of: seen.id, operation)
        if let difference = stored[index].difference(toConfirmed: seen, operation) { throw difference }
        if !stored[index].isDisabled { stored[index].setDisabled(true) }
    }

    package func restore(_ seen: Space) async throws(SpacesFailure) -> Space {
        try begin(.restore(seen.id))
        let index = try index(of: seen.id, .restore(name: seen.name))
        if stored[index].isDisabled { stored[index].setDisabled(false) }
        return stored[index].asTold
    }

    package func purge(_ seen: Space) async throws(SpacesFailure) {
        try begin(.purge(seen.id))
        let operation = Operation.purge(name: seen.name)
        let index = try index(of: seen.id, operation)
        if let difference = stored[index].difference(toConfirmed: seen, operation) { throw difference }
        guard stored[index].isDisabled else { throw .refusal(operation, "can't purge enabled space") }
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

    package func follow(_ tell: @escaping @Sendable (ServerEvent) -> Void) async throws(SpacesFailure) {
        throw .make(.events, .refused, reason: "this server tells of nothing", advice: "")
    }

    package func capabilities() async throws(SpacesFailure) -> ServerCapabilities {
        try begin(.capabilities)
        return installation
    }

    func begin(_ call: Call) throws(SpacesFailure) {
        calls.append(call)
        if !coming.isEmpty { throw coming.removeFirst() }
    }

    /// Keeps a file, as someone else would behind the program's back.
    package func putFile(_ bytes: [UInt8], as kind: SpecialFile, of space: SpaceID) {
        written += 1
        files[space, default: [:]][kind] = FileContent(bytes: bytes, eTag: "\"v\(written)\"")
    }

    func change(
        _ id: SpaceID, _ operation: Operation, _ change: (inout Space) -> Void
    ) throws(SpacesFailure) -> Space {
        let index = try index(of: id, operation)
        change(&stored[index])
        return stored[index].asTold
    }

    func index(of id: SpaceID, _ operation: Operation) throws(SpacesFailure) -> Int {
        guard let index = stored.firstIndex(where: { $0.id == id }) else { throw .missing(operation) }
        return index
    }
}
