import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SpacesModel
import SpacesServer
import Synchronization
import Testing

@testable import SpacesClient

/// The whole way in, against the provider of the embedded server.
@Suite("Signing in to the embedded server")
struct EmbeddedProviderTests {
    /// A person at a browser who knows the password.
    enum Person {
        /// Opens the page, fills in the form and sends it; returns where the browser is sent to.
        static func redirect(from address: String, password: String = "demo") async throws -> String {
            let page = try await HTTPClient.shared.execute(HTTPClientRequest(url: address), timeout: .seconds(20))
            let html = String(buffer: try await page.body.collect(upTo: 100_000))
            let token = try #require(html.firstMatch(of: /name="form_token" value="([^"]*)"/)).output.1
            var form = HTTPClientRequest(url: address)
            form.method = .POST
            form.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            let cookie = page.headers.first(name: "Set-Cookie").map { String($0.prefix { $0 != ";" }) }
            if let cookie { form.headers.add(name: "Cookie", value: cookie) }
            form.body = .bytes(
                ByteBuffer(
                    string: FormText.written([
                        (name: "username", value: "dennis"), (name: "password", value: password),
                        (name: "decision", value: "allow"), (name: "form_token", value: String(token)),
                    ])))
            // This browser does not follow redirects, so that a test can paste them.
            let client = HTTPClient(
                eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
            let answer = try await client.execute(form, timeout: .seconds(20))
            let location = answer.headers.first(name: "Location")
            try await client.shutdown()
            return try #require(location, "the provider answers \(answer.status)")
        }
    }

    /// The time at the server, which a test moves, and by how much the clock here is wrong.
    private static func withProvider(
        clockOffset: Int = 0,
        _ test: @escaping @Sendable (SignIn, TestClock, _ advance: @Sendable (Int) -> Void) async throws -> Void
    ) async throws {
        let passed = Mutex<Int64>(0)
        let start = Int64(Date().timeIntervalSince1970)
        var configuration = ServerConfiguration(users: [
            UserDefinition(
                username: "dennis", displayName: "Dennis Ritchie", mail: "dennis@example.org", password: "demo",
                role: .admin)
        ])
        configuration.passwordCost = 8
        configuration.clock = ServerClock { Timestamp(nanoseconds: (start + passed.withLock(\.self)) * 1_000_000_000) }
        let clock = TestClock(wall: Date(timeIntervalSince1970: Double(start) + Double(clockOffset)))
        try await withServer(configuration) { _, url in
            let signIn = SignIn(
                try ServerAddress(parsing: url), network: NetworkSettings(timeLimits: .patient), clock: clock.clock,
                logger: ServiceTests.silent)
            try await test(signIn, clock) { seconds in
                passed.withLock { $0 += Int64(seconds) }
                clock.advance(seconds)
            }
        }
    }

    private static func lines(_ texts: [String]) -> AsyncStream<String> { SignInTests.lines(texts) }

    /// Signs in with the answer by the loopback port, or pasted.
    private static func signedIn(_ signIn: SignIn, isPasted: Bool) async throws -> SignedIn {
        let offer = try await signIn.offer()
        let listener = isPasted ? nil : try await LoopbackListener.open()
        let attempt = try signIn.attempt(offer, redirectURI: listener?.redirectURI ?? "http://127.0.0.1")
        let redirect = try await Person.redirect(from: attempt.address)
        let wait = AnswerWait(
            for: attempt, listener: listener, lines: lines(isPasted ? [redirect] : []), limit: .seconds(60)
        ) { Issue.record("\($0)") }
        async let answer = wait.first()
        if !isPasted {
            let page = try await HTTPClient.shared.execute(HTTPClientRequest(url: redirect), timeout: .seconds(20))
            #expect(page.status == .ok)
        }
        let signedIn = try await signIn.finish(try await answer, of: attempt, offer)
        await listener?.close()
        return signedIn
    }

    @Test(arguments: [true, false], [-120, 0, 120])
    func theWholeWayInAndOnAfterItsTokensExpired(isPasted: Bool, clockOffset: Int) async throws {
        try await Self.withProvider(clockOffset: clockOffset) { signIn, clock, advance in
            let signedIn = try await Self.signedIn(signIn, isPasted: isPasted)
            #expect(signedIn.account.userName == "dennis" && signedIn.permissions?.roleName == "Admin")
            let store = MemorySecretStore()
            let key = SecretKey(server: signIn.server)
            try await store.keep(signedIn.session, key)
            let place = SessionPlace(key, in: store, command: "spaces login")
            let found = try await place.credentials(
                network: signIn.network, clock: clock.clock, logger: ServiceTests.silent)
            let service = try HTTPSpacesService(
                ServerConnection(address: signIn.server, credentials: try #require(found).source),
                logger: ServiceTests.silent)
            // Long enough for several tokens to end, each of which the server refuses from then on.
            for _ in 0..<4 {
                advance(295)
                #expect(try await service.account().userName == "dennis")
            }
            await service.shutdown()
            guard case .tokens(let tokens) = try await store.session(key)?.kind,
                case .tokens(let first) = signedIn.session.kind
            else {
                Issue.record("no tokens")
                return
            }
            #expect(tokens.refreshToken != first.refreshToken && tokens.accessToken != first.accessToken)
        }
    }

    @Test func twoProgramsShareOneSession() async throws {
        try await TemporaryFolder.with { folder in
            try await Self.withProvider { signIn, clock, advance in
                let store = FileSecretStore(folder: folder + "/sessions")
                let key = SecretKey(server: signIn.server)
                try await store.keep(try await Self.signedIn(signIn, isPasted: true).session, key)
                let place = SessionPlace(key, in: store, command: "spaces login")
                var services: [HTTPSpacesService] = []
                for _ in 0..<3 {
                    let found = try await place.credentials(
                        network: signIn.network, clock: clock.clock, logger: ServiceTests.silent)
                    services.append(
                        try HTTPSpacesService(
                            ServerConnection(address: signIn.server, credentials: try #require(found).source),
                            logger: ServiceTests.silent))
                }
                for _ in 0..<3 {
                    advance(295)
                    let names = try await withThrowingTaskGroup(of: String.self) { group in
                        for service in services { group.addTask { try await service.account().userName } }
                        return try await group.reduce(into: [String]()) { $0.append($1) }
                    }
                    #expect(names == ["dennis", "dennis", "dennis"])
                }
                for service in services { await service.shutdown() }
                let signOut = SignOut(key, store: store, network: signIn.network)
                let browser = try #require(await signOut.browserAddress())
                #expect(browser.hasPrefix(signIn.server.description) && browser.contains("?client_id="))
                #expect(try await signOut.run() == .revoked)
                #expect(await signOut.browserAddress() == nil)
                #expect(try await store.read(key) == nil)
            }
        }
    }

    @Test func aCodeIsGoodOnceAndForWhoAskedForIt() async throws {
        try await Self.withProvider { signIn, _, _ in
            let offer = try await signIn.offer()
            let attempt = try signIn.attempt(offer, redirectURI: "http://127.0.0.1")
            let answer = try #require(
                RedirectAnswer(pasted: try await Person.redirect(from: attempt.address)))
            let other = try signIn.attempt(offer, redirectURI: "http://127.0.0.1")
            let foreign = await ServiceTests.failure { try await signIn.finish(answer, of: other, offer) }
            #expect(foreign?.sentence.contains("another sign-in") == true, "\(String(describing: foreign))")
            _ = try await signIn.finish(answer, of: attempt, offer)
            let again = await ServiceTests.failure { try await signIn.finish(answer, of: attempt, offer) }
            #expect(again?.kind == .notAuthenticated, "\(String(describing: again))")
        }
    }
}
