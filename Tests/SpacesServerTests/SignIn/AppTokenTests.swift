import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// Passwords that a user makes for programs (docs/server-behaviour.md §7.3).
@Suite struct AppTokenTests {
    private let time = AdjustableClock()
    private static let path = "/auth-app/tokens"

    private var configuration: ServerConfiguration {
        var configuration = TestServer.configuration()
        configuration.clock = time.clock
        return configuration
    }

    private static func use(_ token: String, as user: String = "alan", _ server: TestServer) async throws -> Int {
        let basic = Data("\(user):\(token)".utf8).base64EncodedString()
        return try await server.send(
            "GET", "/graph/v1.0/me", as: nil, headers: ["Authorization": "Basic \(basic)"]
        ).status
    }

    @Test func standsForThePassword() async throws {
        try await TestServer.run(configuration) { server in
            let made = try await server.send("POST", "\(Self.path)?expiry=72h&label=my%20laptop", as: "alan")
            #expect(made.status == 200)
            #expect(made.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(made.json.keys == ["created_date", "expiration_date", "label", "token"])
            #expect(made.json["label"].text == "my laptop")
            #expect(made.json["created_date"].text == "2027-01-15T08:00:00Z")
            #expect(made.json["expiration_date"].text == "2027-01-18T08:00:00Z")
            let token = try #require(made.json["token"].text)
            #expect(try await Self.use(token, server) == 200)
            #expect(try await Self.use(token, as: "ALAN", server) == 200)
            #expect(try await Self.use(token, as: "lynn", server) == 401)
            time.advance(seconds: 72 * 3600 - 1)
            #expect(try await Self.use(token, server) == 200)
            time.advance(seconds: 1)
            #expect(try await Self.use(token, server) == 401)
        }
    }

    @Test func worksWherePasswordsDoNot() async throws {
        var configuration = configuration
        configuration.allowsBasicPasswords = false
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            let bearer = ["Authorization": "Bearer \(try await visitor.tokens()["access_token"].text ?? "")"]
            let made = try await server.send("POST", "\(Self.path)?expiry=1h", as: nil, headers: bearer)
            #expect(try await Self.use(made.json["token"].text ?? "", server) == 200)
            #expect(try await Self.use("demo", server) == 401)
        }
    }

    @Test func listsAndDeletes() async throws {
        try await TestServer.run(configuration) { server in
            var tokens: [String] = []
            for label in ["first", "second"] {
                time.advance(seconds: 1)
                let made = try await server.send("POST", "\(Self.path)?expiry=1h&label=\(label)", as: "alan")
                tokens.append(made.json["token"].text ?? "")
            }
            let list = try await server.send("GET", Self.path, as: "alan").json
            #expect(list.elements.map { $0["label"].text } == ["first", "second"])
            // The list tells no secret, but what it tells is enough to delete one.
            let shown = list[0]["token"].text ?? ""
            #expect(!tokens.contains(shown))
            #expect(try await Self.use(shown, server) == 401)
            #expect(try await server.send("GET", Self.path, as: "lynn").text == "[]")
            #expect(try await server.send("DELETE", "\(Self.path)?token=\(shown)", as: "lynn").status == 404)
            #expect(try await server.send("DELETE", "\(Self.path)?token=\(shown)", as: "alan").status == 200)
            #expect(try await server.send("DELETE", "\(Self.path)?token=\(tokens[1])", as: "alan").status == 200)
            for token in tokens { #expect(try await Self.use(token, server) == 401) }
            #expect(try await server.send("DELETE", Self.path, as: "alan").status == 400)
        }
    }

    @Test func refusesWhatIsNoDuration() async throws {
        try await TestServer.run(configuration) { server in
            for query in [
                "", "?expiry=", "?expiry=x", "?expiry=72", "?expiry=-1h", "?expiry=0", "?expiry=1h30", "?expiry=1d",
                "?expiry=9999999h", "?expiry=.h", "?expiry=1.2.3h", "?expiry=2562047h47m16s",
            ] {
                let answer = try await server.send("POST", Self.path + query, as: "alan")
                #expect(answer.status == 400, "\(query)")
                #expect(answer.text == "error parsing expiry. Use e.g. 30m or 72h\n")
            }
            #expect(try await server.send("GET", Self.path, as: "alan").json.elements.isEmpty)
        }
    }

    @Test func readsDurationsAsGoDoes() async throws {
        try await TestServer.run(configuration) { server in
            for (text, seconds) in [("1.5h", 5400), ("1h30m", 5400), (".5h", 1800), ("90000ms", 90), ("+1m1s", 61)] {
                let query = Visitor.form(["expiry": text])
                let made = try await server.send("POST", "\(Self.path)?\(query)", as: "alan")
                let expires = Timestamp(nanoseconds: (time.seconds + Int64(seconds)) * 1_000_000_000)
                #expect(made.json["expiration_date"].text == expires.rfc3339, "\(text)")
            }
        }
    }

    @Test func canBeSwitchedOff() async throws {
        var configuration = configuration
        configuration.offersAppTokens = false
        try await TestServer.run(configuration) { server in
            let answer = try await server.send("POST", "\(Self.path)?expiry=1h", as: "alan")
            #expect(answer.status == 404)
        }
    }

    @Test func makesNoneForOthers() async throws {
        try await TestServer.run(configuration) { server in
            let answer = try await server.send("POST", "\(Self.path)?expiry=1h&userName=alan")
            #expect(answer.status == 403 && answer.text == "impersonation is not allowed\n")
        }
    }
}
