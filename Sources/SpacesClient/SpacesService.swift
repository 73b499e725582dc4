package import SpacesModel

/// A spaces server, as the program sees it: every operation of the Spaces API, asynchronous and cancellable.
///
/// The seam between the program and the network: `HTTPSpacesService` talks to a real server, `InMemorySpacesService` stands
/// in for one in tests. Every call throws one typed failure.
package protocol SpacesService: MembersService, SpaceFileService {
    /// Lists spaces; `onProgress` is told how many have been read so far, while a long answer is still arriving.
    func spaces(
        _ query: SpaceQuery, onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing
    func space(_ id: SpaceID) async throws(SpacesFailure) -> Space
    /// The answer about a space as the server gives it: the bytes of a JSON text.
    func document(of id: SpaceID) async throws(SpacesFailure) -> [UInt8]
    /// Makes a space and returns it as the server stored it. Never repeated by itself: a repetition makes a second one.
    ///
    /// Names need not be unique, so `namesakes` tells the spaces that had this name already: when the answer is lost, a
    /// space of this name that is none of them is the new one.
    func create(_ draft: SpaceDraft, besides namesakes: Set<SpaceID>) async throws(SpacesFailure) -> Space
    /// Sends the fields that change and returns the space as the server stored it.
    ///
    /// Reads the space first, and fails as `.conflict` where someone else changed one of these fields, or disabled or
    /// restored the space, after `base` was read. What has its wanted value already is not sent.
    func edit(_ edit: SpaceEdit, startingFrom base: Space) async throws(SpacesFailure) -> Space
    /// Disables a space: its content is kept and nobody reaches it.
    ///
    /// Reads the space first, and fails as `.changedMeanwhile` where it is no longer the one that was `seen`.
    func disable(_ seen: Space) async throws(SpacesFailure)
    /// Enables a disabled space again.
    func restore(_ seen: Space) async throws(SpacesFailure) -> Space
    /// Deletes a disabled space and its content for ever; fails as `.changedMeanwhile` like `disable`.
    func purge(_ seen: Space) async throws(SpacesFailure)
    /// Who is signed in.
    func account() async throws(SpacesFailure) -> Account
    /// What the account may do.
    func permissions(of account: Account) async throws(SpacesFailure) -> Permissions
    /// Follows what the server tells by itself, until the task is cancelled; throws where the server does not offer it. A lost
    /// connection is made anew, after ever longer waits.
    func follow(_ tell: @escaping @Sendable (ServerEvent) -> Void) async throws(SpacesFailure)
    /// What the installation is and allows.
    func capabilities() async throws(SpacesFailure) -> ServerCapabilities
}

extension SpacesService {
    /// Makes a space whose name no other had, as far as is known.
    package func create(_ draft: SpaceDraft) async throws(SpacesFailure) -> Space {
        try await create(draft, besides: [])
    }
}

/// The answer to a list request.
package struct SpaceListing: Equatable, Sendable {
    package var spaces: [Space]
    /// The entries that could not be read: they are reported, and the others are shown.
    package var unreadable: [UnreadableSpace]

    package init(spaces: [Space], unreadable: [UnreadableSpace] = []) {
        self.spaces = spaces
        self.unreadable = unreadable
    }
}
