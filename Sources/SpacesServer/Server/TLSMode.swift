/// Whether the server speaks TLS.
package enum TLSMode: Sendable, Equatable {
    case off
    /// With a certificate of its own, made at the first start and kept beside the database.
    case selfSigned
}
