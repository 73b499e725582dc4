import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
@testable import SpacesClient
@testable import SpacesServer

extension FuzzTarget {
    /// Cookies, forms and the header that names a client: a form reads back from what it writes, and whatever a browser keeps,
    /// the form that it is given comes back accepted.
    static let forms = FuzzTarget(
        name: "forms", longest: 400,
        words: [
            "spaces-sign-in=", "; ", "form_token=", "&", "=", "+", "%", "%20", "%C3", "client_id=web",
            "redirect_uri=http://127.0.0.1:1/",
            "response_type=code", "code_challenge=", "code_challenge_method=S256", "scope=openid offline_access",
            "state=", "code=",
            "error=access_denied", "error_description=", "Basic ", "d2ViOg==", "?", "#", "http://[::1]:65535/callback",
            "prompt=none",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        let form = allowed { () throws(Form.Malformed) in try Form(text) }
        if let form {
            let again = allowed { () throws(Form.Malformed) in try Form(form.encoded) }
            try hold(again?.fields == form.fields, "\(form.fields) is written \(form.encoded)")
            _ = allowed { () throws(AuthorizationRequest.Refusal) in
                try AuthorizationRequest(form, publicURL: "https://cloud.example.org")
            }
            _ = allowed { () throws(ServerOAuthError) in
                try ClientAuthentication.client(of: form, authorization: text)
            }
        }
        _ = BasicCredentials.read(text)
        _ = RedirectAnswer(pasted: text)
        let parameters = FormText.read(text)
        let again = FormText.read(FormText.written(parameters))
        try hold(
            again.map(\.name) == parameters.map(\.name) && again.map(\.value) == parameters.map(\.value),
            "\(parameters) becomes \(again)")
        try checkCookie(text)
    }

    private static func checkCookie(_ text: String) throws(Broken) {
        let formGuard = FormGuard()
        let ticket = formGuard.ticket(for: "subject", call(cookie: text))
        try hold(!ticket.setCookie.hasControls && ticket.setCookie.split(separator: ";").count == 4, ticket.setCookie)
        let kept = String(ticket.setCookie.prefix { $0 != ";" })
        let read = allowed { () throws(Form.Malformed) in try Form("\(FormGuard.field)=\(ticket.formToken)") }
        guard let form = read else { throw Broken(description: "no form: \(ticket.formToken)") }
        try hold(formGuard.accepts(form, for: "subject", call(cookie: kept)), "a form is not taken back")
        try hold(!formGuard.accepts(form, for: "another", call(cookie: kept)), "a form is taken for another")
    }

    private static func call(cookie: String) -> OpenCall {
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/signin")
        head.headerFields[.cookie] = cookie
        return OpenCall(
            request: Request(head: head, body: .init(buffer: ByteBuffer())), parameters: [:],
            publicURL: "http://127.0.0.1:9200")
    }

    /// Tokens: both sides read the same of them, and none without a signature counts.
    static let tokens = FuzzTarget(
        name: "tokens", longest: 500,
        words: [
            ".", "..", "eyJhbGciOiJub25lIn0", "{\"alg\":\"RS256\",\"kid\":\"1\"}", "{\"alg\":\"none\"}", "\"crit\":[]",
            "\"exp\":1795000000",
            "\"iat\":", "\"aud\":[\"web\"]", "\"iss\":\"https://example.org\"", "\"sub\":\"ada\"", "\"azp\":",
            "\"nonce\":", "\"at_hash\":",
            "-", "_", "=", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"", "{\"keys\":[", "1e99", "AQAB", "null", "\n",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        try hold(Base64URL.decoded(text) == Data(base64URL: text).map(Array.init), "read in two ways: \(text)")
        try hold(Base64URL.decoded(Base64URL.encoded(bytes)) == bytes, "bytes are written as others")
        // As it stands, and its lines as the parts of a token.
        let parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Base64URL.encoded(Array($0)) }
        for written in [text, parts.joined(separator: ".")] {
            if let key { try hold(WebToken.claims(of: written, .access, key: key) == nil, "it counts: \(written)") }
            guard let token = JSONWebToken(written) else { continue }
            _ = (token.audience, token.time("exp"), token.time("iat"))
            let check = IDTokenCheck(
                issuer: "https://example.org", clientID: "web", nonce: nil,
                now: Date(timeIntervalSince1970: 1_795_000_000))
            _ = allowed { () throws(SpacesFailure) in try check.subject(of: token, accessToken: SecretText("secret")) }
            _ = allowed { () throws(SpacesFailure) in try check.checkAlgorithm(of: token) }
            for key in JSONWebKey.all(in: token.claims) {
                try hold(!key.hasSigned(token), "signed by a key in itself: \(written)")
            }
        }
        _ = allowed { () throws(ServerOAuthError) in try CodeChallenge(text, method: "S256").accepts(text) }
    }

    /// A key that signed none of the inputs.
    private static let key = allowed { () throws(any Error) in try SigningKey() }
}
