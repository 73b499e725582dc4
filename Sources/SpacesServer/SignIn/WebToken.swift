import Foundation

/// A signed JSON Web Token (RFC 7519, in the compact form of RFC 7515): header, claims, signature.
enum WebToken {
    /// What a token is for: an id token must not pass for an access token (RFC 9068 §2.1).
    enum Kind: String, Sendable {
        case access = "at+jwt"
        case identity = "JWT"
    }

    /// Signs claims.
    static func sign(_ kind: Kind, with key: SigningKey, _ claims: (inout JSONWriter) -> Void) throws -> String {
        var header = JSONWriter()
        header.object {
            $0.member("alg", SigningKey.algorithm)
            $0.member("kid", key.id)
            $0.member("typ", kind.rawValue)
        }
        var body = JSONWriter()
        body.object(claims)
        let signed = "\(Data(header.bytes).base64URL).\(Data(body.bytes).base64URL)"
        return try "\(signed).\(key.signature(of: Data(signed.utf8)).base64URL)"
    }

    /// The claims of a token that this key signed; nil for anything else, whatever its header says about itself.
    static func claims(of token: some StringProtocol, _ kind: Kind, key: SigningKey) -> Claims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = parts[0].claims, let signature = Data(base64URL: parts[2]),
            header["alg"] == SigningKey.algorithm, header["kid"] == key.id, header["typ"] == kind.rawValue,
            key.isValid(signature, of: Data("\(parts[0]).\(parts[1])".utf8))
        else { return nil }
        return parts[1].claims
    }

    /// The members of a part of a token that are texts or numbers.
    struct Claims: Sendable {
        fileprivate let members: [JSONValue.Member]

        /// A text; nil where there is none.
        subscript(_ name: String) -> String? {
            if case .string(let text) = members.last(where: { $0.name == name })?.value { text } else { nil }
        }

        /// A whole number, such as the seconds of a moment; nil where there is none.
        func number(_ name: String) -> Int64? {
            if case .number(let text) = members.last(where: { $0.name == name })?.value { Int64(text) } else { nil }
        }
    }
}

extension StringProtocol {
    fileprivate var claims: WebToken.Claims? {
        guard let data = Data(base64URL: self) else { return nil }
        do throws(JSONParser.Failure) {
            guard case .object(let members) = try JSONParser.parse(Array(data)) else { return nil }
            return WebToken.Claims(members: members)
        } catch {
            return nil
        }
    }
}
