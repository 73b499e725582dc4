import SpacesModel
import Testing

@testable import SpacesClient

@Suite("Encrypted connections")
struct EncryptionTests {
    // swift-format-ignore
    @Test(arguments: [
        (TestCertificate.good,  "is not trusted", "--cacert FILE"),
        (.expired,              "has expired",    "--insecure"),
    ])
    func aCertificateThatNobodyVouchesForIsRefused(certificate: TestCertificate, reason: String, advice: String) async throws {
        let failure = try #require(try await failure(certificate, trust: .systemRoots))
        #expect(failure.kind == .untrusted)
        #expect(failure.sentence.contains(reason) && failure.sentence.contains(advice), "\(failure)")
    }

    // swift-format-ignore
    @Test(arguments: [
        (TestCertificate.good,      nil),
        (.expired,                  "has expired"),
        (.otherHost,                "is for another host"),
    ] as [(TestCertificate, String?)])
    func aNamedCertificateIsTrustedForItsHostAndTime(certificate: TestCertificate, reason: String?) async throws {
        let failure = try await certificate.withFile { file in
            try await self.failure(certificate, trust: .certificates(file: file))
        }
        #expect((failure == nil) == (reason == nil), "\(String(describing: failure))")
        if let reason { #expect(failure?.kind == .untrusted && failure?.sentence.contains(reason) == true) }
    }

    @Test(arguments: [TestCertificate.good, .expired, .otherHost])
    func insecureTakesAnything(certificate: TestCertificate) async throws {
        #expect(try await failure(certificate, trust: .anything) == nil)
    }

    @Test func aServerWithoutEncryptionIsNamed() async throws {
        let failure = try #require(try await failure(nil, trust: .systemRoots))
        #expect(failure.kind == .unreachable)
        #expect(failure.sentence.contains("does not speak https at this port"), "\(failure)")
    }

    @Test(arguments: ["/nowhere/at all.pem", "/dev/null"])
    func aFileWithoutCertificatesIsRefused(file: String) throws {
        #expect(throws: ConnectionProblem.self) {
            try HTTPSpacesService(
                .test("https://localhost", trust: .certificates(file: file)), logger: ServiceTests.silent)
        }
    }

    private func failure(
        _ certificate: TestCertificate?, trust: NetworkSettings.Trust
    ) async throws -> SpacesFailure? {
        try await FaultyServer.run(encrypted: certificate, script: { _ in [.answer(200, "{\"id\":\"u\"}")] }) {
            server in
            let service = try HTTPSpacesService(
                .test("https://localhost:\(server.port)", trust: trust), logger: ServiceTests.silent)
            let failure = await ServiceTests.failure { try await service.account() }
            await service.shutdown()
            return failure
        }
    }
}
