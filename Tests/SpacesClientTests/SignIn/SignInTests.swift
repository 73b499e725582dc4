import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import SpacesModel
import Synchronization
import Testing
import Texts

@testable import SpacesClient

@Suite("Signing in by browser")
struct SignInTests {
    /// A line-up of everything but the browser.
    static func signIn(
        _ provider: TestProvider, clock: TestClock = TestClock(), request: SignIn.Request = .init()
    ) throws -> SignIn {
        SignIn(
            try ServerAddress(parsing: provider.issuer), network: NetworkSettings(timeLimits: .patient),
            request: request,
            clock: clock.clock, logger: ServiceTests.silent)
    }

    /// The failure of a whole sign-in with the answer pasted.
    static func failure(_ provider: TestProvider, clock: TestClock = TestClock()) async throws -> SpacesFailure? {
        let signIn = try signIn(provider, clock: clock)
        do throws(SpacesFailure) {
            let offer = try await signIn.offer()
            let attempt = try signIn.attempt(offer, redirectURI: "http://127.0.0.1:9")
            guard let answer = RedirectAnswer(pasted: provider.redirect(from: attempt.address)) else { return nil }
            _ = try await signIn.finish(answer, of: attempt, offer)
            return nil
        } catch {
            return error
        }
    }

    static func lines(_ texts: [String]) -> AsyncStream<String> {
        AsyncStream { continuation in
            for text in texts { continuation.yield(text) }
            continuation.finish()
        }
    }

    @Test func theBrowserBringsTheAnswer() async throws {
        try await TestProvider.run { provider, server in
            let signIn = try Self.signIn(provider, request: .init(user: "ada"))
            let offer = try await signIn.offer()
            #expect(offer.takesBearer && !offer.takesBasic && offer.client.id == "OpenCloudDesktop")
            let listener = try await LoopbackListener.open()
            let attempt = try signIn.attempt(offer, redirectURI: listener.redirectURI)
            #expect(
                attempt.address.contains("login_hint=ada") && attempt.address.contains("code_challenge_method=S256"))
            let redirect = provider.redirect(from: attempt.address)
            let wait = AnswerWait(for: attempt, listener: listener, lines: Self.lines([]), limit: .seconds(60)) { _ in
                Issue.record("nothing was pasted")
            }
            async let answer = wait.first()
            // Before and after the answer, others knock at the door.
            let root = "http://127.0.0.1:\(listener.port)"
            var statuses: [UInt] = []
            for target in ["/favicon.ico", "/", "/?code=x&state=guess", "/other?code=x", ""] {
                let address = target.isEmpty ? redirect : root + target
                let response = try await HTTPClient.shared.execute(
                    HTTPClientRequest(url: address), timeout: .seconds(10))
                let page = String(buffer: try await response.body.collect(upTo: 10_000))
                #expect(!page.contains("<script") && response.headers.contains(name: "Content-Security-Policy"))
                statuses.append(response.status.code)
            }
            #expect(statuses == [404, 400, 400, 404, 200])
            let signedIn = try await signIn.finish(try await answer, of: attempt, offer)
            await listener.close()
            #expect(signedIn.account.userName == "ada" && signedIn.permissions?.roleName == "Space Admin")
            guard case .tokens(let tokens) = signedIn.session.kind else {
                Issue.record("no tokens")
                return
            }
            #expect(tokens.subject == "subject-1" && tokens.lifetime == 300 && tokens.isRenewable)
            #expect(tokens.issuer == provider.issuer && signedIn.session.server == provider.issuer)
            #expect(server.requests.allSatisfy { !$0.line.contains("access-") && !$0.line.contains("code-") })
        }
    }

    @Test func aPageUnderAnotherNameIsRefused() async throws {
        try await TestProvider.run { provider, _ in
            let signIn = try Self.signIn(provider)
            let listener = try await LoopbackListener.open()
            let attempt = try signIn.attempt(try await signIn.offer(), redirectURI: listener.redirectURI)
            _ = listener.answers(to: attempt)
            var request = HTTPClientRequest(url: provider.redirect(from: attempt.address))
            request.headers.replaceOrAdd(name: "Host", value: "rebound.example:\(listener.port)")
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
            #expect(response.status.code == 404)
            await listener.close()
        }
    }

    @Test(
        arguments: [
            { $0 }, { String($0.split(separator: "?").last ?? "") }, { "  \($0.prefix(40))\n  \($0.dropFirst(40)) \n" },
            { $0 + "#fragment" },
        ] as [@Sendable (String) -> String])
    func anAddressCanBePastedAsAWholeOrInPart(form: @Sendable (String) -> String) async throws {
        try await TestProvider.run { provider, _ in
            let signIn = try Self.signIn(provider)
            let offer = try await signIn.offer()
            let attempt = try signIn.attempt(offer, redirectURI: "http://127.0.0.1:9")
            let complaints = Mutex<[String]>([])
            let pasted = ["", "hello", "code=x&state=guess", form(provider.redirect(from: attempt.address))]
            let wait = AnswerWait(for: attempt, listener: nil, lines: Self.lines(pasted)) { complaint in
                complaints.withLock { $0.append(complaint) }
            }
            let answer = try await wait.first()
            #expect(try await signIn.finish(answer, of: attempt, offer).account.userName == "ada")
            let told = complaints.withLock(\.self)
            #expect(told.count == 2 && told[0].contains("no code") && told[1].contains("another sign-in"))
        }
    }

    @Test func withoutAnyAnswerTheReasonIsSaid() async throws {
        try await TestProvider.run { provider, _ in
            let signIn = try Self.signIn(provider)
            let attempt = try signIn.attempt(try await signIn.offer(), redirectURI: "http://127.0.0.1:9")
            let wait = AnswerWait(for: attempt, listener: nil, lines: Self.lines(["code=x&state=guess"])) { _ in }
            let failure = await ServiceTests.failure { try await wait.first() }
            #expect(failure?.sentence.contains("belongs to another sign-in") == true, "\(String(describing: failure))")

            let listener = try await LoopbackListener.open()
            let late = AnswerWait(
                for: attempt, listener: listener, lines: Self.lines([]), clock: TestClock().clock, limit: .seconds(600)
            ) { _ in }
            let timedOut = await ServiceTests.failure { try await late.first() }
            #expect(timedOut?.kind == .timedOut && timedOut?.sentence.contains("within 600 s") == true)
            await listener.close()
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        (.issuer,             "none"),
        (.plainEndpoint,      "token_endpoint that is no https address"),
        (.tokenIssuer,        "issued by https://evil.example"),
        (.audience,           "is for another, not for this program"),
        (.otherParty,         "not given to this one"),
        (.nonce,              "the nonce is not the one"),
        (.noAlgorithm,        "signed with “none”"),
        (.sharedSecret,       "signed with “HS256”"),
        (.foreignKey,         "not made with its key"),
        (.unknownKey,         "a key that it does not have"),
        (.expired,            "expired 600 s ago"),
        (.fromFuture,         "600 s from the future"),
        (.accessTokenHash,    "at_hash differs"),
        (.answerIssuer,       "the answer comes from https://evil.example"),
        (.noIDToken,          "no id token"),
        (.foreignToken,       "takes no token of the client OpenCloudDesktop"),
        (.hugeDocument,       "too large"),
        (.deepDocument,       "nested too deeply"),
        (.redirectingTokens,  "gives no tokens"),
    ] as [(TestProvider.Lie, String)])
    func everyLieIsNamed(lie: TestProvider.Lie, words: String) async throws {
        try await TestProvider.run({ $0.lie = lie }) { provider, _ in
            let failure = try #require(try await Self.failure(provider), "\(lie) was believed")
            #expect(failure.sentence.contains(words), "\(failure.sentence)")
            #expect(failure.sentence.hasPrefix("You are not signed in"), "\(failure.sentence)")
        }
    }

    @Test(arguments: [
        ("access_denied", "was refused"), ("invalid_scope", "--scope"), ("\u{1B}[2Jnew", "refuses"),
    ])
    func theProvidersRefusalsAreSentences(code: String, words: String) async throws {
        try await TestProvider.run { provider, _ in
            let signIn = try Self.signIn(provider)
            let offer = try await signIn.offer()
            let attempt = try signIn.attempt(offer, redirectURI: "http://127.0.0.1:9")
            let redirect = provider.redirect(from: attempt.address) {
                $0[0] = ("error", code)
                $0.append(("error_description", "no\u{1B}[31m way"))
            }
            let answer = try #require(RedirectAnswer(pasted: redirect))
            let failure = await ServiceTests.failure { try await signIn.finish(answer, of: attempt, offer) }
            let sentence = failure?.sentence ?? ""
            #expect(sentence.contains(words) && sentence.contains("way"), "\(sentence)")
            #expect(!TerminalText(sentence).characters.unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test(arguments: [-120, 120, -86400, 86400])
    func aWrongClockHereDoesNotMatter(offset: Int) async throws {
        try await TestProvider.run { provider, _ in
            let clock = TestClock(wall: provider.state.withLock(\.now).addingTimeInterval(Double(offset)))
            let failure = try await Self.failure(provider, clock: clock)
            #expect(failure == nil)
        }
    }

    @Test func aProductThatIsNotOpenCloudHasAnotherClient() async throws {
        try await TestProvider.run({ $0.product = "Infinite Scale" }) { provider, _ in
            let offer = try await Self.signIn(provider).offer()
            #expect(offer.client == .infiniteScale && offer.product == "Infinite Scale")
            #expect(!"\(offer) \(String(reflecting: offer))".contains("UBntmLj"))
        }
    }

    @Test func codesForOtherDevicesAreWaitedForAsTheProviderSays() async throws {
        let polls = ["authorization_pending", "slow_down", "authorization_pending"]
        try await TestProvider.run({ ($0.offersDevice, $0.devicePolls) = (true, polls) }) { provider, _ in
            let clock = TestClock()
            let signIn = try Self.signIn(provider, clock: clock)
            let shown = Mutex<[String]>([])
            let signedIn = try await signIn.byDevice(try await signIn.offer()) { code in
                shown.withLock { $0 = [code.userCode, code.address] }
            }
            #expect(signedIn.account.userName == "ada")
            #expect(shown.withLock(\.self) == ["AB\u{1B}[2J-CD", "https://idp.example/device"])
            #expect(clock.reading.withLock(\.pauses) == [5, 5, 10, 10].map { .seconds($0) })
        }
    }

    @Test(arguments: [
        (["access_denied"], "refused"), (["expired_token"], "not entered in time"),
        ([String](repeating: "authorization_pending", count: 50), "not entered in time"),
    ])
    func codesForOtherDevicesEnd(polls: [String], words: String) async throws {
        try await TestProvider.run({ ($0.offersDevice, $0.devicePolls) = (true, polls) }) { provider, _ in
            let signIn = try Self.signIn(provider)
            let failure = await ServiceTests.failure { try await signIn.byDevice(try await signIn.offer()) { _ in } }
            #expect(failure?.sentence.contains(words) == true, "\(String(describing: failure))")
        }
    }

    @Test func schemesAreReadOffAChallenge() {
        let challenge = #"Bearer realm="a, Digest b", charset="UTF-8", Basic realm="x""#
        #expect(Discovery.schemes(challenge) == ["bearer", "basic"])
        #expect(Discovery.schemes("") == [])
    }
}
