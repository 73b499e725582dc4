import Crypto
import CryptoExtras
import Foundation

/// A public key of a provider (RFC 7517); keys of other kinds are left out.
struct JSONWebKey: Sendable {
    private enum Material: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    let id: String?
    /// The only algorithm it is for, where the provider says so (RFC 7517 §4.4).
    private let algorithm: String?
    private let material: Material

    init?(_ node: JSONNode) {
        guard (node["use"]?.text ?? "sig") == "sig" else { return nil }
        id = node["kid"]?.text
        algorithm = node["alg"]?.text
        switch node["kty"]?.text {
        case "RSA":
            guard let n = Self.bytes(node["n"]), let e = Self.bytes(node["e"]) else { return nil }
            do {
                let key = try _RSA.Signing.PublicKey(n: n, e: e)
                // RFC 7518 §3.3 and §3.5: no less; and no key whose checking takes seconds.
                guard (2048...16384).contains(key.keySizeInBits) else { return nil }
                material = .rsa(key)
            } catch {
                return nil
            }
        case "EC":
            guard node["crv"]?.text == "P-256", let x = Self.bytes(node["x"]), let y = Self.bytes(node["y"]),
                x.count == 32, y.count == 32
            else { return nil }
            do {
                material = .p256(try P256.Signing.PublicKey(x963Representation: [0x04] + x + y))
            } catch {
                return nil
            }
        default: return nil
        }
    }

    /// The signing keys of a key set; at most a hundred are looked at.
    static func all(in document: JSONNode) -> [JSONWebKey] {
        (document["keys"]?.elements ?? []).prefix(100).compactMap(JSONWebKey.init)
    }

    /// True for a signature of this key by one of RS256, PS256 and ES256 (RFC 7518 §3), and by nothing else: neither
    /// `none` nor a shared secret proves anything.
    func hasSigned(_ token: JSONWebToken) -> Bool {
        if let algorithm, algorithm != token.algorithm { return false }
        let text = Data(token.signedText.utf8)
        switch (material, token.algorithm) {
        case (.rsa(let key), "RS256"):
            return key.isValidSignature(
                .init(rawRepresentation: token.signature), for: text, padding: .insecurePKCS1v1_5)
        case (.rsa(let key), "PS256"):
            return key.isValidSignature(.init(rawRepresentation: token.signature), for: text, padding: .PSS)
        case (.p256(let key), "ES256"):
            do {
                return key.isValidSignature(try .init(rawRepresentation: token.signature), for: text)
            } catch {
                return false
            }
        default: return false
        }
    }

    private static func bytes(_ node: JSONNode?) -> [UInt8]? {
        node?.text.flatMap { $0.utf8.count <= 4096 ? Base64URL.decoded($0) : nil }
    }
}
