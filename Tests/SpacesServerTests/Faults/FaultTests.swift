import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// What a client meets with, over a real connection, and whether the request took effect.
@Suite(.timeLimit(.minutes(30))) struct FaultTests {
    private static let drives = "/graph/v1.0/drives"
    private static let body = #"{"name":"New"}"#

    // swift-format-ignore
    @Test(arguments: [
        // fault                       status body                     end      created
        ("status=503;retry-after=3",   503,   "",                      .closed, false),
        ("status=503;when=after",      503,   "",                      .closed, true),
        ("truncate=1",                 200,   "{",                     .closed, false),
        ("truncate=13;when=after",     201,   #"{"driveAlias""#,       .closed, true),
        ("reset",                      nil,   "",                      .reset,  false),
        ("reset;when=after",           nil,   "",                      .reset,  true),
        ("reset=2",                    200,   "{ ",                    .reset,  false),
        ("reset=13;when=after",        201,   #"{"driveAlias""#,       .reset,  true),
        ("hang",                       nil,   "",                      .silent, false),
        ("hang;when=after",            nil,   "",                      .silent, true),
        ("latency=40ms",               201,   nil,                     .closed, true),
        ("latency=40ms;when=after",    201,   nil,                     .closed, true),
        ("garbage;when=after",         nil,   nil,                     .closed, true),
        ("garbage=body",               200,   nil,                     .closed, false),
        ("huge=300000",                200,   nil,                     .closed, false),
        ("GET: hang",                  201,   nil,                     .closed, true),
        ("POST /dav: hang",            201,   nil,                     .closed, true),
        ("POST /graph/v1.0/dri: reset", nil,  "",                      .reset,  false),
    ] as [(String, Int?, String?, RawClient.End, Bool)])
    func happens(fault: String, status: Int?, body: String?, end: RawClient.End, isCreated: Bool) async throws {
        var configuration = TestServer.configuration(users: Array(TestServer.users.prefix(1)))
        configuration.faults = [try Fault(parsing: fault)]
        try await withServer(configuration) { server, url in
            // Silence cannot be waited for: a moment is enough for an answer to come if there is one.
            let answer = try await RawClient.send(
                "POST", Self.drives, body: Self.body, to: url, patience: end == .silent ? 300 : 30_000)
            #expect(answer.status == status && answer.end == end, "\(answer)")
            if let body { #expect(answer.body == body) }
            if fault.hasPrefix("huge") { #expect(answer.body.utf8.count > 300_000) }
            if fault.hasPrefix("garbage") { #expect(answer.text.contains("]0;garbage")) }
            if fault.hasPrefix("status=503;retry") { #expect(answer.text.lowercased().contains("retry-after: 3")) }
            func created() async throws -> [String] {
                try await server.store.spaces().filter { $0.type == .project }.map(\.name)
            }
            // Who left before an answer came does not know whether the request is still at work.
            while end == .silent, isCreated, try await created().isEmpty { await Task.yield() }
            #expect(try await created() == (isCreated ? ["New"] : []))
        }
    }

    @Test func areCountedAndSwitchedWhileTheServerRuns() async throws {
        try await withServer(TestServer.configuration(users: Array(TestServer.users.prefix(1)))) { server, url in
            func status() async throws -> Int? { try await RawClient.send("GET", Self.drives, to: url).status }
            #expect(try await status() == 200)
            server.faults.set(
                Fault(.status(503, retryAfter: nil), count: 2), Fault(.latency(milliseconds: 1)),
                Fault(.status(500, retryAfter: nil), pathPrefix: "/graph", count: 1))
            var statuses: [Int?] = []
            for _ in 0..<4 { statuses.append(try await status()) }
            #expect(statuses == [503, 503, 500, 200])
            #expect(server.faults.remaining == [Fault(.latency(milliseconds: 1))])
            server.faults.set(Fault(.hang))
            #expect(try await RawClient.send("GET", Self.drives, to: url, patience: 100).end == .silent)
            server.faults.set()
            #expect(try await status() == 200)
        }
    }
}
