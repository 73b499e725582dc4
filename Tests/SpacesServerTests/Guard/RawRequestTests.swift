import Foundation
import SpacesServer
import Testing

/// What is no good request, as bytes on a socket: each gets one clear answer, and nothing is changed by it.
@Suite struct RawRequestTests {
    private static func live(
        _ limits: ConnectionLimits = ConnectionLimits(),
        _ body: @Sendable (SpacesServer, _ url: String) async throws -> Void
    ) async throws {
        var configuration = TestServer.configuration(users: Array(TestServer.users.prefix(1)))
        configuration.publicURL = nil
        configuration.limits = limits
        try await withServer(configuration, body)
    }

    /// The personal space of who asks; the framing of the body is the test's business.
    private static func put(_ head: String, _ body: String = "") -> String {
        "PUT /webdav/file HTTP/1.1\r\nHost: localhost\r\n\(RawClient.credentials)\(head)\r\n\(body)"
    }

    private static let get = "GET /graph/v1.0/me HTTP/1.1\r\nHost: localhost\r\n\(RawClient.credentials)"

    // swift-format-ignore
    @Test(arguments: [
        // What is wrong, the request, the status, a word of the answer.
        ("a bad chunk",       put("Transfer-Encoding: chunked\r\n", "3\r\nnew\r\nxyz\r\n"), 400, "body is broken"),
        ("a cut chunk",       put("Transfer-Encoding: chunked\r\n", "5\r\nne"),             400, "body is broken"),
        ("a short body",      put("Content-Length: 9\r\n", "new"),                          400, "body is broken"),
        ("two lengths",       put("Content-Length: 3\r\nContent-Length: 5\r\n", "new"),     400, "no request"),
        ("length and chunks", put("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "3\r\nnew\r\n0\r\n\r\n"), 400, "no request"),
        ("chunks and length", put("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "3\r\nnew\r\n0\r\n\r\n"), 400, "no request"),
        ("another coding",    put("Transfer-Encoding: gzip\r\n", "new"),                    400, "body is broken"),
        ("a negative length", put("Content-Length: -1\r\n"),                                400, "no request"),
        ("a space in a name", put("Content-Length : 3\r\n", "new"),                         400, "no request"),
        ("a folded line",     put("X-A: b\r\n  c\r\nContent-Length : 3\r\n", "new"),        400, "no request"),
        ("no host",           "PUT /webdav/file HTTP/1.1\r\n\(RawClient.credentials)Content-Length: 3\r\n\r\nnew", 400, "one host"),
        ("two hosts",         put("Host: other\r\nContent-Length: 3\r\n", "new"),           400, "one host"),
        ("no HTTP",           "hello\r\n\r\n",                                              400, "no request"),
        ("another version",   "GET / HTTP/3.0\r\nHost: x\r\n\r\n",                          400, "no request"),
        ("half a head",       "GET / HTTP/1.1\r\nHost:",                                    400, "no request"),
        ("a large head",      "GET / HTTP/1.1\r\nHost: x\r\nX-A: \(String(repeating: "a", count: 200_000))\r\n\r\n", 431, "65536 bytes"),
        ("a large address",   "GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1\r\nHost: x\r\n\r\n",         431, "65536 bytes"),
    ])
    func isAnsweredOnce(what: String, request: String, status: Int, word: String) async throws {
        try await Self.live { server, url in
            let before = try await RawClient.send("PUT", "/webdav/file", body: "old", to: url)
            #expect(before.status == 201)
            let answer = try await RawClient.send(bytes: Array(request.utf8), to: url, endsSending: true)
            #expect(answer.status == status && answer.answers == 1, "\(what): \(answer.text)")
            #expect(answer.body.contains(word), "\(what): \(answer.text)")
            #expect(answer.text.lowercased().contains("connection: close"), "\(what): \(answer.text)")
            #expect(answer.end == .closed, "\(what)")
            #expect(try await RawClient.send("GET", "/webdav/file", to: url).body == "old", "\(what)")
        }
    }

    /// The connection ends with the answer, though the client would wait for more.
    @Test func endsAConnectionThatCannotGoOn() async throws {
        try await Self.live { _, url in
            for request in [
                Self.put("Transfer-Encoding: chunked\r\n", "3\r\nnew\r\nxyz\r\n"), "hello\r\n\r\n",
                Self.get + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n" + Self.get + "\r\n",
                Self.get + "Connection: Close\r\n\r\n",
            ] {
                let answer = try await RawClient.send(bytes: Array(request.utf8), to: url)
                #expect(answer.end == .closed && answer.answers == 1, "\(request): \(answer.text)")
            }
        }
    }

    /// Answers keep the order of requests that come at once, and a bad one among them is answered in its place.
    @Test func answersInOrder() async throws {
        try await Self.live { _, url in
            let two = Self.get + "\r\n" + Self.get + "Connection: close\r\n\r\n"
            let good = try await RawClient.send(bytes: Array(two.utf8), to: url)
            #expect(good.answers == 2 && good.text.ranges(of: " 200 OK").count == 2 && good.end == .closed)
            let mixed = Self.get + "\r\nGET / HTTP/1.1\r\n\r\n"
            let bad = try await RawClient.send(bytes: Array(mixed.utf8), to: url)
            #expect(bad.status == 200 && bad.answers == 2 && bad.text.contains("HTTP/1.1 400"))
            #expect(bad.end == .closed)
        }
    }

    /// A body after HEAD would be taken for the next answer.
    @Test func answersHEADWithoutABody() async throws {
        try await Self.live { _, url in
            for path in ["/webdav/missing", "/nowhere", "/graph/v1.0/drives", "/webdav/", "/graph/v1.0/drives/%00"] {
                let answer = try await RawClient.send("HEAD", path, to: url)
                #expect([404, 405, 409, 400].contains(answer.status ?? 0), "\(path)")
                #expect(answer.body.isEmpty && answer.end == .closed, "\(path): \(answer.text)")
            }
            #expect(try await RawClient.send("PUT", "/webdav/file", body: "12345", to: url).status == 201)
            let file = try await RawClient.send("HEAD", "/webdav/file", to: url)
            #expect(file.status == 200 && file.text.contains("Content-Length: 5\r\n") && file.body.isEmpty)
        }
    }

    @Test func surviesOddTargets() async throws {
        try await Self.live { _, url in
            for line in ["CONNECT example.org:443", "OPTIONS *", "GET http://other/graph/v1.0/me", "GET ?", "TRACE /"] {
                let request = "\(line) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                let answer = try await RawClient.send(bytes: Array(request.utf8), to: url)
                #expect((400..<500).contains(answer.status ?? 0), "\(line): \(answer.text)")
            }
        }
    }

    @Test func limitsTheConnectionsOfAClient() async throws {
        var limits = ConnectionLimits()
        limits.perClient = 2
        try await Self.live(limits) { _, url in
            let get = Self.get + "\r\n"
            let (first, third, fourth) = try await RawConnection.onThread {
                let connections = try (0..<2).map { _ in try RawConnection(to: url) }
                for connection in connections {
                    connection.send(get)
                    connection.receive { $0.contains("\r\n\r\n") }
                }
                let refused = try RawConnection(to: url)
                refused.receive()
                // One that ends makes room; the server hears of it when it answers with its own end.
                connections[0].endSending()
                connections[0].receive()
                let next = try RawConnection(to: url)
                next.send(get)
                next.receive { $0.contains("\r\n\r\n") }
                return (connections[1].text, refused.text, next.text)
            }
            #expect(first.hasPrefix("HTTP/1.1 200"))
            #expect(third.hasPrefix("HTTP/1.1 429") && third.hasSuffix("too many connections from your address\n"))
            #expect(fourth.hasPrefix("HTTP/1.1 200"), "\(fourth)")
        }
    }
}
