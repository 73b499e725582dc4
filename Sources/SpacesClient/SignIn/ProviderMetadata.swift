import Localization
import SpacesModel

/// What an OpenID provider says about itself (OpenID Connect Discovery 1.0 §3, RFC 8414 §2).
package struct ProviderMetadata: Equatable, Sendable {
    package let issuer: String
    package let authorizationEndpoint: WebAddress?
    let tokenEndpoint: WebAddress
    let keysEndpoint: WebAddress?
    package let deviceEndpoint: WebAddress?
    let revocationEndpoint: WebAddress?
    /// Where a browser signs out; nothing is sent there.
    let endSessionEndpoint: WebAddress?
    /// The scopes it lists; empty where it does not.
    let scopes: Set<String>
    /// RFC 9207 §3: its answers always say who gives them.
    let namesItselfInAnswers: Bool

    /// Reads the document; an endpoint that secrets cannot be sent to makes it useless and is named.
    init(_ document: JSONNode, from provider: String) throws(SpacesFailure) {
        func refused(_ reason: String) -> SpacesFailure {
            .make(
                .signIn, .badAnswer, reason: localized("the identity provider at \(provider) \(reason)"),
                advice: localized("Tell an administrator; nothing was sent."))
        }
        func endpoint(_ text: String?, _ name: String) throws(SpacesFailure) -> WebAddress? {
            guard let text else { return nil }
            if let address = WebAddress(text) { return address }
            throw refused(
                localized("names a \(name) that is no https address: “\(String(text.prefix(100)))”"))
        }
        guard let issuer = document["issuer"]?.text, WebAddress(issuer) != nil else {
            throw refused(localized("does not say who it is: its document has no https address as issuer"))
        }
        guard let token = try endpoint(document["token_endpoint"]?.text, "token_endpoint") else {
            throw refused(localized("names no token_endpoint"))
        }
        self.issuer = issuer
        tokenEndpoint = token
        authorizationEndpoint = try endpoint(document["authorization_endpoint"]?.text, "authorization_endpoint")
        keysEndpoint = try endpoint(document["jwks_uri"]?.text, "jwks_uri")
        deviceEndpoint = try endpoint(
            document["device_authorization_endpoint"]?.text, "device_authorization_endpoint")
        revocationEndpoint = try endpoint(document["revocation_endpoint"]?.text, "revocation_endpoint")
        endSessionEndpoint = document["end_session_endpoint"]?.text.flatMap(WebAddress.init)
        scopes = Set(document["scopes_supported"]?.elements.compactMap(\.text) ?? [])
        namesItselfInAnswers = document["authorization_response_iss_parameter_supported"]?.boolean ?? false
    }

    /// True when both name the same provider; documents are asked for without the slash that some end with.
    static func isSame(_ issuer: String, _ other: String) -> Bool {
        func bare(_ text: String) -> Substring { text.hasSuffix("/") ? text.dropLast() : text[...] }
        return bare(issuer) == bare(other)
    }
}
