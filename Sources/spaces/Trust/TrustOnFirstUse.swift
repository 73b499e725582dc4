import Localization
import Foundation
import Glibc
import SpacesClient
import SpacesProfiles
import Texts

/// Asks a person whether to trust a server that nobody vouches for, before anything is sent to it. Who says yes is not asked
/// again: the key is kept. A server with another key than the one that is kept is never asked about.
struct TrustOnFirstUse {
    let keys: TrustedKeys

    init(_ profile: ResolvedProfile, server: ServerAddress) {
        keys = TrustedKeys(profile: profile, server: server, environment: ProcessInfo.processInfo.environment)
    }

    private var server: ServerAddress { keys.server }

    /// Whether there is somebody to ask.
    static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// The settings to reach the server with: the given ones, or those with the key that was just trusted.
    ///
    /// Where there is nothing to ask, or nobody, they stay as they are: whoever wants something of the server then says why
    /// it was not had.
    func settings(_ network: NetworkSettings) async throws -> NetworkSettings {
        guard server.isEncrypted, network.trust == .systemRoots, Self.hasTerminal else { return network }
        let found: (certificate: ServerCertificate, verdict: CertificateVerdict)
        do throws(SpacesFailure) {
            found = try await CertificateInspection.verdict(on: server, network)
        } catch {
            return network
        }
        switch found.verdict {
        case .trusted: return network
        case .changed(let pins, _): throw changed(found.certificate, from: pins)
        case .unknown(_, let failure) where network.unknownKeyProblem != nil: throw Refusal(failure.sentence)
        case .unknown(let reason, _):
            say(TerminalText(lines: CertificateTable.lines(of: found.certificate, server: server)))
            try await ask(found.certificate, reason)
            var network = network
            network.pins = [found.certificate.pin]
            return network
        }
    }

    /// Asks, and keeps the key of who says yes; for others it ends here.
    func ask(_ certificate: ServerCertificate, _ reason: String) async throws {
        say("\n\(localized("\(reason.prefix(1).uppercased() + reason.dropFirst()), and nothing was sent yet."))")
        say(TerminalText(lines: Self.explanation))
        // What was typed before the question is no answer to it.
        tcflush(STDIN_FILENO, TCIFLUSH)
        Output.tell("\n\(localized("Trust this key from now on? Type yes, or Enter for no:")) ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        guard ["yes", localized("yes")].contains(answer) else {
            throw Refusal(localized("The server is not trusted, and nothing was sent to it."))
        }
        say("\(localized("The key is kept in \(try await keys.keep(certificate.pin))."))\n")
    }

    /// Why a server with another key is refused.
    func changed(_ certificate: ServerCertificate, from pins: [KeyPin]) -> Refusal {
        let lines = CertificateTable.lines(
            ofChange: certificate, from: pins, in: keys.place, server: server, advice: keys.remedy)
        return Refusal(lines: lines)
    }

    private static var explanation: [String] {
        localized(
            """
            Compare the SHA-256 with the one that the administrator of the server tells you
            by another way than this connection. On the server itself, this prints it:

              openssl x509 -noout -fingerprint -sha256 -in CERTIFICATE.pem

            If the two differ, someone is in between.
            """
        ).split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }
}
