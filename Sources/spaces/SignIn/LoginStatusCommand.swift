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
            ))

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
        guard let place = try await target.place(),
            let found = try await place.credentials(network: target.network, logger: .silent)
        else {
            say(
                TerminalText(
                    localized("Nobody is signed in to \(target.server.authority). Sign in: \(target.loginCommand)")))
            return false
        }
        // First whether it still works: that may renew the tokens that are told of.
        let answer = try await access(found.source, target)
        let session = try await place.store.session(target.key) ?? found.session
        let report = SessionReport(session, place: place.store.place(of: target.key), now: Date())
        var lines = report.lines
        switch answer {
        case .success(let permissions):
            if let role = permissions?.roleName { lines.insert((localized("Role"), role), at: 2) }
        case .failure(let failure): lines.append((localized("Problem"), failure.sentence))
        }
        let width = lines.map(\.name.count).max() ?? 0
        for line in lines {
            say(TerminalText(line.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + line.text))
        }
        if case .failure(let failure) = answer, failure.kind == .notAuthenticated { return false }
        return true
    }

    private func access(
        _ source: any CredentialSource, _ target: SignInTarget
    ) async throws -> Result<Permissions?, SpacesFailure> {
        let service = try HTTPSpacesService(
            ServerConnection(address: target.server, credentials: source, network: target.network), logger: .silent)
        let result: Result<Permissions?, SpacesFailure>
        do throws(SpacesFailure) {
            result = .success(try await service.permissions(of: try await service.account()))
        } catch {
            result = .failure(error)
        }
        await service.shutdown()
        return result
    }
}
