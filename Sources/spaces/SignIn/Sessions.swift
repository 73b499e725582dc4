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
    private let unreadable = Mutex<String?>(nil)

    init(logger: Logger) {
        self.logger = logger
    }

    /// Why it is not known whether somebody is signed in, and what to do; `nil` where it is.
    var problem: String? { unreadable.withLock(\.self) }

    /// The credentials of a session that there is, and the account's name; `nil` where nobody is signed in.
    func credentials(
        for target: SignInTarget
    ) async throws(SecretFailure) -> (source: any CredentialSource, user: String)? {
        do throws(SecretFailure) {
            guard let place = try await place(of: target) else { return nil }
            return try await credentials(in: place, target)
        } catch {
            // Whoever signs in with a password needs no session.
            guard error.isOfFolder else { throw error }
            unreadable.withLock { $0 = error.sentence }
            return nil
        }
    }

    private func place(of target: SignInTarget) async throws(SecretFailure) -> SessionPlace? {
        if let known = places.withLock({ $0[target.key] }) { return known }
        return try await target.place()
    }

    /// How to sign in anew where there is a session, though it be of no use any more: as it was signed in then, else in the
    /// way that the profile says; `nil` where there is none.
    func way(of target: SignInTarget, usual: Login.Way) async -> Login.Way? {
        do throws(SecretFailure) {
            guard let place = try await place(of: target) else { return nil }
            switch try await place.store.session(place.key)?.kind {
            case .basic: return .appToken
            case .tokens: return usual == .appToken ? .browser(opensIt: true) : usual
            case nil: return nil
            }
        } catch {
            return usual
        }
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

    /// Signs in on the terminal; `isOffered` asks first whether to.
    func signIn(
        _ target: SignInTarget, _ way: Login.Way, _ questions: Questions, isOffered: Bool
    ) async throws -> (source: any CredentialSource, user: String) {
        if isOffered, try await !isWanted(target, questions) {
            throw Refusal(localized("Not signed in. Sign in with: \(target.loginCommand)"))
        }
        let place = try await Login(target: target, way: way, questions: questions).run()
        places.withLock { $0[target.key] = place }
        guard let made = try await credentials(in: place, target) else {
            throw Refusal(localized("The session is gone again. Sign in with: \(target.loginCommand)"))
        }
        return made
    }

    private func isWanted(_ target: SignInTarget, _ questions: Questions) async throws -> Bool {
        // A script is asked nothing: its next line is no answer.
        guard questions.isAnswered else { return false }
        let host = target.server.authority
        let answer = try await questions.line(localized("You are not signed in to \(host). Sign in now? [Y/n]") + " ")
        let yes = ["", "y", "yes", localized("yes"), String(localized("yes").prefix(1))]
        return answer.map { yes.contains($0.trimmingCharacters(in: .whitespaces).lowercased()) } ?? false
    }

    /// Waits a moment for renewals under way.
    func settle() async {
        for source in sources.withLock(\.self) { await source.settle(within: .seconds(2)) }
    }

    private func credentials(
        in place: SessionPlace, _ target: SignInTarget
    ) async throws(SecretFailure) -> (source: any CredentialSource, user: String)? {
        guard let found = try await place.credentials(network: target.network, logger: logger) else { return nil }
        if let tokens = found.source as? TokenSource { sources.withLock { $0.append(tokens) } }
        return (found.source, found.session.userName)
    }
}
