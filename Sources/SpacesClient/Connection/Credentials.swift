import Localization
import Foundation

/// How to prove to a server who one is. Prints as its kind only, so that no log ever holds a secret.
package enum Credentials: Equatable, Sendable {
    /// A user's name with the password or an app token (RFC 7617).
    case basic(user: String, password: String)
    /// An access token (RFC 6750).
    case bearer(String)

    /// The value of the `Authorization` header.
    var authorization: String {
        switch self {
        case .basic(let user, let password): "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
        case .bearer(let token): "Bearer " + token
        }
    }

    /// Why these cannot be sent, or `nil`.
    package var problem: ConnectionProblem? {
        switch self {
        case .basic(let user, let password):
            if user.isEmpty {
                return ConnectionProblem(localized("No user name given: sign in with --user or with a token."))
            }
            if user.contains(":") {
                return ConnectionProblem(
                    localized("A user name with a colon cannot be sent by Basic authentication; use a token."))
            }
            if (user + password).unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                return ConnectionProblem(
                    localized("User name or password holds a control character, such as a line break."))
            }
            return nil
        case .bearer(let token):
            // RFC 6750 §2.1; anything else could break out of the header.
            let isToken = !token.isEmpty && token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            return isToken
                ? nil : ConnectionProblem(localized("The token is empty or holds blanks; give it as one line."))
        }
    }

    /// True for a user name and a password.
    var isBasic: Bool {
        if case .basic = self { true } else { false }
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { isBasic ? "basic" : "bearer" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
