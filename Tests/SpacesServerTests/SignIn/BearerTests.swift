import Crypto
import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// An access token opens every route, and nothing else does that looks like one.
@Suite struct BearerTests {
    @Test func opensEveryRoute() async throws {
        var configuration = TestServer.configuration()
        configuration.allowsBasicPasswords = false
        configuration.accessTokenLifetime = 60
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let tokens = try await visitor.tokens(as: "admin")
            #expect(tokens["expires_in"].integer == 60)
            for scheme in ["Bearer", "bearer", "BEARER"] {
                let headers = ["Authorization": "\(scheme) \(tokens["access_token"].text ?? "")"]
                let space = try await server.send(
                    "POST", "/graph/v1.0/drives", as: nil, headers: headers, text: #"{"name":"Mars"}"#)
                #expect(space.status == 201)
                let file = "/dav/spaces/\(space.json["id"].text ?? "")/file"
                #expect(try await server.send("PUT", file, as: nil, headers: headers, text: "x").status == 201)
                #expect(try await server.send("GET", "/nowhere", as: nil, headers: headers).status == 404)
            }
        }
    }

    @Test func refusesWhatIsNoAccessToken() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let tokens = try await visitor.tokens()
            let good = tokens["access_token"].text ?? ""
            let parts = good.split(separator: ".").map(String.init)
            func encode(_ text: String) -> String {
                Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                    .replacing("=", with: "")
            }
            let keyID = Visitor.part(0, of: good)["kid"].text ?? ""
            let admin = try await server.send("GET", "/graph/v1.0/me").json["id"].text ?? ""
            let mine = Visitor.part(1, of: good)["sub"].text ?? ""
            let claims = String(decoding: try #require(Data(base64Encoded: Self.standard(parts[1]))), as: UTF8.self)
            let raised = encode(claims.replacing(mine, with: admin))
            let modulus = try await server.send("GET", "/konnect/v1/jwks.json", as: nil).json["keys"][0]["n"].text ?? ""
            let hmacHeader = encode(#"{"alg":"HS256","kid":"\#(keyID)","typ":"at+jwt"}"#)
            let hmac = Data(
                HMAC<SHA256>.authenticationCode(
                    for: Data("\(hmacHeader).\(raised)".utf8), using: SymmetricKey(data: Data(modulus.utf8)))
            ).base64EncodedString()
            let forged = [
                "", "x", "..", "e30.e30.e30", tokens["id_token"].text ?? "", tokens["refresh_token"].text ?? "",
                "\(parts[0]).\(raised).\(parts[2])", "\(parts[0]).\(parts[1]).", "\(parts[0]).\(parts[1])",
                "\(encode(#"{"alg":"none","kid":"\#(keyID)","typ":"at+jwt"}"#)).\(raised).",
                "\(encode(#"{"alg":"none"}"#)).\(parts[1]).", "\(encode(#"{"alg":"none"}"#)).\(parts[1]).\(parts[2])",
                "\(hmacHeader).\(raised).\(hmac)", good + "x", good.dropLast(4) + "AAAA", good + ".x",
            ]
            for token in forged {
                let answer = try await visitor.me(token)
                #expect(answer.status == 401 && answer.body.isEmpty, "\(token)")
                #expect(
                    answer.headers[values: .wwwAuthenticate].first
                        == "Bearer realm=\"localhost:9200\", charset=\"UTF-8\"")
            }
            #expect(try await visitor.me(good).status == 200)
        }
    }

    /// A token of another server with the same users is none of this one.
    @Test func refusesTheTokenOfAnotherServer() async throws {
        try await TestServer.run { first in
            var visitor = Visitor(first)
            let tokens = try await visitor.tokens()
            var configuration = TestServer.configuration()
            configuration.signingKey = nil
            try await TestServer.run(configuration) { second in
                #expect(try await Visitor(second).me(tokens["access_token"].text).status == 401)
                var other = Visitor(second)
                _ = try await other.tokens()
                #expect(try await other.me(tokens["access_token"].text).status == 401)
            }
        }
    }

    @Test func tellsWhoIsSignedIn() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let tokens = try await visitor.tokens()
            let claims = Visitor.part(1, of: tokens["id_token"].text)
            for method in ["GET", "POST"] {
                let answer = try await server.send(
                    method, "/konnect/v1/userinfo", as: nil,
                    headers: ["Authorization": "Bearer \(tokens["access_token"].text ?? "")"])
                #expect(answer.status == 200)
                #expect(answer.json.keys == ["email", "name", "preferred_username", "sub"])
                #expect(answer.json["sub"] == claims["sub"])
            }
            let nobody = try await server.send("GET", "/konnect/v1/userinfo", as: "alan")
            #expect(nobody.status == 401)
            #expect(nobody.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
        }
    }

    private static func standard(_ text: String) -> String {
        let text = text.replacing("-", with: "+").replacing("_", with: "/")
        return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
