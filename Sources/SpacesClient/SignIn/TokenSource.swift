import Localization
import Foundation
import Logging
import SpacesModel
import Synchronization

/// The credentials of a session with an OpenID provider: its access token, renewed before it expires.
///
/// - Nothing happens while nobody asks: a token is renewed on demand, before a request, at least 30 seconds before its
///   end, or at half its life where that is short.
/// - One renewal is under way at a time, in this program and, by a lock beside the stored session, on this machine; who
///   comes second takes what the first has stored.
/// - New tokens are stored before they are used, because the provider may take each refresh token only once.
/// - How old a token is is counted by a clock that only goes on; the one on the wall may be wrong.
package actor TokenSource: CredentialSource {
    package nonisolated let problem: ConnectionProblem? = nil
    nonisolated let place: SessionPlace
    let network: NetworkSettings
    let clock: SignInClock
    let logger: Logger

    /// The tokens in use, and how old they are.
    var current: AgingTokens
    /// The access token that the store was last seen with; another one there comes from another program.
    var stored: SecretText
    /// Why the session is over, until another one is found in the store.
    private var end: SpacesFailure?
    /// When to ask once more all the same, where the refusal was not in a provider's words.
    private var secondAsking: Duration?
    /// When tokens were last issued, and to which client: a server that refuses those does not take the client's at all.
    private nonisolated let issue = Mutex<(time: Duration, client: String)?>(nil)
    private var renewal: Task<Result<AgingTokens, SpacesFailure>, Never>?
    /// After a renewal failed for a passing reason: until when the old token does without another try.
    private var rest: Duration?

    /// Takes a session of tokens as it was found in the store.
    init(
        _ tokens: TokenSession, at place: SessionPlace, network: NetworkSettings, clock: SignInClock, logger: Logger
    ) {
        self.place = place
        self.network = network
        self.clock = clock
        self.logger = logger
        current = AgingTokens(tokens, clock)
        stored = tokens.accessToken
    }

    package func credentials() async throws(SpacesFailure) -> Credentials {
        if let end { try await beginAgain(after: end) }
        let uptime = clock.uptime()
        if !current.isDue(at: uptime) { return current.credentials }
        if !current.isOver(at: uptime), let rest, uptime < rest { return current.credentials }
        do throws(SpacesFailure) {
            return try await renewed(insteadOf: nil).credentials
        } catch {
            // What has not ended yet is as good as ever; the provider may be back by the time it does.
            guard error.isPassing, !current.isOver(at: clock.uptime()) else { throw error }
            logger.notice("\(error.sentence)")
            rest = clock.uptime() + Self.restingTime
            return current.credentials
        }
    }

    package func replacement(for refused: Credentials) async throws(SpacesFailure) -> Credentials? {
        if current.credentials != refused { return current.credentials }
        guard case .bearer(let token) = refused else { return nil }
        return try await renewed(insteadOf: SecretText(token)).credentials
    }

    package nonisolated func refusal(by host: String) -> String {
        issuedClient.map { ForeignClient(id: $0, host: host).reason }
            ?? localized("\(host) does not accept the credentials")
    }

    package nonisolated func advice(challenge: String) -> String {
        issuedClient == nil ? localized("Sign in again: \(place.command).") : ForeignClient.advice
    }

    /// The client whose tokens were issued a moment ago, else `nil`.
    private nonisolated var issuedClient: String? {
        issue.withLock(\.self).flatMap { clock.uptime() - $0.time < Self.restingTime ? $0.client : nil }
    }

    nonisolated func noteIssue(to client: String) {
        issue.withLock { $0 = (clock.uptime(), client) }
    }

    /// For so long a provider is left alone that could not be asked, or whose answer was not its own.
    private static let restingTime = Duration.seconds(10)

    /// Waits for a renewal under way, so that a program that ends does not lose the tokens it brings.
    package func settle(within limit: Duration) async {
        guard let renewal else { return }
        await withTaskGroup(of: Void.self) { group in
            let (ends, end) = AsyncStream.makeStream(of: Void.self)
            Task {
                _ = await renewal.value
                end.finish()
            }
            group.addTask { for await _ in ends {} }
            group.addTask { [clock] in
                do throws(CancellationError) {
                    try await clock.pause(limit)
                } catch {
                    return
                }
            }
            await group.next()
            group.cancelAll()
        }
    }

    /// The tokens after a renewal, which all who ask meanwhile wait for together.
    private func renewed(insteadOf refused: SecretText?) async throws(SpacesFailure) -> AgingTokens {
        // A task of its own: that one who asked no longer wants to know must not lose the tokens for all.
        let task =
            renewal
            ?? Task {
                let result: Result<AgingTokens, SpacesFailure>
                do throws(SpacesFailure) {
                    result = .success(try await renew(insteadOf: refused))
                } catch {
                    result = .failure(error)
                }
                take(result)
                return result
            }
        renewal = task
        return try await task.value.get()
    }

    private func take(_ result: Result<AgingTokens, SpacesFailure>) {
        renewal = nil
        switch result {
        case .success(let tokens):
            current = tokens
            end = nil
            rest = nil
        case .failure(let failure):
            // A token that has not ended yet goes on where it was perhaps no provider that refused.
            guard failure.kind == .notAuthenticated, !failure.isPassing || current.isOver(at: clock.uptime()) else {
                return
            }
            end = failure
            secondAsking = failure.status != nil && failure.code == nil ? clock.uptime() + Self.restingTime : nil
        }
    }

    /// Looks whether somebody signed in again meanwhile, in another window perhaps.
    private func beginAgain(after end: SpacesFailure) async throws(SpacesFailure) {
        if let found = try await found(), found.accessToken != stored {
            try adopt(found)
        } else {
            guard let secondAsking, clock.uptime() >= secondAsking else { throw end }
        }
        self.end = nil
    }

    /// Takes over tokens of another program for the same account.
    func adopt(_ found: TokenSession) throws(SpacesFailure) {
        guard found.subject == current.tokens.subject, found.issuer == current.tokens.issuer else {
            throw .make(
                .renewal, .notAuthenticated,
                reason: localized(
                    "somebody else has signed in to \(place.key.server.authority) on this computer meanwhile"),
                advice: localized("Start spaces again."))
        }
        current = AgingTokens(found, clock)
        stored = found.accessToken
    }
}

/// Tokens with their age by a clock that only goes on.
struct AgingTokens: Sendable {
    var tokens: TokenSession
    /// When they end and when they are to be renewed, by `SignInClock.uptime`.
    private let end: Duration
    private let due: Duration

    /// Where the clock on the wall says that they come from the future, nothing about their age is known.
    init(_ tokens: TokenSession, _ clock: SignInClock) {
        self.tokens = tokens
        let lifetime = Double(tokens.lifetime)
        let age = clock.now().timeIntervalSince(tokens.obtained)
        let left = age < -1 ? 0 : lifetime - max(0, age)
        end = clock.uptime() + .seconds(left)
        due = end - .seconds(min(60, lifetime / 2))
    }

    var credentials: Credentials { .bearer(tokens.accessToken.exposed) }

    func isDue(at uptime: Duration) -> Bool { uptime >= due }
    func isOver(at uptime: Duration) -> Bool { uptime >= end }
}

extension SpacesFailure {
    /// True for what may be over at the next try: no network, a provider in trouble, another program that is slow. Of a
    /// refusal only one that a provider did not put into words, as a proxy between may have given it.
    var isPassing: Bool { kind != .notAuthenticated || (status != nil && code == nil) }
}
