import HTTPTypes

/// The name and the password that a page was given.
struct SignInCredentials: Sendable {
    let username: String
    private let password: String

    /// Why nobody is signed in, for the same page.
    struct Refusal: Error {
        let sentence: String
        let status: HTTPResponse.Status
        /// In seconds.
        var retryAfter: Int64?
    }

    init(_ form: Form) {
        username = form["username"]?.trimmed ?? ""
        password = form["password"] ?? ""
    }

    /// In seconds, or from two minutes on in minutes: the page does not know the reader's time of day.
    private static func span(_ seconds: Int64) -> String {
        seconds < 120 ? "\(seconds) s" : "\((seconds + 59) / 60) minutes"
    }

    /// Who it is; the sentence does not tell whether the name or the password is wrong.
    func verdict(by authenticator: Authenticator) async throws -> Result<User, Refusal> {
        switch try await authenticator.verdict(on: username, password: password) {
        case .caller(let user): .success(user)
        case .nobody:
            .failure(Refusal(sentence: "That user name and that password do not go together.", status: .unauthorized))
        case .tooManyGuesses(let seconds):
            .failure(
                Refusal(
                    sentence: "Too many wrong passwords for this name. Try again in \(Self.span(seconds)).",
                    status: .tooManyRequests, retryAfter: seconds))
        }
    }
}
