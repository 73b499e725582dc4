import Foundation

/// A signed token taken apart (RFC 7515 §7.1, RFC 7519); nothing in it is checked yet.
struct JSONWebToken: Sendable {
    let algorithm: String
    let keyID: String?
    let claims: JSONNode
    /// What the signature is made over.
    let signedText: String
    let signature: [UInt8]

    private static let sizeLimit = 64 << 10

    /// `nil` for what is no such token.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.sizeLimit, parts.count == 3, let header = Self.object(parts[0]),
            let claims = Self.object(parts[1]), let signature = Base64URL.decoded(parts[2]),
            let algorithm = header["alg"]?.text
        else { return nil }
        // RFC 7515 §4.1.11: an extension that must be understood, and none is.
        if header["crit"] != nil { return nil }
        self.algorithm = algorithm
        keyID = header["kid"]?.text
        self.claims = claims
        signedText = parts[0] + "." + parts[1]
        self.signature = signature
    }

    /// A time among the claims: whole seconds since 1970.
    func time(_ name: StaticString) -> Date? {
        claims[name]?.integer.flatMap { abs($0) < 1 << 40 ? Date(timeIntervalSince1970: Double($0)) : nil }
    }

    /// For whom it is (RFC 7519 §4.1.3: one text or several).
    var audience: [String] {
        guard let audience = claims["aud"] else { return [] }
        return audience.text.map { [$0] } ?? audience.elements.compactMap(\.text)
    }

    private static func object(_ part: Substring) -> JSONNode? {
        guard let bytes = Base64URL.decoded(part) else { return nil }
        do throws(JSONFault) {
            let root = try JSONDocument(bytes, depthLimit: ProviderClient.depthLimit).root
            return root.isObject ? root : nil
        } catch {
            return nil
        }
    }
}
