import Localization
import ArgumentParser
import Foundation
import SpacesClient
import SpacesProfiles
import Texts

/// `spaces trust`: shows the certificate of a server, and trusts its key from then on when a person says so.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: localized("Shows the certificate of a server, and trusts its key where nobody vouches for it."),
        discussion: localized(
            """
            Compare the fingerprint with the one that the administrator of the server tells you by another way. Only who \
            types yes on a terminal trusts the key. It is then kept in the profile, or for a server without one in the file \
            of known servers, and a server with another key is refused from then on. Nothing is sent to the server. It ends \
            with status 1 when the server is not trusted.
            """))

    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var trace: TraceOptions

    @Flag(
        help: ArgumentHelp(
            localized("Ask nothing and keep nothing; print the line of the configuration that would trust the key.")))
    var print = false

    @Flag(help: ArgumentHelp(localized("Forget the key that was trusted, such as when the server has a new one.")))
    var forget = false

    func validate() throws {
        if print, forget { throw ValidationError(localized("--print and --forget are different things: choose one")) }
    }

    func run() throws {
        let (target, profile) = try server.target(trace)
        let use = TrustOnFirstUse(profile, server: target.server)
        if forget { return try forgetKey(use) }
        // Even who checks nothing wants to know here.
        var network = target.network
        if network.isUnchecked { network.trust = .systemRoots }
        let (address, settings) = (target.server, network)
        let (certificate, verdict) = try waiting { try await CertificateInspection.verdict(on: address, settings) }
        say(TerminalText(lines: CertificateTable.lines(of: certificate, server: address)))
        switch verdict {
        case .trusted:
            let pins = settings.pins(for: address)
            let sentence =
                pins.isEmpty
                ? localized("This computer trusts it: there is nothing to do.")
                : localized("This computer trusts it by its key: there is nothing to do.")
            say("\n\(sentence)")
        case .changed(let pins, _): throw use.changed(certificate, from: pins)
        case .unknown(_, let failure) where network.trust != .systemRoots || network.unknownKeyProblem != nil:
            throw Refusal(failure.sentence)
        case .unknown where print:
            let heading =
                profile.name.map { localized("Under the profile \($0), this trusts its key:") }
                ?? localized("Under a profile of this server, this trusts its key:")
            say("\n\(heading)\n\npin: \(certificate.pin.description)")
        case .unknown(let reason, _):
            guard TrustOnFirstUse.hasTerminal else { throw Refusal(lines: unasked(certificate, reason)) }
            try waiting { try await use.ask(certificate, reason) }
        }
    }

    private func unasked(_ certificate: ServerCertificate, _ reason: String) -> [String] {
        localized(
            """
            \(reason.prefix(1).uppercased() + reason.dropFirst()), and without a terminal nobody can be asked.
            If its SHA-256 is \(certificate.fingerprint), as its administrator says, trust its key with \
            --pin \(certificate.pin), or name the certificate that vouches for it with --cacert FILE.
            """
        ).split(separator: "\n").map { String($0) }
    }

    private func forgetKey(_ use: TrustOnFirstUse) throws {
        let places = try waiting { try await use.keys.forget() }
        for place in places {
            say(TerminalText(localized("The key of \(use.keys.server.authority) is forgotten in \(place).")))
        }
        guard places.isEmpty else { return }
        let isNamed = !use.keys.profile.list(.pin).isEmpty
        if isNamed { throw Refusal(localized("The key is named in \(use.keys.place): take it out there.")) }
        say(TerminalText(localized("No key of \(use.keys.server.authority) was kept.")))
    }
}
