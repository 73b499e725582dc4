import Localization
import Crypto
import Foundation
import SpacesModel

/// The fingerprint of a server's public key, in the words of curl: `sha256//` and 44 characters of base64.
///
/// It is the SHA-256 of the key as it stands in the certificate (SubjectPublicKeyInfo, RFC 5280 §4.1.2.7), so it outlives
/// a renewal of the certificate with the same key.
package struct KeyPin: Hashable, Sendable, CustomStringConvertible {
    private static let prefix = "sha256//"
    /// 32 bytes.
    private let digest: [UInt8]

    /// The pin of a key, from its SubjectPublicKeyInfo in DER.
    init(key: [UInt8]) {
        digest = Array(SHA256.hash(data: key))
    }

    /// Reads `sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=`.
    package init(parsing text: String) throws(ConnectionProblem) {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard text.lowercased().hasPrefix(Self.prefix),
            let digest = Data(base64Encoded: String(text.dropFirst(Self.prefix.count))), digest.count == 32
        else {
            throw ConnectionProblem(
                localized(
                    """
                    \(String(text.prefix(100))) is no pin of a key: write sha256// and the base64 of the \
                    SHA-256 of the server's public key, as spaces shows it.
                    """))
        }
        self.digest = Array(digest)
    }

    /// Reads several pins with semicolons between them, as curl takes them.
    package static func pins(parsing text: String) throws(ConnectionProblem) -> [KeyPin] {
        var pins: [KeyPin] = []
        for part in text.split(separator: ";") { pins.append(try KeyPin(parsing: String(part))) }
        return pins
    }

    package var description: String { Self.prefix + Data(digest).base64EncodedString() }
}
