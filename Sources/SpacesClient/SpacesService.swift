package import SpacesModel

/// A spaces server, as the program sees it: every operation of the Spaces API, asynchronous and cancellable.
///
/// The seam between the program and the network: `HTTPSpacesService` talks to a real server, `InMemorySpacesService` stands
/// in for one in tests. Every call throws one typed failure.
package protocol SpacesService: MembersService {
    /// Lists spaces; `onProgress` is told how many have been read so far, while a long answer is still arriving.
    func spaces(
        _ query: SpaceQuery, onProgress: (@Sendable (Int) -> Void)?
    ) async throws(SpacesFailure) -> SpaceListing
    func space(_ id: SpaceID) async throws(SpacesFailure) -> Space
    /// Makes a space and returns it as the server stored it. Never repeated by itself: a repetition makes a second one.
    func create(_ draft: SpaceDraft) async throws(SpacesFailure) -> Space
    /// Sends the fields that change and returns the space as the server stored it.
    func edit(_ id: SpaceID, _ edit: SpaceEdit) async throws(SpacesFailure) -> Space
    /// Disables a space: its content is kept and nobody reaches it.
    func disable(_ id: SpaceID) async throws(SpacesFailure)
    /// Enables a disabled space again.
    func restore(_ id: SpaceID) async throws(SpacesFailure) -> Space
    /// Deletes a disabled space and its content for ever.
    func purge(_ id: SpaceID) async throws(SpacesFailure)
    /// Who is signed in.
    func account() async throws(SpacesFailure) -> Account
    /// What the account may do.
    func permissions(of account: Account) async throws(SpacesFailure) -> Permissions
    /// What the installation is and allows.
    func capabilities() async throws(SpacesFailure) -> ServerCapabilities
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

/// An entry of a list that is no space which this program can read.
package struct UnreadableSpace: Equatable, Sendable {
    /// Its place in the list, from zero.
    package var index: Int
    /// What is wrong with it, naming the property.
    package var reason: String

    package init(index: Int, reason: String) {
        self.index = index
        self.reason = reason
    }
}
