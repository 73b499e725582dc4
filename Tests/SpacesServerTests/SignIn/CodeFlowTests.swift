import Crypto
import CryptoExtras
import Foundation
import HTTPTypes
import HummingbirdTesting
import SpacesServer
import Testing

/// A person signs in on the page, and the client gets tokens for it (RFC 6749 §4.1, RFC 7636).
@Suite struct CodeFlowTests {
    @Test func signsIn() async throws {
        let time = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = time.clock
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let page = try await visitor.open()
            #expect(page.status == 200)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.text.contains("<strong>OpenCloud Desktop</strong> asks you to sign in."))
            #expect(page.text.contains("The answer goes to 127.0.0.1:41234."))

            let redirect = try await visitor.submit("Alan")
            #expect(redirect.status == 302 && redirect.body.isEmpty)
            #expect(redirect.headers[.location]?.hasPrefix("http://127.0.0.1:41234/callback?code=") == true)
            #expect(redirect.headers[.cacheControl] == "no-store")
            let answer = Visitor.answer(in: redirect)
            #expect(answer.keys.sorted() == ["code", "iss", "state"])
            #expect(answer["state"] == "s-1" && answer["iss"] == "https://localhost:9200")

            let tokens = try await visitor.redeem(try #require(answer["code"]))
            #expect(tokens.status == 200)
            #expect(tokens.headers[.cacheControl] == "no-store")
            #expect(tokens.headers[.contentType] == "application/json")
            #expect(tokens.json["token_type"].text == "Bearer")
            #expect(tokens.json["expires_in"].integer == 300)
            #expect(tokens.json["scope"].text == "openid offline_access email profile")
            #expect(tokens.json["refresh_token"].text?.count == 43)
            let me = try await visitor.me(tokens.json["access_token"].text)
            #expect(me.json["onPremisesSamAccountName"].text == "alan")

            let claims = Visitor.part(1, of: tokens.json["id_token"].text)
            #expect(claims["iss"].text == "https://localhost:9200")
            #expect(claims["sub"].text == me.json["id"].text)
            #expect(claims["aud"].text == "OpenCloudDesktop")
            #expect(claims["nonce"].text == "n-1")
            #expect(claims["iat"].integer == time.seconds && claims["exp"].integer == time.seconds + 300)
            #expect(claims["auth_time"].integer == time.seconds)
            #expect(claims["preferred_username"].text == "alan")
            #expect(claims["name"].text == "Alan Turing" && claims["email"].text == "alan@example.org")
            let half = SHA256.hash(data: Data((tokens.json["access_token"].text ?? "").utf8)).prefix(16)
            #expect(
                claims["at_hash"].text
                    == Data(half).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                    .replacing("=", with: ""))
        }
    }

    /// As a client checks an id token: with the key that the server publishes.
    @Test func signsTokensWithThePublishedKey() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let tokens = try await visitor.tokens()
            let set = try await server.send("GET", "/konnect/v1/jwks.json", as: nil)
            #expect(set.headers[.contentType] == "application/jwk-set+json")
            let key = set.json["keys"][0]
            #expect(key.keys == ["alg", "e", "kid", "kty", "n", "use"])
            let publicKey = try _RSA.Signing.PublicKey(
                n: try #require(Self.data(key["n"].text)), e: try #require(Self.data(key["e"].text)))
            for name in ["access_token", "id_token"] {
                let token = try #require(tokens[name].text)
                let header = Visitor.part(0, of: token)
                #expect(header["alg"].text == "PS256" && header["kid"] == key["kid"])
                let parts = token.split(separator: ".")
                let signature = _RSA.Signing.RSASignature(
                    rawRepresentation: try #require(Self.data(String(parts[2]))))
                let signed = SHA256.hash(data: Data("\(parts[0]).\(parts[1])".utf8))
                #expect(publicKey.isValidSignature(signature, for: signed, padding: .PSS), "\(name)")
            }
        }
    }

    /// Every client of the real servers, with what it sends; those with a secret need no challenge.
    @Test func knowsTheClientsOfTheRealServers() async throws {
        let desktop = TokenTests.desktop
        // swift-format-ignore
        let clients: [(id: String, secret: String?, redirect: String)] = [
            ("web",              nil,            "https://localhost:9200/oidc-callback.html"),
            ("web",              nil,            "https://localhost:9200/"),
            ("OpenCloudDesktop", nil,            "http://localhost:1"),
            ("OpenCloudDesktop", nil,            "http://[::1]:65535/a/b?c=d"),
            ("OpenCloudDesktop", nil,            "http://127.0.0.1"),
            ("OpenCloudAndroid", nil,            "oc://android.opencloud.eu"),
            ("OpenCloudIOS",     nil,            "oc://ios.opencloud.eu"),
            (desktop.id,         desktop.secret, "http://127.0.0.1:5/"),
        ]
        try await TestServer.run { server in
            for (id, secret, redirect) in clients {
                var visitor = Visitor(server)
                visitor.clientID = id
                visitor.secret = secret
                visitor.redirect = redirect
                var (asked, sent): ([String: String?], [String: String?]) = ([:], [:])
                if secret != nil {
                    (asked, sent) = (["code_challenge": nil, "code_challenge_method": nil], ["code_verifier": nil])
                }
                let answer = try await visitor.redeem(try await visitor.code(as: "lynn", asked), sent)
                #expect(answer.status == 200, "\(id) \(answer.text)")
                #expect(try await visitor.me(answer.json["access_token"].text).status == 200)
            }
        }
    }

    @Test func takesTheRequestAsAPostedForm() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let form = Visitor.form(visitor.request())
            let page = try await server.send("POST", Visitor.authorize, as: nil, text: form)
            #expect(page.status == 200)
            let action = try #require(page.text.firstMatch(of: /action="\?([^"]*)"/)).output.1
            #expect(action.replacing("&amp;", with: "&") == form)
            try await visitor.open()
            #expect(try await visitor.submit("alan").status == 302)
        }
    }

    /// No refresh token without `offline_access`, no id token without `openid`; unknown words are left out.
    @Test func givesWhatTheScopeAsksFor() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            visitor.scope = "profile groups"
            let tokens = try await visitor.tokens()
            #expect(tokens.keys == ["access_token", "expires_in", "scope", "token_type"])
            #expect(tokens["scope"].text == "profile")
            visitor.scope = "openid"
            let claims = Visitor.part(1, of: try await visitor.tokens()["id_token"].text)
            #expect(claims["email"] == .null && claims["name"] == .null && claims["sub"].text != nil)
        }
    }

    @Test func goesOverTheNetwork() async throws {
        try await TestServer.run(on: .live) { server in
            var visitor = Visitor(server)
            let tokens = try await visitor.tokens()
            #expect(try await visitor.me(tokens["access_token"].text).status == 200)
        }
    }

    private static func data(_ text: String?) -> Data? {
        guard let text = text?.replacing("-", with: "+").replacing("_", with: "/") else { return nil }
        return Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
    }
}
