import Foundation
import Synchronization
import Testing

@testable import SpacesClient

@Suite("Credentials that others keep fresh")
struct RereadCredentialsTests {
    @Test func aCommandIsAskedAgainWhenItsTokenIsRefused() async throws {
        try await TemporaryFolder.with { folder in
            let command = try CredentialCommandTests.command("echo x >>\(folder)/count; wc -l <\(folder)/count")
            let source = RereadCredentials(.bearer, from: "the command") { () throws(SecretFailure) in
                try await command.secret()
            }
            let first = try await source.credentials()
            #expect(first == .bearer("1"))
            #expect(try await source.credentials() == first)
            #expect(try await source.replacement(for: first) == .bearer("2"))
            #expect(try await source.replacement(for: first) == .bearer("2"))
            #expect(try await source.credentials() == .bearer("2"))
        }
    }

    @Test func aTokenThatIsAboutToExpireIsReadAgain() async throws {
        let clock = TestClock()
        let count = Mutex(0)
        let source = RereadCredentials(.bearer, from: "a file", clock: clock.clock) { () throws(SecretFailure) in
            let end = Int(clock.reading.withLock(\.wall).timeIntervalSince1970) + 300
            let claims = Base64URL.encoded(
                Array("{\"exp\":\(end),\"n\":\(count.withLock { $0 += 1; return $0 })}".utf8))
            return SecretText(
                "e30.\(claims).e30".replacing("e30.", with: Base64URL.encoded(Array("{\"alg\":\"x\"}".utf8)) + "."))
        }
        let first = try await source.credentials()
        clock.advance(269)
        #expect(try await source.credentials() == first)
        clock.advance(2)
        #expect(try await source.credentials() != first && count.withLock(\.self) == 2)
    }

    @Test(arguments: ["", "two words", "line\u{7F}"])
    func whatCannotBeSentIsRefused(text: String) async throws {
        let source = RereadCredentials(.bearer, from: "the file x") { () throws(SecretFailure) in SecretText(text) }
        let failure = await ServiceTests.failure { try await source.credentials() }
        #expect(failure?.kind == .notAuthenticated && failure?.sentence.contains("the file x") == true)
    }
}
