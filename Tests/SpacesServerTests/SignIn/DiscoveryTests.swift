import Foundation
import HTTPTypes
import HummingbirdTesting
import SpacesServer
import Testing

/// What a client finds without credentials.
@Suite struct DiscoveryTests {
    @Test func tellsWhereEverythingIs() async throws {
        try await TestServer.run { server in
            let answer = try await server.send("GET", "/.well-known/openid-configuration", as: nil)
            #expect(answer.status == 200 && answer.headers[.contentType] == "application/json")
            let issuer = "https://localhost:9200"
            // swift-format-ignore
            let addresses = [
                ("issuer",                 ""),
                ("authorization_endpoint", "/signin/v1/identifier/_/authorize"),
                ("end_session_endpoint",   "/signin/v1/identifier/_/endsession"),
                ("token_endpoint",         "/konnect/v1/token"),
                ("userinfo_endpoint",      "/konnect/v1/userinfo"),
                ("jwks_uri",               "/konnect/v1/jwks.json"),
                ("revocation_endpoint",    "/konnect/v1/revoke"),
            ]
            for (name, path) in addresses {
                #expect(answer.json[name].text == issuer + path, "\(name)")
                // Nothing that it names asks for the credentials that it is there to give.
                if !path.isEmpty { #expect(try await server.send("PATCH", path, as: nil).status == 405, "\(name)") }
            }
            #expect(answer.json["response_types_supported"].elements == [.string("code")])
            #expect(answer.json["code_challenge_methods_supported"].elements == [.string("S256"), .string("plain")])
            #expect(answer.json["id_token_signing_alg_values_supported"].elements == [.string("PS256")])
            #expect(answer.json["device_authorization_endpoint"] == .null)
        }
    }

    @Test func namesTheAddressThatItListensOn() async throws {
        var configuration = TestServer.configuration()
        configuration.publicURL = nil
        try await TestServer.run(configuration, on: .live) { server in
            let answer = try await server.send("GET", "/.well-known/openid-configuration", as: nil)
            #expect(answer.json["issuer"].text == "http://127.0.0.1:\(server.client.port ?? 0)")
        }
    }

    @Test(arguments: [(true, true, 2), (true, false, 2), (false, true, 2), (false, false, 1)])
    func challengesWithWhatItTakes(basic: Bool, appTokens: Bool, count: Int) async throws {
        var configuration = TestServer.configuration()
        configuration.allowsBasicPasswords = basic
        configuration.offersAppTokens = appTokens
        try await TestServer.run(configuration) { server in
            let answer = try await server.send("GET", "/graph/v1.0/me", as: nil)
            let schemes = answer.headers[values: .wwwAuthenticate].map { $0.prefix { $0 != " " } }
            #expect(schemes == ["Bearer", "Basic"].prefix(count).map { Substring($0) })
            #expect(try await server.send("GET", "/graph/v1.0/me", as: "alan").status == (basic ? 200 : 401))
        }
    }
}
