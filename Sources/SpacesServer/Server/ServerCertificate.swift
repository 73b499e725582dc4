import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The server's own certificate: made at the first start, kept beside the database with its key.
struct ServerCertificate {
    let certificatePEM: String
    private let keyPEM: String
    /// SHA-256 of the certificate in pairs of hexadecimal digits, to be compared by eye.
    let fingerprint: String

    /// Reads the certificate beside a database file, or makes it; for a database in memory it lives as long.
    static func load(beside location: DatabaseLocation, host: String, now: Timestamp) throws -> ServerCertificate {
        guard case .file(let path) = location else { return try make(host: host, now: now) }
        let certificateFile = URL(filePath: path + ".certificate.pem")
        let keyFile = URL(filePath: path + ".key.pem")
        if FileManager.default.fileExists(atPath: certificateFile.path()) {
            return try ServerCertificate(
                certificatePEM: String(contentsOf: certificateFile, encoding: .utf8),
                keyPEM: String(contentsOf: keyFile, encoding: .utf8))
        }
        let certificate = try make(host: host, now: now)
        // The key comes first: a certificate without its key would keep the server from starting again.
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard
            FileManager.default.createFile(
                atPath: keyFile.path(), contents: Data(certificate.keyPEM.utf8), attributes: attributes)
        else { throw SpacesServer.Refusal(description: "cannot write \(keyFile.path())") }
        try Data(certificate.certificatePEM.utf8).write(to: certificateFile, options: .atomic)
        return certificate
    }

    private init(certificatePEM: String, keyPEM: String) throws {
        self.certificatePEM = certificatePEM
        self.keyPEM = keyPEM
        let document = try PEMDocument(pemString: certificatePEM)
        fingerprint = SHA256.hash(data: document.derBytes).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
        }.joined(separator: ":")
    }

    private static func make(host: String, now: Timestamp) throws -> ServerCertificate {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let name = try DistinguishedName { CommonName("spaces-server") }
        let start = Date(timeIntervalSince1970: Double(now.nanoseconds) / 1e9)
        let year: TimeInterval = 365 * 86400
        var names: [GeneralName] = [.dnsName("localhost")]
        for address in ["127.0.0.1", host] {
            let bytes = address.split(separator: ".").compactMap { UInt8($0) }
            if bytes.count == 4 { names.append(.ipAddress(ASN1OctetString(contentBytes: bytes[...]))) }
        }
        names.append(.ipAddress(ASN1OctetString(contentBytes: (Array(repeating: UInt8(0), count: 15) + [1])[...])))
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: start.addingTimeInterval(-86400), notValidAfter: start.addingTimeInterval(5 * year),
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                SubjectAlternativeNames(names)
            },
            issuerPrivateKey: key)
        return try ServerCertificate(
            certificatePEM: certificate.serializeAsPEM().pemString, keyPEM: key.serializeAsPEM().pemString)
    }

    /// What the network layer needs.
    func configuration() throws -> TLSConfiguration {
        .makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificatePEM.utf8)).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(keyPEM.utf8), format: .pem)))
    }
}
