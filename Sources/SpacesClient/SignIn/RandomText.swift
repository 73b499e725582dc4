import Crypto
import Foundation

/// Texts that nobody can guess.
enum RandomText {
    /// 256 bits from the system's generator, in 43 characters that need no escaping (RFC 7636 §4.1).
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<4).flatMap { _ in
            let word: UInt64 = generator.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
        return Base64URL.encoded(bytes)
    }

    /// The S256 challenge of a code verifier (RFC 7636 §4.2).
    static func challenge(of verifier: String) -> String {
        Base64URL.encoded(Array(SHA256.hash(data: Data(verifier.utf8))))
    }
}

/// Bytes as text without padding that addresses can hold (RFC 4648 §5).
enum Base64URL {
    static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// `nil` for anything else, padding included (RFC 7515 §2).
    static func decoded(_ text: some StringProtocol) -> [UInt8]? {
        let isClean = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                || $0 == 0x5F
        }
        guard isClean else { return nil }
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: standard + padding).map(Array.init)
    }
}
