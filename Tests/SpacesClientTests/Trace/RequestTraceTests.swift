import Foundation
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

@Suite("Writing requests down")
struct RequestTraceTests {
    /// What was written; every time is the same.
    private final class Record: Sendable {
        private let text = Mutex("")
        var written: String { text.withLock(\.self) }

        var trace: RequestTrace {
            let clock = SignInClock(
                now: { Date(timeIntervalSince1970: 0) }, uptime: { .zero },
                pause: { _ throws(CancellationError) in })
            return RequestTrace(clock: clock) { text in self.text.withLock { $0 += text } }
        }
    }

    private static let time = "1970-01-01T00:00:00.000Z"

    @Test func aRequestItsAnswerAndTheEndOfItsBody() async throws {
        let record = Record()
        let account = #"{"id":"1","displayName":"Ada","onPremisesSamAccountName":"ada"}"#
        let answer = """
            HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: r-1\r\nSet-Cookie: a=b\r\n\
            Content-Length: \(account.utf8.count)\r\n\r\n\(account)
            """
        try await FaultyServer.run(script: { _ in [.text(answer)] }) { server in
            let address = "http://127.0.0.1:\(server.port)"
            let service = try HTTPSpacesService(
                .test(address) { $0.trace = record.trace }, logger: ServiceTests.silent)
            #expect(try await service.account().userName == "ada")
            await service.shutdown()
            #expect(
                record.written.replacing(#/[0-9a-f]{8}-[0-9a-f-]{27}/#, with: "ID") == """
                    \(Self.time) 1 > GET \(address)/graph/v1.0/me
                        accept: application/json
                        authorization: Basic [left out]
                        user-agent: spaces
                        x-request-id: ID
                    \(Self.time) 1 < 200 after 0 ms, HTTP/1.1, request id r-1
                        content-length: \(account.utf8.count)
                        content-type: application/json
                        set-cookie: [left out]
                        x-request-id: r-1
                    \(Self.time) 1 = \(account.utf8.count) bytes after 0 ms

                    """)
        }
    }

    @Test func aBodyThatBreaksOffAndAServerThatIsSilent() async throws {
        let record = Record()
        let half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\""
        try await FaultyServer.run(script: { _ in [.text(half), .close] }) { server in
            let service = try HTTPSpacesService(
                .test("http://127.0.0.1:\(server.port)") {
                    $0.trace = record.trace
                    $0.retries = RetryPolicy(attempts: 1)
                }, logger: ServiceTests.silent)
            #expect(await ServiceTests.failure { try await service.account() } != nil)
            await service.shutdown()
        }
        #expect(record.written.contains(" 1 = 5 bytes after 0 ms, the rest was not read\n"), "\(record.written)")
        #expect(record.written.contains(" 1 ! "))
    }

    @Test func aFormIsCountedAndNotTold() async throws {
        let record = Record()
        let echo = "HTTP/1.1 400 Bad Request\r\nX-Request-Id: is v3rifi3r yours\r\nContent-Length: 0\r\n\r\n"
        try await FaultyServer.run(script: { _ in [.text(echo)] }) { server in
            let address = try #require(WebAddress("http://127.0.0.1:\(server.port)/token?state=abc"))
            let client = ProviderClient(
                server: address.origin, network: NetworkSettings(timeLimits: .patient, trace: record.trace),
                operation: .signIn)
            _ = try await client.post(
                [("grant_type", "authorization_code"), ("code_verifier", "v3rifi3r")], to: address,
                as: RegisteredClient(id: "one", secret: SecretText("client secret")))
            #expect(server.requests.first?.body == "grant_type=authorization_code&code_verifier=v3rifi3r")
        }
        #expect(record.written.contains("/token?state=[left out], 52 bytes\n"), "\(record.written)")
        #expect(record.written.contains("request id is [left out] yours\n"))
        for secret in ["v3rifi3r", "client", "abc"] { #expect(!record.written.contains(secret)) }
    }

    @Test func aCertificateThatIsLookedAt() async throws {
        let record = Record()
        let certificate = TestCertificate.good
        try await FaultyServer.run(encrypted: certificate, script: { _ in [.close] }) { server in
            let address = try ServerAddress(parsing: "https://localhost:\(server.port)")
            let seen = try await CertificateInspection.certificate(
                of: address, NetworkSettings(timeLimits: .patient, trace: record.trace))
            #expect(
                record.written == """
                    \(Self.time) 1 > handshake with \(address.origin), no request
                    \(Self.time) 1 < \(seen.pin) after 0 ms

                    """)
        }
    }
}
