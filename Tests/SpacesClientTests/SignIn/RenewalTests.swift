import Foundation
import SpacesModel
import Synchronization
import Testing
import Texts

@testable import SpacesClient

/// What a provider may answer to a renewal. No answer costs the stored session; every refusal leads to another sign-in.
@Suite("Answers to renewals")
struct RenewalTests {
    struct Answer: CustomTestStringConvertible, Sendable {
        let status: Int
        let body: String
        /// Whether the words are those of a provider, and not of something between.
        var isCertain = false
        var steps: [FaultyServer.Step]?

        var testDescription: String { "\(status) \(body.prefix(40))" }

        var allSteps: [FaultyServer.Step] {
            steps ?? [.answer(status, body, type: body.hasPrefix("<") ? "text/html" : "application/json")]
        }
    }

    private static let page = "<html><head><title>Sorry</title></head></html>"

    static let refusals = [
        Answer(status: 400, body: #"{"error":"invalid_grant"}"#, isCertain: true),
        Answer(
            status: 400, body: #"{"error":"invalid_request","error_description":"token expired"}"#, isCertain: true),
        Answer(status: 401, body: #"{"error":"invalid_client"}"#, isCertain: true),
        Answer(status: 403, body: #"{"error":"access_denied"}"#, isCertain: true),
        Answer(status: 400, body: #"{"error":"\u001b[2Jnew"}"#, isCertain: true),
        Answer(status: 400, body: page), Answer(status: 403, body: page), Answer(status: 401, body: ""),
        Answer(status: 404, body: "404 page not found\n"), Answer(status: 405, body: ""),
        Answer(status: 400, body: "{"),
        Answer(status: 410, body: "[]"),
    ]

    static let troubles = [
        Answer(status: 408, body: ""), Answer(status: 425, body: ""), Answer(status: 429, body: page),
        Answer(status: 429, body: #"{"error":"invalid_request"}"#), Answer(status: 500, body: ""),
        Answer(status: 502, body: page), Answer(status: 503, body: #"{"error":"temporarily_unavailable"}"#),
        Answer(status: 504, body: ""), Answer(status: 400, body: #"{"error":"temporarily_unavailable"}"#),
        Answer(status: 200, body: page), Answer(status: 200, body: ""), Answer(status: 204, body: ""),
        Answer(status: 200, body: #"{"access_token":"x"#), Answer(status: 200, body: #"{"token_type":"Bearer"}"#),
        Answer(status: 302, body: ""), Answer(status: 0, body: "closed", steps: [.close]),
        Answer(status: 0, body: "reset", steps: [.reset]),
        Answer(status: 0, body: "cut short", steps: [.head(length: 500), .text("{"), .close]),
    ]

    /// What a program that begins now, or one that has been running, gets when the tokens have expired.
    private static func withExpired(
        _ answer: Answer, isStart: Bool,
        _ test: (TokenSourceTests.Setting, any CredentialSource, TokenSession?) async throws -> Void
    ) async throws {
        try await TokenSourceTests.signedIn { setting in
            let running = isStart ? nil : try await setting.source()
            let stored = try await setting.stored
            setting.advance(310)
            setting.provider.state.withLock { $0.renewalSteps = answer.allSteps }
            let source: any CredentialSource
            if let running { source = running } else { source = try await setting.source() }
            try await test(setting, source, stored)
        }
    }

    @Test(arguments: refusals, [true, false]) func aRefusalLeadsToAnotherSignIn(answer: Answer, isStart: Bool)
        async throws
    {
        try await Self.withExpired(answer, isStart: isStart) { setting, source, stored in
            let failure = try #require(await ServiceTests.failure { try await source.credentials() })
            #expect(failure.kind == .notAuthenticated, "\(failure.sentence)")
            #expect(failure.sentence.contains("Sign in again: spaces login."), "\(failure.sentence)")
            #expect(failure.sentence.contains("(\(answer.status)"), "\(failure.sentence)")
            #expect(!TerminalText(failure.sentence).characters.unicodeScalars.contains("\u{1B}"))
            #expect(try await setting.stored == stored, "the session stays until there is another one")

            // A provider's word counts; anything else is asked about once more after a while, not with every request.
            let asked = setting.provider.state.withLock(\.forms).count
            _ = await ServiceTests.failure { try await source.credentials() }
            #expect(setting.provider.state.withLock(\.forms).count == asked)
            setting.provider.state.withLock { $0.renewalSteps = nil }
            setting.advance(10)
            if answer.isCertain {
                #expect(await ServiceTests.failure { try await source.credentials() }?.kind == .notAuthenticated)
                try await setting.signInAgain()
            }
            let renewed = try await source.credentials()
            #expect(renewed == .bearer(try #require(try await setting.stored).accessToken.exposed))
        }
    }

    @Test(arguments: troubles, [true, false]) func troubleIsWaitedFor(answer: Answer, isStart: Bool) async throws {
        try await Self.withExpired(answer, isStart: isStart) { setting, source, stored in
            let failure = try #require(await ServiceTests.failure { try await source.credentials() })
            #expect(failure.kind != .notAuthenticated && failure.mayPass, "\(failure)")
            #expect(failure.sentence.hasPrefix("The sign-in was not renewed"), "\(failure.sentence)")
            #expect(!failure.sentence.contains("Sign in again"), "\(failure.sentence)")
            #expect(try await setting.stored == stored)
            setting.provider.state.withLock { $0.renewalSteps = nil }
            #expect(try await source.credentials() != .bearer(try #require(stored).accessToken.exposed))
        }
    }

    /// As long as the tokens have not expired, nobody need notice; only a provider's own word ends the session before that.
    @Test(arguments: troubles + refusals.filter { !$0.isCertain })
    func aTokenThatLivesGoesOn(answer: Answer) async throws {
        try await TokenSourceTests.signedIn { setting in
            let source = try await setting.source()
            let first = try await source.credentials()
            setting.advance(250)
            setting.provider.state.withLock { $0.renewalSteps = answer.allSteps }
            #expect(try await source.credentials() == first)
            #expect(try await source.credentials() == first)
            setting.provider.state.withLock { $0.renewalSteps = nil }
            setting.advance(20)
            #expect(try await source.credentials() != first)
        }
    }

    @Test func aTokenThatWasJustIssuedAndIsRefusedNamesTheClient() async throws {
        try await TokenSourceTests.signedIn { setting in
            let service = try HTTPSpacesService(
                ServerConnection(address: setting.key.server, credentials: try await setting.source()),
                logger: ServiceTests.silent)
            setting.provider.state.withLock { $0.lie = .foreignToken }
            let failure = await ServiceTests.failure { try await service.account() }
            await service.shutdown()
            #expect(failure?.kind == .notAuthenticated)
            let sentence = failure?.sentence ?? ""
            #expect(sentence.contains("takes no token of the client OpenCloudDesktop"), "\(sentence)")
            #expect(sentence.contains("client_id"), "\(sentence)")
        }
    }

    @Test func aConnectionGoesOnWithWhatANewSignInBrings() async throws {
        let credentials = ReplaceableCredentials(Credentials.basic(user: "ada", password: "old"))
        let refused = try await credentials.credentials()
        #expect(try await credentials.replacement(for: refused) == nil && credentials.isPassword)
        credentials.replace(with: Credentials.bearer("new"))
        // What was under way with the old ones is sent once more.
        #expect(try await credentials.replacement(for: refused) == .bearer("new"))
        #expect(try await credentials.credentials() == .bearer("new") && !credentials.isPassword)
    }
}
