import Crypto
package import Foundation
import SpacesModel
import SwiftASN1
import X509

/// The certificate that a server shows, for the eyes of a person who is to decide about it.
package struct ServerCertificate: Equatable, Sendable {
    /// What is remembered when the person accepts the server.
    package let pin: KeyPin
    /// The SHA-256 of the whole certificate, as browsers show it: `AB:CD:…`.
    package let fingerprint: String
    /// Who it was made out for and who signed it.
    package let subject: String
    package let issuer: String
    package let validFrom: Date
    package let validUntil: Date
    /// The hosts for which it is good.
    package let names: [String]

    /// Reads a certificate in DER; `nil` for what is none.
    init?(_ seen: SeenCertificate) {
        pin = seen.key
        fingerprint = SHA256.hash(data: seen.bytes).map {
            let digits = String($0, radix: 16, uppercase: true)
            return $0 < 16 ? "0" + digits : digits
        }.joined(separator: ":")
        do {
            let certificate = try Certificate(derEncoded: seen.bytes)
            subject = Self.shortened(certificate.subject.description)
            issuer = Self.shortened(certificate.issuer.description)
            validFrom = certificate.notValidBefore
            validUntil = certificate.notValidAfter
            names = try certificate.extensions.subjectAlternativeNames?.prefix(50).compactMap(Self.name) ?? []
        } catch {
            return nil
        }
    }

    /// True when nobody but itself vouches for it.
    package var isSelfSigned: Bool { subject == issuer }

    /// What is wrong with its dates, or `nil`.
    func fault(at now: Date) -> CertificateFault? {
        if validUntil < now { return .expired(validUntil, now: now) }
        return validFrom > now ? .notYetValid(validFrom, now: now) : nil
    }

    private static func name(_ name: GeneralName) -> String? {
        switch name {
        case .dnsName(let name): shortened(name)
        case .ipAddress(let bytes) where bytes.bytes.count == 4: bytes.bytes.map(String.init).joined(separator: ".")
        case .ipAddress(let bytes) where bytes.bytes.count == 16:
            stride(from: bytes.bytes.startIndex, to: bytes.bytes.endIndex, by: 2).map {
                String(Int(bytes.bytes[$0]) << 8 | Int(bytes.bytes[$0 + 1]), radix: 16)
            }.joined(separator: ":")
        default: nil
        }
    }

    private static func shortened(_ text: String) -> String { String(text.prefix(200)) }
}
