import ArgumentParser
import Foundation
import Glibc
import SpacesClient
import SpacesProfiles

/// `spaces trust`: shows the certificate of a server, and how to trust its key from now on. Nothing is written: who may stand
/// for a server is for a person to say, in a configuration that they can read again.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Shows the certificate of a server, and how to trust its key where nobody vouches for it.",
        discussion: """
            Compare the fingerprint with the one that the administrator of the server tells you by another way. Only who \
            says yes on a terminal is told the option and the line of the configuration that trust the key. Nothing is \
            written, and nothing is sent to the server. It ends with status 1 when the server is not trusted.
            """)

    @OptionGroup
    var server: ServerOptions

    @OptionGroup
    var trace: TraceOptions

    func run() throws {
        let (target, profile) = try server.target(trace)
        // Even who checks nothing wants to know here.
        var network = target.network
        if network.isUnchecked { network.trust = .systemRoots }
        let (address, settings) = (target.server, network)
        let (certificate, problem) = try waiting {
            let certificate = try await CertificateInspection.certificate(of: address, settings)
            return (certificate, await CertificateInspection.problem(with: certificate, of: address, settings))
        }
        show(certificate, of: address)
        guard let problem else { return say("This computer trusts it: there is nothing to do.") }
        guard problem.kind == .untrusted else { throw Refusal(problem.sentence) }
        let reason = problem.sentence
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Refusal(
                """
                \(reason)
                If its SHA-256 is \(certificate.fingerprint), as its administrator says, trust its key with \
                --pin \(certificate.pin), or name the certificate that vouches for it with --cacert FILE.
                """)
        }
        say(reason)
        say("\nIs the SHA-256 the one that its administrator told you by another way than this connection?")
        FileHandle.standardOutput.write(Data("Type yes to be told how to trust its key: ".utf8))
        guard readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes" else {
            throw Refusal("The server is not trusted.")
        }
        let already = network.pins.isEmpty ? "" : ", instead of the pin that is given now"
        say("For one run, add the option\(already):\n\n--pin \(certificate.pin)\n")
        let place = profile.name.map { "under the profile \($0)" } ?? "under the profile of this server"
        say("For good, write this \(place) in the configuration\(already):\n\npin: \(certificate.pin)\n")
    }

    private func show(_ certificate: ServerCertificate, of address: ServerAddress) {
        let lines = [
            ("Server", address.authority), ("Subject", certificate.subject),
            ("Issuer", certificate.issuer + (certificate.isSelfSigned ? " (itself)" : "")),
            ("Names", certificate.names.joined(separator: ", ")),
            ("Valid", "\(day(certificate.validFrom)) to \(day(certificate.validUntil))"),
            ("SHA-256", certificate.fingerprint), ("Key", "\(certificate.pin)"),
        ]
        for (name, text) in lines { say(name.padding(toLength: 9, withPad: " ", startingAt: 0) + text) }
        say("")
    }

    private func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
