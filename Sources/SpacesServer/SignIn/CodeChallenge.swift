import Crypto
import Foundation

/// Proof that who redeems a code is who asked for it: PKCE (RFC 7636).
struct CodeChallenge: Sendable, Equatable {
    let value: String
    let method: Method

    /// How the challenge comes from the verifier.
    enum Method: String, Sendable {
        case plain
        case sha256 = "S256"
    }

    /// - Parameter method: As sent; none is `plain`, as the RFC has it.
    init(_ value: String, method: String?) throws(OAuthError) {
        guard let method = Method(rawValue: method ?? "plain") else {
            throw OAuthError(.invalidRequest, "code_challenge_method must be S256 or plain")
        }
        guard Self.isWellFormed(value) else {
            throw OAuthError(.invalidRequest, "code_challenge must be 43 to 128 unreserved characters")
        }
        self.value = value
        self.method = method
    }

    /// Whether the verifier is the one that the challenge was made from.
    func accepts(_ verifier: String) -> Bool {
        guard Self.isWellFormed(verifier) else { return false }
        switch method {
        case .plain: return RandomToken.areEqual(verifier, value)
        case .sha256: return RandomToken.areEqual(RandomToken.digest(verifier).base64URL, value)
        }
    }

    private static func isWellFormed(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z0-9\-._~]{43,128}/) != nil
    }
}
