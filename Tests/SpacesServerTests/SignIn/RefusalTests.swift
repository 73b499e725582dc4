import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// What is wrong is told to who can do something about it: to the person on a page, or to the client at its own address.
@Suite struct RefusalTests {
    /// An answer sent to a foreign address would make the server a way to lead people anywhere.
    @Test func staysOnThePageWhereTheClientIsNotKnown() async throws {
        let refused: [[String: String?]] = [
            ["client_id": "unknown"], ["client_id": nil], ["client_id": "<script>alert(1)</script>"],
            ["redirect_uri": nil], ["redirect_uri": "https://evil.example/"],
            ["redirect_uri": "http://127.0.0.1.evil.example/"], ["redirect_uri": "http://127.0.0.1@evil.example/"],
            ["redirect_uri": "http://localhost:80:80/"], ["redirect_uri": "http://127.0.0.1:1/#fragment"],
            ["redirect_uri": "http://127.0.0.1:1/\r\nX-Evil: 1"], ["redirect_uri": "https://127.0.0.1:1/"],
            ["redirect_uri": "http://127.0.0.1:1\\@evil.example/"], ["redirect_uri": "oc://android.opencloud.eu"],
            ["redirect_uri": "http://127.0.0.1:123456/"], ["redirect_uri": "javascript:alert(1)"],
        ]
        try await TestServer.run { server in
            var visitor = Visitor(server)
            for changes in refused {
                let answer = try await visitor.open(changes)
                #expect(answer.status == 400, "\(changes)")
                #expect(answer.headers[.location] == nil && answer.headers[.setCookie] == nil)
                #expect(answer.text.contains("<h1>Cannot sign in</h1>"))
                #expect(!answer.text.contains("<script") && !answer.text.contains("<input"))
            }
        }
    }

    @Test func tellsTheClientAtItsAddress() async throws {
        let refused: [([String: String?], String)] = [
            (["response_type": "token"], "unsupported_response_type"), (["response_type": nil], "invalid_request"),
            (["code_challenge": nil], "invalid_request"), (["code_challenge": "short"], "invalid_request"),
            (["code_challenge_method": "S512"], "invalid_request"), (["response_mode": "fragment"], "invalid_request"),
            (["prompt": "none"], "login_required"), (["prompt": "none login"], "invalid_request"),
            (["request": "e30."], "request_not_supported"),
            (["request_uri": "https://x/"], "request_uri_not_supported"),
        ]
        try await TestServer.run { server in
            var visitor = Visitor(server)
            for (changes, error) in refused {
                let answer = try await visitor.open(changes)
                #expect(answer.status == 302)
                #expect(answer.headers[.location]?.hasPrefix("http://127.0.0.1:41234/callback?error=") == true)
                let fields = Visitor.answer(in: answer)
                #expect(fields["error"] == error, "\(changes)")
                #expect(fields["state"] == "s-1" && fields["iss"] == "https://localhost:9200")
                #expect(fields["error_description"]?.isEmpty == false && fields["code"] == nil)
            }
        }
    }

    @Test func refusesParametersThatComeTwice() async throws {
        try await TestServer.run { server in
            let visitor = Visitor(server)
            let form = Visitor.form(visitor.request())
            for name in ["client_id", "redirect_uri"] {
                let answer = try await server.send("GET", "\(Visitor.authorize)?\(form)&\(name)=x", as: nil)
                #expect(answer.status == 400 && answer.headers[.location] == nil)
            }
            let twice = try await server.send("GET", "\(Visitor.authorize)?\(form)&state=x", as: nil)
            #expect(Visitor.answer(in: twice)["error"] == "invalid_request")
            #expect(Visitor.answer(in: twice)["state"] == nil)
            let garbled = try await server.send("GET", "\(Visitor.authorize)?\(form)&x=%zz", as: nil)
            #expect(garbled.status == 400)
        }
    }

    @Test func asksAgainAfterAWrongPassword() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            try await visitor.open()
            for name in ["alan", "nobody-of-that-name"] {
                let answer = try await visitor.submit(name, "wrong")
                #expect(answer.status == 401 && answer.headers[.location] == nil)
                #expect(answer.text.contains("That user name and that password do not go together."))
                #expect(answer.text.contains("name=\"username\" value=\"\(name)\""))
                #expect(!answer.text.contains("value=\"wrong\""))
            }
            #expect(try await visitor.submit("alan").status == 302)
        }
    }

    @Test func takesNoForAnAnswer() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            try await visitor.open()
            let answer = Visitor.answer(in: try await visitor.submit("", "", ["decision": "cancel"]))
            #expect(answer["error"] == "access_denied" && answer["state"] == "s-1")
        }
    }

    /// A form of another page, of another browser, or about another question signs nobody in.
    @Test func takesOnlyItsOwnForm() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            var stranger = Visitor(server)
            try await visitor.open()
            try await stranger.open()
            for token in ["x", stranger.formToken, ""] {
                let answer = try await server.send(
                    "POST", "\(Visitor.authorize)?\(visitor.query)", as: nil,
                    headers: ["Cookie": visitor.cookie ?? ""],
                    text: Visitor.form([
                        "username": "alan", "password": "demo", "form_token": token, "decision": "allow",
                    ]))
                #expect([400, 403].contains(answer.status) && answer.headers[.location] == nil)
            }
            let noCookie = try await server.send(
                "POST", "\(Visitor.authorize)?\(visitor.query)", as: nil,
                text: Visitor.form(["username": "alan", "password": "demo", "form_token": visitor.formToken]))
            #expect(noCookie.status == 403 && noCookie.text.contains("out of date"))
            let token = visitor.formToken
            try await visitor.open(["state": "another"])
            #expect(try await visitor.submit("alan", "demo", ["form_token": token]).status == 403)
            #expect(try await visitor.submit("alan").status == 302)
        }
    }

    /// Whatever a client or a person sends comes back as text only.
    @Test(arguments: [
        #""><script>alert(1)</script>"#, "' onfocus='alert(1)", "</form><form action=//evil.example>",
        "a\u{202E}b\u{1B}c",
    ])
    func escapesWhatItShows(hostile: String) async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            for answer in [
                try await visitor.open(["login_hint": hostile, "state": hostile, "nonce": hostile]),
                try await visitor.submit(hostile, "wrong"),
                try await visitor.open(["client_id": hostile]),
                try await visitor.open(["redirect_uri": hostile]),
            ] {
                #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
                for part in ["<script", "</form><form", "' onfocus='", "\u{202E}", "\u{1B}"] {
                    #expect(!answer.text.contains(part), "\(part)")
                }
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
            }
            // The client gets its state back as it sent it.
            try await visitor.open(["state": hostile])
            #expect(Visitor.answer(in: try await visitor.submit("alan"))["state"] == hostile)
        }
    }

    /// The policy lets the form lead to the client, which browsers hold the redirect to as well.
    @Test func namesTheClientInThePolicy() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            let policy = try await visitor.open().headers[.contentSecurityPolicy]
            #expect(policy?.contains("form-action 'self' http://127.0.0.1:41234;") == true)
        }
    }

    @Test func slowsDownWhoGuesses() async throws {
        let time = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = time.clock
        try await TestServer.run(configuration) { server in
            var visitor = Visitor(server)
            try await visitor.open()
            for count in 1...6 {
                #expect(try await visitor.submit("alan", "guess \(count)").status == (count < 6 ? 401 : 429))
            }
            // Neither the page nor Basic looks at a password now, though it be right.
            let answer = try await visitor.submit("ALAN")
            #expect(answer.status == 429 && answer.headers[.retryAfter] == "1")
            #expect(answer.text.contains("Too many wrong passwords for this name. Try again in 1 s."))
            let basic = try await server.send("GET", "/graph/v1.0/me", as: "alan")
            #expect(basic.status == 429 && basic.headers[.retryAfter] == "1" && basic.body.isEmpty)
            #expect(try await visitor.submit("lynn").status == 302)
            time.advance(seconds: 1)
            #expect(try await visitor.submit("alan", "guess 6").status == 401)
            #expect(try await visitor.submit("alan").headers[.retryAfter] == "2")
            time.advance(seconds: 2)
            #expect(try await visitor.submit("alan").status == 302)
            #expect(try await visitor.submit("alan", "guess 7").status == 401)
        }
    }

    /// A program with an old password guesses nothing.
    @Test func countsARepeatedPasswordOnce() async throws {
        try await TestServer.run { server in
            var visitor = Visitor(server)
            try await visitor.open()
            for _ in 1...10 { #expect(try await visitor.submit("alan", "old").status == 401) }
            #expect(try await visitor.submit("alan").status == 302)
        }
    }
}
