/// The certificate by which this program proves to a server who it is, with its key, in PEM files.
package struct ClientCertificate: Hashable, Sendable {
    /// The certificate, and after it those that vouch for it.
    package var certificateFile: String
    /// Its private key, not encrypted; may be the same file.
    package var keyFile: String

    package init(certificateFile: String, keyFile: String) {
        self.certificateFile = certificateFile
        self.keyFile = keyFile
    }
}
