import HTTPTypes

extension HTTPField.Name {
    /// The id of a request that is in the log and in an error's body.
    static let requestID = HTTPField.Name("X-Request-Id") ?? .server
    /// The version that the recorded server called itself (recording 005).
    static let graphVersion = HTTPField.Name("X-Graph-Version") ?? .server
    /// `no-cache` for caches that know nothing newer (RFC 6749 §5.1).
    static let pragma = HTTPField.Name("Pragma") ?? .server
    /// That a second factor would open what is refused.
    static let secondFactorRequired = HTTPField.Name("X-Ocis-Mfa-Required") ?? .server
    /// What a page tells those whom it leads to.
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .server
}
