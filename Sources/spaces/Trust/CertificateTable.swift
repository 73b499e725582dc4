import Localization
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
            (localized("Server"), server.authority), (localized("Subject"), certificate.subject),
            (localized("Issuer"), certificate.issuer + (certificate.isSelfSigned ? " (\(localized("itself")))" : "")),
            (localized("Names"), names + (more > 0 ? " " + localized("and \(more) more") : "")),
            (localized("Valid"), localized("\(day(certificate.validFrom)) to \(day(certificate.validUntil))")),
            ("SHA-256", bytes.prefix(16).joined(separator: ":") + ":"),
            ("", bytes.dropFirst(16).joined(separator: ":")),
            (localized("Key"), "\(certificate.pin)"),
        ]
        return aligned(rows)
    }

    /// The key of a server that had another one, and what to do.
    static func lines(
        ofChange certificate: ServerCertificate, from pins: [KeyPin], in place: String, server: ServerAddress,
        advice: [String]
    ) -> [String] {
        let keys =
            pins.map { (localized("Trusted"), "\($0)") } + [
                (localized("by"), place), (localized("Now"), "\(certificate.pin)"),
            ]
        return [localized("THE KEY OF \(server.authority) CHANGED, OR SOMEONE IS IN BETWEEN."), ""] + aligned(keys)
            + ["", localized("Nothing was sent.")] + advice
    }

    private static func aligned(_ rows: [(name: String, text: String)]) -> [String] {
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { "  " + $0.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.text }
    }

    private static func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
