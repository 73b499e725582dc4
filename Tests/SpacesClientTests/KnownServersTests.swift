import Foundation
import Glibc
import Testing

@testable import SpacesClient

/// The file of the servers that a person trusts.
@Suite struct KnownServersTests {
    private let server: ServerAddress
    private let key = KeyPin(key: [1])
    private let other = KeyPin(key: [2])

    init() throws {
        server = try ServerAddress(parsing: "https://cloud.example.org:9200/prefix")
    }

    private func withFile(_ body: (KnownServersFile, String) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let file = try #require(KnownServersFile(environment: ["XDG_STATE_HOME": folder]))
            try await body(file, folder + "/spaces/trust/known-servers")
        }
    }

    @Test func aTrustedKeyIsKeptForTheOriginAndForNobodyElse() async throws {
        try await withFile { file, path in
            #expect(try file.read().keys(of: server).isEmpty)
            try await file.add(key, of: server, at: Date(timeIntervalSince1970: 0))
            #expect(file.path == path && TemporaryFolder.mode(of: path) == 0o600)
            #expect(
                try String(contentsOfFile: path, encoding: .utf8)
                    .hasSuffix("\nhttps://cloud.example.org:9200 \(key) 1970-01-01\n"))
            let known = try file.read()
            #expect(known.keys(of: try ServerAddress(parsing: "https://CLOUD.example.org:9200")) == [key])
            for address in ["https://cloud.example.org", "https://cloud.example.org:9201", "https://example.org:9200"] {
                #expect(known.keys(of: try ServerAddress(parsing: address)).isEmpty, "\(address)")
            }
        }
    }

    @Test func thePortOfHTTPSIsTheSameAsNone() async throws {
        try await withFile { file, _ in
            try await file.add(key, of: try ServerAddress(parsing: "https://a.example:443"), at: Date())
            #expect(try file.read().keys(of: try ServerAddress(parsing: "https://a.example")) == [key])
        }
    }

    @Test func anotherKeyNeverTakesThePlaceOfTheFirst() async throws {
        try await withFile { file, _ in
            try await file.add(key, of: server, at: Date())
            try await file.add(key, of: server, at: Date())
            await #expect(throws: SecretFailure.self) { try await file.add(other, of: server, at: Date()) }
            #expect(try file.read().keys(of: server) == [key])
        }
    }

    @Test func whatAPersonWroteStays() async throws {
        try await withFile { file, path in
            try await file.add(key, of: server, at: Date())
            let own = "# mine\n\nhttps://b.example \(other) the one in the cellar\n"
            let text = try String(contentsOfFile: path, encoding: .utf8) + own
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try await file.forget(server))
            #expect(try await file.forget(server) == false)
            let rest = try String(contentsOfFile: path, encoding: .utf8)
            #expect(rest.hasSuffix("# mine\n\nhttps://b.example \(other) the one in the cellar\n"))
            #expect(!rest.contains("cloud.example.org:9200"))
        }
    }

    // swift-format-ignore
    @Test(arguments: ["https://a.example", "https://a.example sha256//abc", "nonsense here", "ftp://a sha256//x"])
    func aLineThatIsNotUnderstoodIsNoServerForgotten(line: String) async throws {
        try await withFile { file, path in
            try await file.add(key, of: server, at: Date())
            try (String(contentsOfFile: path, encoding: .utf8) + line + "\n")
                .write(toFile: path, atomically: false, encoding: .utf8)
            let failure = #expect(throws: SecretFailure.self) { try file.read() }
            #expect(failure?.sentence.contains("Line 4 of") == true, "\(String(describing: failure))")
        }
    }

    @Test func aFileThatOthersCanChangeIsNotBelieved() async throws {
        try await withFile { file, path in
            try await file.add(key, of: server, at: Date())
            chmod(path, 0o644)
            #expect(try file.read().keys(of: server) == [key])
            chmod(path, 0o664)
            let failure = #expect(throws: SecretFailure.self) { try file.read() }
            #expect(failure?.sentence.contains("others, who may have put keys into it") == true)
        }
    }

    /// A key that was trusted counts as a pin, for the server and for a provider at another address.
    @Test func aKnownKeyVouchesWhereNoneIsNamed() throws {
        var known = KnownServers()
        known.add(key, of: server, on: "today")
        var network = NetworkSettings(
            knownServers: known, trustCommand: "spaces trust --profile work", timeLimits: .patient)
        #expect(network.pins(for: server) == [key])
        #expect(network.forOtherServers.pins(for: server) == [key] && network.forOtherServers.trustCommand == nil)
        network.pins = [other]
        #expect(network.pins(for: server) == [other])
        network.pins = []
        for trust in [NetworkSettings.Trust.anything, .certificates(file: "/a.pem")] {
            network.trust = trust
            #expect(network.pins(for: server).isEmpty)
        }
    }
}
