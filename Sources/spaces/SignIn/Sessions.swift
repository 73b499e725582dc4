import Localization
import Foundation
import Logging
import SpacesClient
import SpacesModel
import Synchronization
import Texts

/// The sessions that a run of the program uses: those that are kept, and those that were begun before the screen opened.
final class Sessions: Sendable {
    private let logger: Logger
    /// Where sessions were put in this run; one in memory is nowhere else.
    private let places = Mutex<[SecretKey: SessionPlace]>([:])
    private let sources = Mutex<[TokenSource]>([])

    init(logger: Logger) {
        self.logger = logger
    }

    /// The credentials of a session that there is, and the account's name; `nil` where nobody is signed in.
    func credentials(for target: SignInTarget) async throws -> (any CredentialSource, user: String)? {
        let known = places.withLock { $0[target.key] }
        let kept = known == nil ? try await target.place() : known
        guard let place = kept else { return nil }
        return try await credentials(in: place, target)
    }

    /// True unless the server says that it takes tokens only and that it has a provider of them; where it says nothing, as it
    /// is not reached, whoever named a user may have a password.
    func takesPasswords(_ target: SignInTarget) async -> Bool {
        let signIn = SignIn(target.server, network: target.network, request: target.request, logger: logger)
        do throws(SpacesFailure) {
            let offer = try await signIn.offer()
            return offer.takesBasic || offer.provider == nil
        } catch {
            return true
        }
    }

    /// Offers to sign in before the screen opens.
    func signInNow(
        _ target: SignInTarget, _ way: Login.Way
    ) async throws -> (any CredentialSource, user: String) {
        let host = target.server.authority
        Output.tell("\(localized("You are not signed in to \(host). Sign in now? [Y/n]")) ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
        guard let answer, ["", "y", "yes", localized("yes"), String(localized("yes").prefix(1))].contains(answer) else {
            throw Refusal(localized("Not signed in. Sign in with: \(target.loginCommand)"))
        }
        let place = try await Login(target: target, way: way).run()
        places.withLock { $0[target.key] = place }
        guard let made = try await credentials(in: place, target) else {
            throw Refusal(localized("The session is gone again. Sign in with: \(target.loginCommand)"))
        }
        return made
    }

    /// Waits a moment for renewals under way.
    func settle() async {
        for source in sources.withLock(\.self) { await source.settle(within: .seconds(2)) }
    }

    private func credentials(
        in place: SessionPlace, _ target: SignInTarget
    ) async throws(SecretFailure) -> (any CredentialSource, user: String)? {
        guard let found = try await place.credentials(network: target.network, logger: logger) else { return nil }
        if let tokens = found.source as? TokenSource { sources.withLock { $0.append(tokens) } }
        return (found.source, found.session.userName)
    }
}
