import Localization
import ArgumentParser
import SpacesClient
import Texts

/// `spaces logout`: ends the session here and at the provider.
struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: localized("Ends the session: the provider takes its tokens back, and they are forgotten here."))

    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var trace: TraceOptions

    func run() throws {
        let (target, _) = try server.target(trace)
        try waiting {
            var count = 0
            for store in try await target.stores.all(target.choice) {
                let signOut = SignOut(target.key, store: store, network: target.network)
                let browser = await signOut.browserAddress()
                let outcome = try await signOut.run()
                if outcome == .notSignedIn { continue }
                count += 1
                say(
                    TerminalText(
                        localized(
                            "Signed out of \(target.server.authority); removed the session from \(store.place(of: target.key))."
                        )))
                if case .notTold(let failure) = outcome { say(TerminalText(failure.sentence)) }
                if let browser {
                    let advice = localized("The browser in which you signed in may still be: to sign out there, open")
                    say("\(advice)\n\n\(browser)\n")
                }
                if outcome == .forgotten {
                    say(TerminalText(localized("What was shown to the server is good until it expires by itself.")))
                }
            }
            if count == 0 { say(TerminalText(localized("Nobody was signed in to \(target.server.authority)."))) }
        }
    }
}
