/// Where everything is, as in the real server's provider; what that one lacks lies beside the rest
/// (docs/server-behaviour.md §7.5).
enum SignInPath {
    static let authorize = "/signin/v1/identifier/_/authorize"
    static let endSession = "/signin/v1/identifier/_/endsession"
    static let token = "/konnect/v1/token"
    static let userinfo = "/konnect/v1/userinfo"
    static let keys = "/konnect/v1/jwks.json"
    /// Not in the real one (RFC 7009).
    static let revoke = "/konnect/v1/revoke"
    /// Not in the real one (RFC 8628 §3.1).
    static let device = "/konnect/v1/device_authorization"
    /// The page where a person enters the code that a device shows.
    static let devicePage = "/signin/v1/device"
}
