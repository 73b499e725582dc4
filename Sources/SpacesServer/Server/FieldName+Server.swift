import HTTPTypes

extension HTTPField.Name {
    /// The id of a request that is in the log and in an error's body.
    static let requestID = HTTPField.Name("X-Request-Id") ?? .server
    /// The version that the recorded server called itself (recording 005).
    static let graphVersion = HTTPField.Name("X-Graph-Version") ?? .server
}
