import Localization
import ArgumentParser
import Foundation
import SpacesClient
import SpacesModel
import Texts

/// `spaces login status`: who is signed in, for how long, and where that is kept; never a token.
struct LoginStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract:
            localized(
                "Shows who is signed in, for how long and where the session is kept; ends with status 1 when nobody is."
            ),
        discussion: localized(
            "Without --profile and --user it shows every session for the server, app tokens included."))

    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var trace: TraceOptions

    func run() throws {
        let (target, _) = try server.target(trace)
        let isSignedIn = try waiting { try await tell(target) }
        if !isSignedIn { throw ExitCode(1) }
    }

    private func tell(_ target: SignInTarget) async throws -> Bool {
        let kept = try await KeptSessions(for: target)
        if kept.found.isEmpty, kept.problems.isEmpty {
            say(
                TerminalText(
                    localized("Nobody is signed in to \(target.server.authority). Sign in: \(target.loginCommand)")))
        }
        var isSignedIn = false
        for (index, found) in kept.found.enumerated() {
            if index > 0 { say("") }
            do {
                if try await tell(found, target) { isSignedIn = true }
            } catch let failure as SecretFailure {
                say("\(failure.sentence)")
            }
        }
        for problem in kept.problems { say("\(problem.sentence)") }
        if let hint = kept.hint(target.server) { say("\(hint)") }
        return isSignedIn
    }

    /// Tells of one session; false where it is of no use any more.
    private func tell(_ kept: KeptSessions.Found, _ target: SignInTarget) async throws -> Bool {
        let place = SessionPlace(kept.key, in: kept.store, command: target.loginCommand)
        guard let found = try await place.credentials(network: target.network, logger: .silent) else { return false }
        // First whether it still works: that may renew the tokens that are told of.
        let answer = try await access(found.source, target)
        let session = try await kept.store.session(kept.key) ?? found.session
        var lines = SessionReport(session, place: kept.store.place(of: kept.key), now: Date()).lines
        if let role = answer.permissions?.roleName { lines.insert((localized("Role"), role), at: 2) }
        if let profile = kept.key.profile { lines.insert((localized("Profile"), profile), at: 1) }
        if let problem = answer.problem { lines.append((localized("Problem"), problem.sentence)) }
        let width = lines.map(\.name.count).max() ?? 0
        for line in lines {
            say(TerminalText(line.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + line.text))
        }
        return answer.problem?.kind != .notAuthenticated
    }

    /// What the account may do, and what went wrong with that; that its rights are not told does not mean that nobody is
    /// signed in.
    private func access(
        _ source: any CredentialSource, _ target: SignInTarget
    ) async throws -> (permissions: Permissions?, problem: SpacesFailure?) {
        let service = try HTTPSpacesService(
            ServerConnection(address: target.server, credentials: source, network: target.network), logger: .silent)
        var permissions: Permissions?
        var problem: SpacesFailure?
        do throws(SpacesFailure) {
            permissions = try await service.permissions(of: try await service.account())
        } catch {
            problem = error
        }
        await service.shutdown()
        return (permissions, problem)
    }
}
