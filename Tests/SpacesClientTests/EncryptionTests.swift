import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("Encrypted connections")
struct EncryptionTests {
    // swift-format-ignore
    @Test(arguments: [
        (TestCertificate.good,  "is not trusted", "--cacert FILE"),
        (.expired,              "has expired on 2021-01-01, or the clock of this computer is wrong: it says 20", "--pin"),
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

    @Test(arguments: [TestCertificate.good, .expired, .otherHost])
    func aPinnedKeyVouchesForAnyCertificate(certificate: TestCertificate) async throws {
        let shown = try await seen(certificate)
        #expect(try await failure(certificate, pins: [shown.pin]) == nil)
    }

    @Test(arguments: [NetworkSettings.Trust.systemRoots, .anything])
    func anotherKeyThanThePinnedOneHearsNothing(trust: NetworkSettings.Trust) async throws {
        let pin = try await seen(.good).pin
        try await FaultyServer.run(encrypted: .otherHost, script: { _ in [.answer(200, "{\"id\":\"u\"}")] }) { server in
            let service = try HTTPSpacesService(
                .test("https://localhost:\(server.port)", trust: trust) { $0.pins = [pin] }, logger: ServiceTests.silent
            )
            let failure = await ServiceTests.failure { try await service.account() }
            await service.shutdown()
            #expect(failure?.kind == .untrusted)
            #expect(failure?.sentence.contains("the key of localhost:\(server.port) changed, or someone is") == true)
            #expect(
                failure?.sentence.contains("trusted is \(pin). Nothing was sent.") == true,
                "\(String(describing: failure))")
            #expect(server.requests.isEmpty)
        }
    }

    @Test func aPinBesideNamedCertificatesNeedsBoth() async throws {
        let pin = try await seen(.good).pin
        let other = try await seen(.otherHost).pin
        try await TestCertificate.good.withFile { file in
            #expect(try await self.failure(.good, trust: .certificates(file: file), pins: [other, pin]) == nil)
            let wrongKey = try await self.failure(.good, trust: .certificates(file: file), pins: [other])
            #expect(wrongKey?.sentence.contains("changed") == true)
        }
        try await TestCertificate.expired.withFile { file in
            let wrongChain = try await self.failure(.good, trust: .certificates(file: file), pins: [pin])
            #expect(wrongChain?.sentence.contains("is not trusted") == true)
        }
    }

    @Test func aCertificateIsShownBeforeAnybodyTrustsIt() async throws {
        let shown = try await seen(.expired)
        #expect(shown.subject == "CN=localhost" && shown.issuer == "CN=localhost" && shown.isSelfSigned)
        #expect(shown.names == ["localhost"])
        #expect(shown.validUntil.formatted(.iso8601) == "2021-01-01T00:00:00Z")
        #expect(shown.fingerprint.count == 95 && shown.pin.description.hasPrefix("sha256//"))
        // As `openssl x509 -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64` says.
        #expect(try await seen(.good).pin.description == "sha256//4Qd1Cu6kHDZgEeJAQdH83Gr8R3xjQnW0XCYaxKK8yvo=")
    }

    // swift-format-ignore
    @Test(arguments: [
        (TestCertificate.good,  "the certificate of localhost:PORT is not trusted"),
        (.expired,              "the certificate of localhost:PORT has expired on 2021-01-01"),
    ])
    func whyNobodyVouchesForItIsSaidAndNothingIsSent(certificate: TestCertificate, words: String) async throws {
        try await FaultyServer.run(encrypted: certificate, script: { _ in [] }) { server in
            let address = try ServerAddress(parsing: "https://localhost:\(server.port)")
            let (seen, verdict) = try await CertificateInspection.verdict(
                on: address, NetworkSettings(trustCommand: "spaces trust --profile work", timeLimits: .patient))
            guard case .unknown(let reason, let failure) = verdict else {
                Issue.record("\(verdict)")
                return
            }
            #expect(reason.hasPrefix(words.replacing("PORT", with: "\(server.port)")))
            #expect(failure.kind == .untrusted && failure.sentence.contains("spaces trust --profile work"))
            var pinned = NetworkSettings(pins: [seen.pin], timeLimits: .patient)
            guard case .trusted = try await CertificateInspection.verdict(on: address, pinned).verdict else {
                Issue.record("the key vouches for it")
                return
            }
            pinned.pins = [KeyPin(key: [])]
            guard case .changed(pinned.pins, let failure) = try await CertificateInspection.verdict(on: address, pinned).verdict
            else {
                Issue.record("it has another key")
                return
            }
            #expect(failure.sentence.contains("changed, or someone is in between"))
            #expect(server.requests.isEmpty)
        }
    }

    @Test func aServerMayWantAClientCertificate() async throws {
        try await TestCertificate.good.withFiles { certificate, key in
            let own = ClientCertificate(certificateFile: certificate, keyFile: key)
            #expect(try await self.failure(.good, trust: .anything, client: own, demanding: true) == nil)
            let without = try await self.failure(.good, trust: .anything, demanding: true)
            #expect(without?.sentence.contains("wants a client certificate") == true, "\(String(describing: without))")
        }
        try await TestCertificate.expired.withFiles { certificate, key in
            let wrong = ClientCertificate(certificateFile: certificate, keyFile: key)
            let refused = try await self.failure(.good, trust: .anything, client: wrong, demanding: true)
            #expect(
                refused?.sentence.contains("does not accept the client certificate") == true,
                "\(String(describing: refused))")
        }
    }

    @Test func aClientCertificateThatCannotBeUsedIsRefusedAtOnce() async throws {
        try await TestCertificate.good.withFiles { certificate, key in
            try await TestCertificate.expired.withFiles { _, otherKey in
                for (certificateFile, keyFile, reason) in [
                    ("/nowhere.pem", key, "The client certificate in /nowhere.pem cannot be read"),
                    (certificate, "/nowhere.pem", "Cannot read /nowhere.pem: No such file or directory."),
                    (certificate, otherKey, "is not the one of the client certificate"),
                ] {
                    let own = ClientCertificate(certificateFile: certificateFile, keyFile: keyFile)
                    let problem = #expect(throws: ConnectionProblem.self) {
                        try HTTPSpacesService(
                            .test("https://localhost") { $0.clientCertificate = own }, logger: ServiceTests.silent)
                    }
                    #expect(problem?.sentence.contains(reason) == true)
                }
            }
        }
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
        _ certificate: TestCertificate?, trust: NetworkSettings.Trust = .systemRoots, pins: [KeyPin] = [],
        client: ClientCertificate? = nil, demanding: Bool = false
    ) async throws -> SpacesFailure? {
        try await FaultyServer.run(
            encrypted: certificate, demandingClients: demanding, script: { _ in [.answer(200, "{\"id\":\"u\"}")] }
        ) { server in
            let service = try HTTPSpacesService(
                .test("https://localhost:\(server.port)", trust: trust) {
                    $0.pins = pins
                    $0.clientCertificate = client
                }, logger: ServiceTests.silent)
            let failure = await ServiceTests.failure { try await service.account() }
            await service.shutdown()
            return failure
        }
    }

    /// What a person is shown of a server with this certificate; nothing is sent to it.
    private func seen(_ certificate: TestCertificate) async throws -> ServerCertificate {
        try await FaultyServer.run(encrypted: certificate, script: { _ in [] }) { server in
            let shown = try await CertificateInspection.certificate(
                of: ServerAddress(parsing: "https://localhost:\(server.port)"), NetworkSettings(timeLimits: .patient))
            #expect(server.requests.isEmpty)
            return shown
        }
    }
}
