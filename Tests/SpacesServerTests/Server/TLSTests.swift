import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import SpacesServer
import Testing

/// HTTPS with the server's own certificate: made once, kept, renewed, and over HTTP/2 for those who can.
@Suite struct TLSTests {
    /// Runs a body in a folder of its own, with a configuration that keeps its files there.
    private static func inFolder(_ body: (ServerConfiguration, URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        var configuration = TestServer.configuration(users: Array(TestServer.users.prefix(1)))
        configuration.publicURL = nil
        configuration.tls = .selfSigned
        configuration.database = .file(folder.appending(path: "spaces.sqlite").path(percentEncoded: false))
        try await body(configuration, folder)
    }

    @Test func keepsItsCertificateUntilItEndsOrDoesNotFit() async throws {
        try await Self.inFolder { configuration, folder in
            let clock = AdjustableClock()
            var configuration = configuration
            configuration.clock = clock.clock
            func fingerprint(_ configuration: ServerConfiguration) throws -> String {
                try #require(try SpacesServer(configuration: configuration).certificateFingerprint)
            }
            let first = try fingerprint(configuration)
            let key = folder.appending(path: "spaces.sqlite.key.pem").path(percentEncoded: false)
            let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try fingerprint(configuration) == first)
            configuration.publicURL = "https://cloud.example.org:9200"
            let second = try fingerprint(configuration)
            #expect(second != first)
            #expect(try fingerprint(configuration) == second)
            clock.advance(seconds: 699 * 86400)
            #expect(try fingerprint(configuration) == second)
            clock.advance(seconds: 2 * 86400)
            let third = try fingerprint(configuration)
            #expect(third != second)
            try FileManager.default.removeItem(atPath: key)
            #expect(try fingerprint(configuration) != third)
        }
    }

    @Test(arguments: [
        (HTTPClient.Configuration.HTTPVersion.automatic, HTTPVersion(major: 2, minor: 0)),
        (.http1Only, HTTPVersion(major: 1, minor: 1)),
    ])
    func speaksBothVersionsOfHTTP(asked: HTTPClient.Configuration.HTTPVersion, spoken: HTTPVersion) async throws {
        var configuration = TestServer.configuration(users: Array(TestServer.users.prefix(1)))
        configuration.publicURL = nil
        configuration.tls = .selfSigned
        try await withServer(configuration) { server, url in
            var tls = TLSConfiguration.makeClientConfiguration()
            let pem = Array(try #require(server.certificatePEM).utf8)
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(pem))
            var settings = HTTPClient.Configuration(tlsConfiguration: tls)
            settings.httpVersion = asked
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
            do {
                // By name and by address: both are in the certificate.
                for host in ["localhost", "127.0.0.1"] {
                    var request = HTTPClientRequest(
                        url: url.replacing("127.0.0.1", with: host) + "/graph/v1.0/drives")
                    request.setBasicAuth(username: "admin", password: "demo")
                    let answer = try await client.execute(request, timeout: .seconds(30))
                    #expect(answer.status == .ok && answer.version == spoken)
                    let body = try await answer.body.collect(upTo: 1 << 20)
                    #expect(String(buffer: body).hasPrefix(#"{"value":["#))
                    #expect(answer.headers.first(name: "Date") != nil)
                }
                server.faults.set(Fault(.reset(5), moment: .after))
                await #expect(throws: (any Error).self) {
                    var request = HTTPClientRequest(url: url + "/graph/v1.0/drives")
                    request.setBasicAuth(username: "admin", password: "demo")
                    _ = try await client.execute(request, timeout: .seconds(30)).body.collect(upTo: 1 << 20)
                }
                try await client.shutdown()
            } catch {
                try await client.shutdown()
                throw error
            }
        }
    }
}
