import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// A sign-in lasts: tokens are renewed, programs share them, thieves are found out, and a restart changes nothing.
@Suite struct SessionTests {
    private let time = AdjustableClock()

    private var configuration: ServerConfiguration {
        var configuration = TestServer.configuration()
        configuration.clock = time.clock
        return configuration
    }

    @Test func renewsTokens() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let first = try await visitor.tokens()
            time.advance(seconds: 299)
            #expect(try await visitor.me(first["access_token"].text).status == 200)
            time.advance(seconds: 1)
            #expect(try await visitor.me(first["access_token"].text).status == 401)
            let second = try await visitor.renew(first["refresh_token"].text)
            #expect(second.status == 200)
            #expect(second.json.keys == first.keys)
            #expect(second.json["refresh_token"] != first["refresh_token"])
            #expect(try await visitor.me(second.json["access_token"].text).status == 200)
            // The same person, signed in when they were; a nonce belongs to the first id token only.
            let (old, new) = (
                Visitor.part(1, of: first["id_token"].text), Visitor.part(1, of: second.json["id_token"].text)
            )
            for name in ["iss", "sub", "aud", "auth_time", "sid"] { #expect(old[name] == new[name], "\(name)") }
            #expect(new["nonce"] == .null && new["iat"].integer == time.seconds)
        }
    }

    /// Two programs that share a token, and a program whose answer was lost on its way.
    @Test func takesAReplacedTokenForAShortTime() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let first = try await visitor.tokens()["refresh_token"].text
            let mine = try await visitor.renew(first).json["refresh_token"].text
            time.advance(seconds: 30)
            let theirs = try await visitor.renew(first).json["refresh_token"].text
            #expect(Set([first, mine, theirs]).count == 3)
            #expect(try await visitor.renew(mine).status == 200)
            #expect(try await visitor.renew(theirs).status == 200)
        }
    }

    @Test func manyProgramsRenewAtOnce() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let first = try await visitor.tokens()["refresh_token"].text
            let sharer = visitor
            let renewed = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 1...8 {
                    group.addTask { try await sharer.renew(first).json["refresh_token"].text }
                }
                return try await group.reduce(into: Set<String>()) { if let token = $1 { $0.insert(token) } }
            }
            #expect(renewed.count == 8)
            for token in renewed { #expect(try await visitor.renew(token).status == 200) }
        }
    }

    @Test func endsTheSessionOfAStolenToken() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let first = try await visitor.tokens()
            let second = try await visitor.renew(first["refresh_token"].text).json
            let others = try await visitor.tokens()
            time.advance(seconds: 31)
            #expect(try await visitor.me(second["access_token"].text).status == 200)
            let stolen = try await visitor.renew(first["refresh_token"].text)
            #expect(stolen.status == 400 && stolen.json["error"].text == "invalid_grant")
            #expect(stolen.json["error_description"].text?.contains("sign in again") == true)
            #expect(try await visitor.me(second["access_token"].text).status == 401)
            #expect(try await visitor.renew(second["refresh_token"].text).status == 400)
            // Another sign-in of the same person goes on.
            #expect(try await visitor.renew(others["refresh_token"].text).status == 200)
        }
    }

    @Test func endsAfterAMonthWithoutUse() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            var token = try await visitor.tokens()["refresh_token"].text
            for _ in 1...3 {
                time.advance(seconds: 30 * 86_400 - 1)
                let answer = try await visitor.renew(token)
                #expect(answer.status == 200)
                token = answer.json["refresh_token"].text
            }
            time.advance(seconds: 30 * 86_400)
            let late = try await visitor.renew(token)
            #expect(late.status == 400 && late.json["error"].text == "invalid_request")
        }
    }

    @Test func bindsARefreshTokenToItsClientAndScope() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            visitor.scope = "openid offline_access email"
            let token = try await visitor.tokens()["refresh_token"].text
            #expect(try await visitor.renew(token, ["client_id": "web"]).json["error"].text == "invalid_grant")
            #expect(try await visitor.renew(token, ["scope": "openid profile"]).json["error"].text == "invalid_scope")
            #expect(try await visitor.renew("unknown").json["error"].text == "invalid_request")
            let less = try await visitor.renew(token, ["scope": "email"]).json
            #expect(less["scope"].text == "email" && less["id_token"] == .null)
            // What was left out once is not lost.
            let all = try await visitor.renew(less["refresh_token"].text).json
            #expect(all["scope"].text == "openid offline_access email")
        }
    }

    @Test func outlivesARestart() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        var configuration = configuration
        let path = folder.appending(path: "spaces.sqlite").path(percentEncoded: false)
        configuration.database = .file(path)
        let kept = Kept()
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let first = try await visitor.tokens()
            await kept.keep(replaced: first, current: try await visitor.renew(first["refresh_token"].text).json)
            await kept.keep(code: try await visitor.code())
            let app = try await server.send("POST", "/auth-app/tokens?expiry=1h", as: "alan").json
            await kept.keep(app: app["token"].text ?? "")
        }
        // Whoever reads the file finds no secret in it.
        let current = await kept.current
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) {
            let bytes = try Data(contentsOf: folder.appending(path: file))
            for secret in [
                current["access_token"].text, current["refresh_token"].text, await kept.code, await kept.app,
            ] {
                #expect(bytes.range(of: Data(try #require(secret).utf8)) == nil, "\(file)")
            }
        }
        configuration.users = []
        try await TestServer.run(configuration) { server in
            let visitor = Visitor(server)
            #expect(try await visitor.me(current["access_token"].text).status == 200)
            #expect(try await visitor.redeem(await kept.code).status == 200)
            let basic = Data("alan:\(await kept.app)".utf8).base64EncodedString()
            let me = try await server.send(
                "GET", "/graph/v1.0/me", as: nil, headers: ["Authorization": "Basic \(basic)"])
            #expect(me.status == 200)
            let renewed = try await visitor.renew(current["refresh_token"].text)
            #expect(renewed.status == 200)
            time.advance(seconds: 31)
            #expect(try await visitor.renew(await kept.replaced["refresh_token"].text).status == 400)
            #expect(try await visitor.renew(renewed.json["refresh_token"].text).status == 400)
        }
    }

    @Test func signsOut() async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let path = "/signin/v1/identifier/_/endsession"
            let first = try await visitor.tokens()
            let hint = first["id_token"].text ?? ""
            // An id token is a hint though it be expired.
            time.advance(seconds: 1000)
            let page = try await server.send("GET", "\(path)?id_token_hint=\(hint)", as: nil)
            #expect(page.status == 200 && page.text.contains("<h1>Signed out</h1>"))
            #expect(try await visitor.renew(first["refresh_token"].text).status == 400)

            let second = try await visitor.tokens()
            let form = Visitor.form([
                "id_token_hint": second["id_token"].text ?? "", "state": "x&y",
                "post_logout_redirect_uri": "http://127.0.0.1:7/bye",
            ])
            let back = try await server.send("POST", path, as: nil, text: form)
            #expect(back.status == 302 && back.headers[.location] == "http://127.0.0.1:7/bye?state=x%26y")
            #expect(try await visitor.me(second["access_token"].text).status == 401)

            let third = try await visitor.tokens()
            for (field, value) in [("id_token_hint", third["access_token"].text), ("id_token_hint", "e30.e30.")] {
                let query = Visitor.form([field: value ?? "", "post_logout_redirect_uri": "https://evil.example/"])
                #expect(try await server.send("GET", "\(path)?\(query)", as: nil).status == 200)
            }
            #expect(try await visitor.me(third["access_token"].text).status == 200)
            try await server.send(
                "POST", path, as: nil, text: Visitor.form(["refresh_token": third["refresh_token"].text ?? ""]))
            #expect(try await visitor.me(third["access_token"].text).status == 401)
        }
    }

    @Test(arguments: ["access_token", "refresh_token"])
    func revokes(name: String) async throws {
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let tokens = try await visitor.tokens()
            let path = "/konnect/v1/revoke"
            let token = tokens[name].text ?? ""
            #expect(try await visitor.post(["token": token, "client_id": "web"], to: path).status == 200)
            #expect(try await visitor.post(["token": "unknown"], to: path).status == 200)
            #expect(try await visitor.post(["token": token, "client_id": "unknown"], to: path).status == 401)
            #expect(try await visitor.post([:], to: path).status == 400)
            #expect(try await visitor.me(tokens["access_token"].text).status == 200)
            #expect(try await visitor.post(["token": token], to: path).status == 200)
            #expect(try await visitor.me(tokens["access_token"].text).status == 401)
            #expect(try await visitor.renew(tokens["refresh_token"].text).status == 400)
        }
    }
}

/// What is carried over a restart.
private actor Kept {
    private(set) var replaced = JSON.null
    private(set) var current = JSON.null
    private(set) var code = ""
    private(set) var app = ""

    func keep(replaced: JSON, current: JSON) { (self.replaced, self.current) = (replaced, current) }
    func keep(code: String) { self.code = code }
    func keep(app: String) { self.app = app }
}
