import Crypto
import CryptoExtras
import Foundation

/// What tokens are signed with: PS256, which is RSA of 2048 bits with PSS and SHA-256 (RFC 7518 §3.5), as the real
/// server's provider does.
struct SigningKey: Sendable {
    static let algorithm = "PS256"

    private let key: _RSA.Signing.PrivateKey
    /// The two numbers of the public key, big-endian.
    private let numbers: _RSA.Signing.PublicKey.Primitives
    /// The thumbprint of the public key (RFC 7638).
    let id: String

    /// A new key; takes as long as it takes to find two large primes.
    init() throws {
        try self.init(key: _RSA.Signing.PrivateKey(keySize: .bits2048))
    }

    /// A key as `pem` tells it.
    init(pem: String) throws {
        try self.init(key: _RSA.Signing.PrivateKey(pemRepresentation: pem))
    }

    private init(key: _RSA.Signing.PrivateKey) throws {
        let numbers = try key.publicKey.getKeyPrimitives()
        var json = JSONWriter()
        json.object {
            $0.member("e", numbers.publicExponent.base64URL)
            $0.member("kty", "RSA")
            $0.member("n", numbers.modulus.base64URL)
        }
        self.key = key
        self.numbers = numbers
        id = Data(SHA256.hash(data: json.bytes)).base64URL
    }

    var pem: String { key.pemRepresentation }

    func signature(of data: Data) throws -> Data {
        try key.signature(for: SHA256.hash(data: data), padding: .PSS).rawRepresentation
    }

    func isValid(_ signature: Data, of data: Data) -> Bool {
        key.publicKey.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: data), padding: .PSS)
    }

    /// The public key as one of a JSON Web Key Set (RFC 7517 §5).
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("alg", Self.algorithm)
            $0.member("e", numbers.publicExponent.base64URL)
            $0.member("kid", id)
            $0.member("kty", "RSA")
            $0.member("n", numbers.modulus.base64URL)
            $0.member("use", "sig")
        }
    }
}
