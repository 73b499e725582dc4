import Crypto
import Foundation

/// Secrets that the server hands out: random, and kept only as their digest, so that who reads the database has none.
enum RandomToken {
    /// A new secret of 256 bits, in 43 characters that need no escaping anywhere.
    static func make() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64URL
    }

    /// What is stored of a secret. No salt and no slow hash: nobody can guess 256 random bits.
    static func digest(_ token: String) -> Data {
        Data(SHA256.hash(data: Data(token.utf8)))
    }

    /// Compares in a time that does not depend on where two secrets differ, by their digests.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        SHA256.hash(data: Data(left.utf8)) == SHA256.hash(data: Data(right.utf8))
    }
}
