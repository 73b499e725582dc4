import Foundation
import SpacesClient

/// What a person sees of a certificate.
enum CertificateTable {
    /// The lines: names, and beside them the words. The fingerprint takes two, so that it stays in one piece where a line has
    /// eighty columns.
    static func lines(of certificate: ServerCertificate, server: ServerAddress) -> [String] {
        let bytes = certificate.fingerprint.split(separator: ":")
        let names = certificate.names.prefix(5).joined(separator: ", ")
        let more = certificate.names.count - 5
        let rows = [
            ("Server", server.authority), ("Subject", certificate.subject),
            ("Issuer", certificate.issuer + (certificate.isSelfSigned ? " (itself)" : "")),
            ("Names", names + (more > 0 ? " and \(more) more" : "")),
            ("Valid", "\(day(certificate.validFrom)) to \(day(certificate.validUntil))"),
            ("SHA-256", bytes.prefix(16).joined(separator: ":") + ":"),
            ("", bytes.dropFirst(16).joined(separator: ":")),
            ("Key", "\(certificate.pin)"),
        ]
        return rows.map { name, text in "  " + name.padding(toLength: 9, withPad: " ", startingAt: 0) + text }
    }

    /// The key of a server that had another one, and what to do.
    static func lines(
        ofChange certificate: ServerCertificate, from pins: [KeyPin], in place: String, server: ServerAddress,
        advice: [String]
    ) -> [String] {
        let trusted = pins.map { "  Trusted  \($0)" }
        return ["THE KEY OF \(server.authority) CHANGED, OR SOMEONE IS IN BETWEEN.", ""] + trusted + [
            "  by       \(place)", "  Now      \(certificate.pin)", "", "Nothing was sent.",
        ] + advice
    }

    private static func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
