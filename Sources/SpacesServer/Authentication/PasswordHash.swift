import Crypto
import CryptoExtras
import Foundation

/// A salted scrypt hash of a password (RFC 7914), written `$scrypt$ln=13,r=8,p=1$salt$key` with Base64 without padding.
package struct PasswordHash: Sendable, Equatable, CustomStringConvertible {
    /// Binary logarithm of the number of rounds: how dear a guess is.
    private let cost: Int
    private let salt: Data
    private let key: Data

    /// 8 MiB and some 20 ms for one guess: the first request of a user pays it, later ones are remembered.
    package static let standardCost = 13
    private static let blockSize = 8
    private static let keyLength = 32

    /// Hashes a password with a fresh salt.
    package init(password: String, cost: Int = standardCost) throws {
        var generator = SystemRandomNumberGenerator()
        self.cost = cost
        salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        key = try Self.derive(from: password, salt: salt, cost: cost)
    }

    /// Reads a hash as stored; nil for anything else.
    package init?(_ text: String) {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt" else { return nil }
        let settings = fields[2].split(separator: ",")
        guard settings.count == 3, settings[0].hasPrefix("ln="), settings[1] == "r=\(Self.blockSize)",
            settings[2] == "p=1", let cost = Int(settings[0].dropFirst(3)), (1...20).contains(cost),
            let salt = Self.data(fields[3]), let key = Self.data(fields[4]), key.count == Self.keyLength
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// True for the right password; takes as long for a wrong one.
    package func matches(_ password: String) throws -> Bool {
        let candidate = try Self.derive(from: password, salt: salt, cost: cost)
        var difference: UInt8 = 0
        for (left, right) in zip(candidate, key) { difference |= left ^ right }
        return difference == 0 && candidate.count == key.count
    }

    /// What is stored; `init(_:)` reads it back.
    package var description: String {
        "$scrypt$ln=\(cost),r=\(Self.blockSize),p=1$\(Self.text(salt))$\(Self.text(key))"
    }

    private static func derive(from password: String, salt: Data, cost: Int) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: keyLength, rounds: 1 << cost, blockSize: blockSize,
            parallelism: 1
        ).withUnsafeBytes { Data($0) }
    }

    private static func text(_ data: Data) -> String {
        data.base64EncodedString().replacing("=", with: "")
    }

    private static func data(_ text: String) -> Data? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
    }
}
