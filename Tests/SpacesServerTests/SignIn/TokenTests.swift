import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// The endpoint where programs get tokens: who may, with what, and how often (RFC 6749 §5, RFC 9700).
@Suite struct TokenTests {
    @Test func takesACodeOnce() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let code = try await visitor.code()
            let tokens = try await visitor.redeem(code).json
            #expect(try await visitor.me(tokens["access_token"].text).status == 200)
            let again = try await visitor.redeem(code)
            #expect(again.status == 400 && again.json["error"].text == "invalid_grant")
            // Somebody stole it: what it made is good for nothing any more.
            #expect(try await visitor.me(tokens["access_token"].text).status == 401)
            #expect(try await visitor.renew(tokens["refresh_token"].text).json["error"].text == "invalid_request")
        }
    }

    @Test func takesACodeForTwoMinutes() async throws {
        let time = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = time.clock
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let first = try await visitor.code()
            time.advance(seconds: 119)
            #expect(try await visitor.redeem(first).status == 200)
            let second = try await visitor.code()
            time.advance(seconds: 120)
            #expect(try await visitor.redeem(second).json["error"].text == "invalid_grant")
        }
    }

    @Test func bindsACodeToWhoAskedForIt() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let code = try await visitor.code()
            let refused: [[String: String?]] = [
                ["code_verifier": nil], ["code_verifier": visitor.challenge],
                ["code_verifier": String(repeating: "a", count: 43)], ["code_verifier": "short"],
                ["redirect_uri": "http://127.0.0.1:41234/other"], ["redirect_uri": nil],
                ["client_id": "web"], ["code": "unknown"],
            ]
            for changes in refused {
                let answer = try await visitor.redeem(code, changes)
                #expect(answer.status == 400 && answer.json["error"].text == "invalid_grant", "\(changes)")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
            // None of that used up the code.
            #expect(try await visitor.redeem(code).status == 200)
        }
    }

    @Test func takesAPlainChallenge() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            for method in ["plain", nil] {
                let code = try await visitor.code(
                    as: "alan", ["code_challenge": visitor.verifier, "code_challenge_method": method])
                #expect(try await visitor.redeem(code, ["code_verifier": visitor.challenge]).status == 400)
                #expect(try await visitor.redeem(code).status == 200)
            }
        }
    }

    /// Who took the challenge out of the link cannot get the client to hand over its code.
    @Test func refusesAVerifierWithoutAChallenge() async throws {
        try await TestServer.run { server in
            var visitor = Self.desktopVisitor(server)
            let code = try await visitor.code(
                as: "alan", ["code_challenge": nil, "code_challenge_method": nil])
            #expect(try await visitor.redeem(code).json["error"].text == "invalid_grant")
        }
    }

    @Test func asksAClientForItsSecret() async throws {
        try await TestServer.run { server in
            var visitor = Self.desktopVisitor(server)
            let (id, secret) = (visitor.clientID, visitor.secret ?? "")
            let code = try await visitor.code()
            for (name, value) in [("client_secret", "wrong"), ("client_id", "unknown")] {
                let answer = try await visitor.redeem(code, [name: value])
                #expect(answer.status == 401 && answer.json["error"].text == "invalid_client")
                #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Basic") == true)
            }
            visitor.secret = nil
            #expect(try await visitor.redeem(code).status == 401)
            let fields = [
                "grant_type": "authorization_code", "code": code, "redirect_uri": visitor.redirect,
                "code_verifier": visitor.verifier,
            ]
            for (credentials, extra, status) in [
                ("\(id):wrong", [:], 401), ("\(id):\(secret)", ["client_secret": secret], 400),
                ("\(id):\(secret)", ["client_id": "web"], 400), ("\(id):\(secret)", [:], 200),
            ] {
                let answer = try await server.send(
                    "POST", Visitor.token, as: nil,
                    headers: ["Authorization": "Basic \(Data(credentials.utf8).base64EncodedString())"],
                    text: Visitor.form(fields.merging(extra) { $1 }))
                #expect(answer.status == status, "\(extra) \(answer.text)")
            }
        }
    }

    @Test func refusesInTheWordsOfTheProtocol() async throws {
        try await TestServer.run { server in
            for (form, error) in [
                ("", "invalid_client"), ("client_id=web", "invalid_request"),
                ("client_id=web&grant_type=password&username=alan&password=demo", "unsupported_grant_type"),
                ("client_id=web&grant_type=client_credentials", "unsupported_grant_type"),
                ("client_id=web&grant_type=authorization_code", "invalid_request"),
                ("client_id=web&grant_type=refresh_token", "invalid_request"),
                ("client_id=web&client_id=web&grant_type=refresh_token", "invalid_request"),
                ("client_id=%zz", "invalid_request"), ("{\"grant_type\":\"refresh_token\"}", "invalid_client"),
            ] {
                let answer = try await server.send("POST", Visitor.token, as: nil, text: form)
                #expect(answer.json["error"].text == error, "\(form)")
                #expect(answer.status == (error == "invalid_client" ? 401 : 400))
                #expect(answer.json.keys == ["error", "error_description"])
            }
        }
    }

    @Test func limitsForms() async throws {
        try await TestServer.run { server in
            let large = Data(count: 1 << 20)
            for path in [Visitor.token, Visitor.authorize] {
                #expect(try await server.send("POST", path, as: nil, body: large).status == 413)
            }
            let answer = try await server.send("GET", Visitor.token, as: nil)
            #expect(answer.status == 405 && answer.headers[.allow] == "POST")
        }
    }

    /// The client of ownCloud Infinite Scale for desktops, which has a secret that everybody knows.
    static let desktop = (
        id: "xdXOt13JKxym1B1QcEncf2XDkLAexMBFwiT9j6EfhhHFJhs2KM9jbjTmf8JBXE69",
        secret: "UBntmLjC2yYCeHwsyj73Uwo9TAaecAetRwMw0xYcvNL9yRdLSUi0hUAHfvCHFeFh"
    )

    private static func desktopVisitor(_ server: TestServer) -> Visitor {
        var visitor = Visitor(server)
        visitor.clientID = desktop.id
        visitor.secret = desktop.secret
        return visitor
    }
}
