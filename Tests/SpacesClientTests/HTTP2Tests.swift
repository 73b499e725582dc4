import AsyncHTTPClient
import HTTPTypes
import Hummingbird
import HummingbirdHTTP2
import NIOCore
import NIOHTTP1
import NIOSSL
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("HTTP/2")
struct HTTP2Tests {
    @Test func aServerThatOffersItIsAskedByIt() async throws {
        try await Self.withServer { address in
            let network = NetworkSettings(trust: .anything, timeLimits: .patient)
            let client = try network.makeClient(to: address)
            let answer = try await client.execute(
                HTTPClientRequest(url: address.origin + "/graph/v1.0/me"), timeout: .seconds(60))
            #expect(answer.version == .http2 && answer.status == .ok)
            try await client.shutdown()
        }
    }

    @Test func keysAreCheckedBeforeARequestIsSentAsWell() async throws {
        try await Self.withServer { address in
            let seen = try await CertificateInspection.certificate(of: address, NetworkSettings(timeLimits: .patient))
            let right = try HTTPSpacesService(
                .test("\(address)") { $0.pins = [seen.pin] }, logger: ServiceTests.silent)
            #expect(try await right.account().id == "u")
            await right.shutdown()
            let wrong = try HTTPSpacesService(
                .test("\(address)") { $0.pins = [KeyPin(key: [])] }, logger: ServiceTests.silent)
            let failure = await ServiceTests.failure { try await wrong.account() }
            #expect(failure?.sentence.contains("it is \(seen.pin)") == true, "\(String(describing: failure))")
            await wrong.shutdown()
        }
    }

    /// Runs a server that speaks HTTP/2 and HTTP/1.1.
    private static func withServer(_ test: (ServerAddress) async throws -> Void) async throws {
        let router = Router()
        router.get("/graph/v1.0/me") { _, _ in #"{"id":"u"}"# }
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router,
            server: try .http2Upgrade(tlsConfiguration: TestCertificate.good.serverConfiguration()),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { continuation.yield($0.localAddress?.port ?? 0) }, logger: ServiceTests.silent)
        let running = Task { try await application.run() }
        guard let port = await ports.first(where: { _ in true }) else { return try await running.value }
        do {
            try await test(ServerAddress(parsing: "https://localhost:\(port)"))
        } catch {
            running.cancel()
            throw error
        }
        running.cancel()
        _ = await running.result
    }
}
