import HTTPTypes

/// A refusal in the words of OAuth 2.0 (RFC 6749 §4.1.2.1 and §5.2, RFC 8628 §3.5, OpenID Connect Core §3.1.2.6).
struct OAuthError: Error, Equatable {
    let code: Code
    /// A fixed sentence: nothing that the client sent, and neither quotes nor backslashes, which the protocol forbids.
    let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// The codes that this server uses.
    enum Code: String, Sendable {
        case accessDenied = "access_denied"
        case authorizationPending = "authorization_pending"
        case expiredToken = "expired_token"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        case invalidRequest = "invalid_request"
        case invalidScope = "invalid_scope"
        case loginRequired = "login_required"
        case requestNotSupported = "request_not_supported"
        case requestURINotSupported = "request_uri_not_supported"
        case slowDown = "slow_down"
        case unsupportedGrantType = "unsupported_grant_type"
        case unsupportedResponseType = "unsupported_response_type"
    }

    var status: HTTPResponse.Status {
        code == .invalidClient ? .unauthorized : .badRequest
    }
}
