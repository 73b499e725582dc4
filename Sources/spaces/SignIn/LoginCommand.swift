import Localization
import ArgumentParser
import Foundation
import SpacesClient

/// `spaces login`: signs in once, for all later starts.
struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: localized("Signs in to a server and keeps the session, so that spaces starts without asking."),
        discussion: localized(
            """
            By default in a browser, by the identity provider that the server names. It works over SSH: the address to open \
            and the ssh -L line that brings the answer back are printed, and the address that the browser was sent to can \
            be pasted instead.
            """),
        subcommands: [LoginStatusCommand.self])

    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var trace: TraceOptions

    @Flag(help: ArgumentHelp(localized("Open no browser; print the address only.")))
    var noBrowser = false

    @Flag(help: ArgumentHelp(localized("Open no port; paste the address that the browser was sent to.")))
    var paste = false

    @Flag(
        help: ArgumentHelp(
            localized("Sign in by a code that is entered in a browser on any device, where the provider offers it.")))
    var device = false

    @Flag(
        help: ArgumentHelp(
            localized("Sign in with an app token, which is asked for and not shown, or read from standard input.")))
    var appToken = false

    func validate() throws {
        if [paste, device, appToken].filter(\.self).count > 1 {
            throw ValidationError(localized("--paste, --device and --app-token are different ways: choose one"))
        }
    }

    func run() throws {
        let (target, profile) = try server.target(trace)
        if target.choice == .memory {
            throw Refusal(
                localized("A session in memory ends with the program, so sign in with spaces itself, not with login."))
        }
        let way: Login.Way =
            appToken
            ? .appToken
            : device ? .device : paste ? .paste : noBrowser ? .browser(opensIt: false) : Login.Way(of: profile)
        try waiting {
            var target = target
            target.network = try await TrustOnFirstUse(profile, server: target.server).settings(target.network)
            _ = try await Login(target: target, way: way).run()
        }
    }
}
