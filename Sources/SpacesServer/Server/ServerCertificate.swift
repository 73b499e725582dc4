import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The server's own certificate: made at the first start, kept beside the database with its key, and made anew when it
/// is about to expire or the server has another name.
struct ServerCertificate {
    let certificatePEM: String
    private let keyPEM: String
    /// SHA-256 of the certificate in pairs of hexadecimal digits, to be compared by eye.
    let fingerprint: String

    /// Two years: long enough to be trusted once, and short enough for clients that refuse longer ones.
    private static let lifetime: TimeInterval = 730 * 86400
    /// A certificate that ends within so many seconds is replaced at the next start.
    private static let reserve: TimeInterval = 30 * 86400

    /// Reads the certificate beside a database file, or makes it; for a database in memory it lives as long.
    ///
    /// - Parameter hosts: Names and addresses by which clients reach the server.
    static func load(beside location: DatabaseLocation, hosts: [String], now: Timestamp) throws -> ServerCertificate {
        let date = Date(timeIntervalSince1970: Double(now.nanoseconds) / 1e9)
        guard case .file(let path) = location else { return try make(hosts: hosts, from: date) }
        let certificateFile = URL(filePath: path + ".certificate.pem")
        let keyFile = URL(filePath: path + ".key.pem")
        let files = FileManager.default
        if files.fileExists(atPath: certificateFile.path(percentEncoded: false)),
            files.fileExists(atPath: keyFile.path(percentEncoded: false))
        {
            let stored = try ServerCertificate(
                certificatePEM: String(contentsOf: certificateFile, encoding: .utf8),
                keyPEM: String(contentsOf: keyFile, encoding: .utf8))
            if try stored.serves(hosts, at: date) { return stored }
        }
        let certificate = try make(hosts: hosts, from: date)
        // The key comes first: a certificate without its key would keep the server from starting again.
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        if files.fileExists(atPath: keyFile.path(percentEncoded: false)) { try files.removeItem(at: keyFile) }
        guard
            files.createFile(
                atPath: keyFile.path(percentEncoded: false), contents: Data(certificate.keyPEM.utf8),
                attributes: attributes)
        else { throw SpacesServer.Refusal(description: "cannot write \(keyFile.path(percentEncoded: false))") }
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

    /// Whether the certificate is for all the hosts and does not end soon.
    private func serves(_ hosts: [String], at date: Date) throws -> Bool {
        let certificate = try Certificate(pemEncoded: certificatePEM)
        guard certificate.notValidBefore <= date, certificate.notValidAfter > date.addingTimeInterval(Self.reserve),
            try Certificate.PrivateKey(pemEncoded: keyPEM).publicKey == certificate.publicKey
        else { return false }
        let names = try certificate.extensions.subjectAlternativeNames ?? SubjectAlternativeNames()
        return Self.names(of: hosts).allSatisfy { names.contains($0) }
    }

    /// Names for DNS, and addresses as the bytes that they are; each once.
    private static func names(of hosts: [String]) -> [GeneralName] {
        var names: [GeneralName] = []
        for host in hosts {
            var (four, six) = (in_addr(), in6_addr())
            let name: GeneralName
            if inet_pton(AF_INET, host, &four) == 1 {
                name = .ipAddress(ASN1OctetString(contentBytes: withUnsafeBytes(of: four) { Array($0) }[...]))
            } else if inet_pton(AF_INET6, host, &six) == 1 {
                name = .ipAddress(ASN1OctetString(contentBytes: withUnsafeBytes(of: six) { Array($0) }[...]))
            } else {
                name = .dnsName(host)
            }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func make(hosts: [String], from start: Date) throws -> ServerCertificate {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let name = try DistinguishedName { CommonName("spaces-server") }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: start.addingTimeInterval(-86400), notValidAfter: start.addingTimeInterval(lifetime),
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                SubjectAlternativeNames(names(of: hosts))
            },
            issuerPrivateKey: key)
        return try ServerCertificate(
            certificatePEM: certificate.serializeAsPEM().pemString, keyPEM: key.serializeAsPEM().pemString)
    }

    /// What the network layer needs: nothing older than TLS 1.2.
    func configuration() throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificatePEM.utf8)).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(keyPEM.utf8), format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
