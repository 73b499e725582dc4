import Foundation
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

@Suite("Keeping a sign-in alive")
struct TokenSourceTests {
    /// A signed-in person: the session is in the store, and sources over it can be made.
    struct Setting {
        let provider: TestProvider
        let clock: TestClock
        let store: any SecretStore
        let key: SecretKey

        func source(_ clock: TestClock? = nil) async throws -> any CredentialSource {
            let place = SessionPlace(key, in: store, command: "spaces login")
            let found = try await place.credentials(
                network: NetworkSettings(timeLimits: .patient), clock: (clock ?? self.clock).clock,
                logger: ServiceTests.silent)
            return try #require(found).source
        }

        var stored: TokenSession? {
            get async throws {
                guard case .tokens(let tokens) = try await store.session(key)?.kind else { return nil }
                return tokens
            }
        }

        /// Time passes here and at the provider.
        func advance(_ seconds: Int) {
            clock.advance(seconds)
            provider.state.withLock { $0.now += Double(seconds) }
        }

        /// Signs in once more, as `spaces login` in another window does.
        func signInAgain() async throws {
            let signIn = try SignInTests.signIn(provider, clock: clock)
            let offer = try await signIn.offer()
            let attempt = try signIn.attempt(offer, redirectURI: "http://127.0.0.1:9")
            let answer = try #require(RedirectAnswer(pasted: provider.redirect(from: attempt.address)))
            try await store.keep(try await signIn.finish(answer, of: attempt, offer).session, key)
        }
    }

    static func signedIn(
        store: any SecretStore = MemorySecretStore(), clockOffset: Int = 0,
        _ change: (inout TestProvider.State) -> Void = { _ in }, _ test: (Setting) async throws -> Void
    ) async throws {
        try await TestProvider.run(change) { provider, _ in
            let clock = TestClock(wall: provider.state.withLock(\.now).addingTimeInterval(Double(clockOffset)))
            let key = SecretKey(server: try ServerAddress(parsing: provider.issuer))
            let setting = Setting(provider: provider, clock: clock, store: store, key: key)
            try await setting.signInAgain()
            try await test(setting)
        }
    }

    @Test(arguments: [0, -120, 120])
    func tokensAreRenewedBeforeTheyExpire(clockOffset: Int) async throws {
        try await Self.signedIn(clockOffset: clockOffset) { setting in
            let source = try await setting.source()
            let first = try await source.credentials()
            setting.advance(239)
            #expect(try await source.credentials() == first && setting.provider.renewals == 0)
            setting.advance(1)
            let second = try await source.credentials()
            #expect(second != first && setting.provider.renewals == 1)
            // What is used is what is stored.
            let stored = try #require(try await setting.stored)
            #expect(second == .bearer(stored.accessToken.exposed))
            for _ in 0..<5 {
                setting.advance(270)
                _ = try await source.credentials()
            }
            #expect(setting.provider.renewals == 6)
        }
    }

    @Test func shortTokensAreRenewedAtHalfTheirLife() async throws {
        try await Self.signedIn({ $0.lifetime = 20 }) { setting in
            let source = try await setting.source()
            setting.advance(9)
            _ = try await source.credentials()
            #expect(setting.provider.renewals == 0)
            setting.advance(1)
            _ = try await source.credentials()
            #expect(setting.provider.renewals == 1)
        }
    }

    @Test func aClockThatIsPutForwardOrBackDoesNotMatter() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            setting.clock.advance(10, wallBy: 3600)
            _ = try await source.credentials()
            setting.clock.advance(10, wallBy: -7200)
            _ = try await source.credentials()
            #expect(setting.provider.renewals == 0)
            // For a program that starts now, the tokens come from the future, so nothing is known about their age.
            _ = try await setting.source().credentials()
            #expect(setting.provider.renewals == 1)
        }
    }

    @Test func manyWhoAskAtOnceCauseOneRenewal() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            setting.advance(290)
            let all = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 { group.addTask { try await source.credentials().authorization } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(all.count == 1 && setting.provider.renewals == 1)
        }
    }

    @Test func twoProgramsThatRenewAtOnceShareOneRenewal() async throws {
        try await TemporaryFolder.with { folder in
            try await Self.signedIn(store: FileSecretStore(folder: folder + "/sessions")) { setting in
                let sources = [try await setting.source(), try await setting.source(), try await setting.source()]
                for round in 1...3 {
                    setting.advance(290)
                    let all = try await withThrowingTaskGroup(of: String.self) { group in
                        for source in sources { group.addTask { try await source.credentials().authorization } }
                        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                    }
                    #expect(all.count == 1 && setting.provider.renewals == round)
                }
            }
        }
    }

    @Test func aRefusedTokenIsReplacedOnce() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            let refused = try await source.credentials()
            let second = try await source.replacement(for: refused)
            #expect(second != nil && second != refused && setting.provider.renewals == 1)
            // Who comes late with the same refusal gets what is there by now.
            #expect(try await source.replacement(for: refused) == second && setting.provider.renewals == 1)
        }
    }

    @Test func anAnswerThatGotLostIsAskedForAgain() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            setting.advance(290)
            setting.provider.state.withLock { $0.losesNextAnswer = true }
            _ = try await source.credentials()
            #expect(setting.provider.renewals == 2)
            setting.advance(290)
            _ = try await source.credentials()
            #expect(setting.provider.renewals == 3)
        }
    }

    @Test func aProviderInTroubleCostsNothingWhileTheTokenLives() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            let first = try await source.credentials()
            setting.provider.state.withLock { $0.trouble = 503 }
            setting.advance(250)
            #expect(try await source.credentials() == first)
            let asked = setting.provider.state.withLock(\.forms).count
            // It is left alone for a while, so that not every request waits for it.
            #expect(try await source.credentials() == first)
            #expect(setting.provider.state.withLock(\.forms).count == asked)
            setting.advance(60)
            let failure = await ServiceTests.failure { try await source.credentials() }
            #expect(failure?.kind == .serverError, "\(String(describing: failure))")
            setting.provider.state.withLock { $0.trouble = nil }
            #expect(try await source.credentials() != first)
        }
    }

    @Test func aSessionThatEndedSaysSoAndComesBackWithTheNextSignIn() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            setting.provider.state.withLock { ($0.refreshToken, $0.earlierRefreshToken) = ("", "") }
            setting.advance(290)
            for _ in 0..<2 {
                let failure = await ServiceTests.failure { try await source.credentials() }
                #expect(failure?.kind == .notAuthenticated)
                #expect(failure?.sentence.contains("has ended") == true, "\(String(describing: failure))")
                #expect(failure?.sentence.contains("spaces login") == true)
            }
            // The provider is not asked again for what it has refused.
            #expect(setting.provider.state.withLock(\.forms).filter { $0["grant_type"] == "refresh_token" }.count == 1)
            try await setting.signInAgain()
            let stored = try #require(try await setting.stored)
            #expect(try await source.credentials() == .bearer(stored.accessToken.exposed))
        }
    }

    @Test func signingOutInAnotherWindowEndsTheSession() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            let outcome = try await SignOut(
                setting.key, store: setting.store, network: NetworkSettings(timeLimits: .patient)
            ).run()
            #expect(outcome == .revoked)
            #expect(setting.provider.state.withLock(\.revoked).first?.hasPrefix("refresh-") == true)
            setting.advance(290)
            let failure = await ServiceTests.failure { try await source.credentials() }
            #expect(failure?.sentence.contains("signed out") == true)
            let again = try await SignOut(
                setting.key, store: setting.store, network: NetworkSettings(timeLimits: .patient)
            ).run()
            #expect(again == .notSignedIn)
        }
    }

    @Test func anotherAccountIsNotTakenForTheSame() async throws {
        try await Self.signedIn { setting in
            let source = try await setting.source()
            var session = try #require(try await setting.store.session(setting.key))
            guard case .tokens(var tokens) = session.kind else {
                Issue.record("no tokens")
                return
            }
            (tokens.subject, tokens.accessToken) = ("subject-2", SecretText("other"))
            session.kind = .tokens(tokens)
            try await setting.store.keep(session, setting.key)
            setting.advance(290)
            let failure = await ServiceTests.failure { try await source.credentials() }
            #expect(failure?.sentence.contains("somebody else") == true, "\(String(describing: failure))")
            #expect(setting.provider.renewals == 0)
        }
    }

    @Test func theServiceSurvivesTheEndOfItsToken() async throws {
        try await Self.signedIn { setting in
            let service = try HTTPSpacesService(
                ServerConnection(address: setting.key.server, credentials: try await setting.source()),
                logger: ServiceTests.silent)
            #expect(try await service.account().userName == "ada")
            // The server forgets all tokens although they have not expired.
            setting.provider.state.withLock { $0.accessTokens = [:] }
            #expect(try await service.account().userName == "ada")
            await service.shutdown()
        }
    }
}
