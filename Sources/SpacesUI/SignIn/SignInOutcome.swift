/// What came of a sign-in on the terminal.
package enum SignInOutcome: Equatable, Sendable {
    /// It worked; the requests of the program are sent with it from now on.
    case signedIn(user: String)
    /// It came to nothing, for the reason in this sentence.
    case failed(String)
    /// The person gave it up.
    case cancelled
}
