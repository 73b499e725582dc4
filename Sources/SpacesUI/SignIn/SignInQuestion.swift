import SpacesClient

/// The question whether to sign in here and now.
package struct SignInQuestion: Equatable, Sendable {
    /// What was refused, or why the last attempt came to nothing; `nil` for who asked for it.
    var reason: String?
    /// Whether a sign-in has ended, or there never was one.
    var hasEnded = true
}

/// How the person stands with the server.
struct SignInStanding: Equatable, Sendable {
    /// Why requests are refused until the person signs in again; `nil` as long as they are not.
    var end: SpacesFailure?
    /// Whether that was offered since. It is not offered with every request that fails.
    var isOffered = false
    /// What the server said when it wanted a second factor for the list of all spaces; the person's own are asked for
    /// until somebody has it loaded again.
    var secondFactor: SpacesFailure?
}
