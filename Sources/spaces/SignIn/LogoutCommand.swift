import Localization
import ArgumentParser
import SpacesClient
import Texts

/// `spaces logout`: ends the sessions for a server here and at the provider.
struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: localized("Ends the session: the provider takes its tokens back, and they are forgotten here."),
        discussion: localized(
            """
            Without --profile and --user it ends every session for the server, app tokens included, and names each.
            """))

    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var trace: TraceOptions

    func run() throws {
        let (target, _) = try server.target(trace)
        let problems = try waiting { try await signOut(target) }
        if !problems.isEmpty { throw Refusal(problems.joined(separator: "\n")) }
    }

    /// Ends what is found, one after the other, whatever becomes of the others; returns what was not done.
    private func signOut(_ target: SignInTarget) async throws -> [String] {
        let kept = try await KeptSessions(for: target)
        var problems = kept.problems.map(\.sentence)
        var count = 0
        for found in kept.found {
            do throws(SecretFailure) {
                if try await end(found, target) { count += 1 }
            } catch {
                problems.append(error.sentence)
            }
        }
        if count == 0, problems.isEmpty {
            say(TerminalText(localized("Nobody was signed in to \(target.server.authority).")))
        }
        if let hint = kept.hint(target.server) { say("\(hint)") }
        return problems
    }

    /// False where the session was gone by the time.
    private func end(_ found: KeptSessions.Found, _ target: SignInTarget) async throws(SecretFailure) -> Bool {
        let signOut = SignOut(found.key, store: found.store, network: target.network)
        let browser = await signOut.browserAddress()
        let outcome = try await signOut.run()
        if outcome == .notSignedIn { return false }
        let (host, place) = (target.server.authority, found.store.place(of: found.key))
        say(
            TerminalText(
                found.session.map {
                    localized("Signed out \($0.userName) of \(host); removed the session from \(place).")
                }
                    ?? localized("Signed out of \(host); removed the session from \(place).")))
        if case .notTold(let failure) = outcome { say("\(failure.sentence)") }
        if let browser {
            let advice = localized("The browser in which you signed in may still be: to sign out there, open")
            say("\(advice)\n\n\(browser)\n")
        }
        if outcome == .forgotten {
            say(TerminalText(localized("What was shown to the server is good until it expires by itself.")))
        }
        return true
    }
}
