import Localization
import ArgumentParser
import Foundation
import SpacesClient
import SpacesProfiles

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

    @OptionGroup
    var signIn: SignInOptions

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
        _ = try Given([(.auth, signIn.auth)])
        // The same said twice is no contradiction.
        let flags: [(isGiven: Bool, name: String, fits: [String])] = [
            (paste, "--paste", ["auto", "oidc"]), (noBrowser, "--no-browser", ["auto", "oidc"]),
            (device, "--device", ["auto", "device"]), (appToken, "--app-token", ["auto", "app-token", "basic"]),
        ]
        if let auth = signIn.auth, let other = flags.first(where: { $0.isGiven && !$0.fits.contains(auth) }) {
            throw ValidationError(localized("--auth \(auth) and \(other.name) are different ways: choose one"))
        }
    }

    func run() throws {
        let (target, profile) = try server.target(trace, [(.auth, signIn.auth)])
        if target.choice == .memory {
            throw Refusal(
                localized("A session in memory ends with the program, so sign in with spaces itself, not with login."))
        }
        let way = try way(of: profile)
        try waiting {
            var target = target
            target.network = try await TrustOnFirstUse(profile, server: target.server).settings(target.network)
            _ = try await Login(target: target, way: way, questions: .forCommand).run()
        }
    }

    private func way(of profile: ResolvedProfile) throws -> Login.Way {
        if appToken { return .appToken }
        if device { return .device }
        if paste { return .paste }
        if profile.authentication == .bearer {
            throw Refusal(
                localized(
                    """
                    With auth: bearer the token comes from token_file, and no session is used: name another way, as in \
                    spaces login --auth oidc.
                    """))
        }
        let way = Login.Way(of: profile)
        return noBrowser && way == .browser(opensIt: true) ? .browser(opensIt: false) : way
    }
}
