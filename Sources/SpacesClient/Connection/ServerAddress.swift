import Localization
import Foundation
import SpacesModel

/// Where a server is: scheme, host, port and the path below which its API lies.
package struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
    package let isEncrypted: Bool
    /// The host as it stands in an address: an IPv6 one in brackets.
    package let host: String
    /// `nil` for the port of the scheme.
    package let port: Int?
    /// Empty, or `/prefix` without a slash at its end.
    package let pathPrefix: String

    /// The address without a slash at its end: `https://cloud.example.org:9200/prefix`.
    package var description: String { origin + pathPrefix }

    /// Scheme, host and port.
    package var origin: String { (isEncrypted ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "") }

    /// Host and port, for sentences.
    package var authority: String { host + (port.map { ":\($0)" } ?? "") }

    /// The host without the brackets of an IPv6 address.
    var hostWithoutBrackets: String { host.first == "[" ? String(host.dropFirst().dropLast()) : host }

    /// True for this very machine, where secrets may travel unencrypted.
    package var isLoopback: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, parts[0] == "127", parts.allSatisfy({ UInt8($0) != nil }) { return true }
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
    }

    /// Why no credentials are sent to this address, or `nil`: nothing but this machine hears them unencrypted.
    package var problemWithCredentials: ConnectionProblem? {
        isEncrypted || isLoopback
            ? nil
            : ConnectionProblem(
                localized(
                    "Credentials are not sent to \(origin) because nothing encrypts them on the way. Use https://."))
    }

    /// Reads what a person types: `cloud.example.org`, `https://host:9200/`, `http://127.0.0.1:9200/prefix`.
    ///
    /// Without a scheme it is https.
    package init(parsing text: String) throws(ConnectionProblem) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty {
            throw ConnectionProblem(localized("No server address given: write one such as https://cloud.example.org."))
        }
        let shown = String(text.prefix(100))
        let (scheme, rest) = Self.split(text)
        guard scheme == "https" || scheme == "http" else {
            throw ConnectionProblem(
                localized("A server address begins with https:// or http://, not \(scheme)://."))
        }
        isEncrypted = scheme == "https"
        let authority = rest.prefix { !"/?#".contains($0) }
        let path = rest.dropFirst(authority.count)
        if authority.contains("@") {
            throw ConnectionProblem(
                localized("Leave user name and password out of the server address; they are given separately."))
        }
        if path.contains(where: { $0 == "?" || $0 == "#" }) {
            throw ConnectionProblem(localized("Leave out what follows ? or # in the server address \(shown)."))
        }
        (host, port) = try Self.hostAndPort(authority, shown: shown)
        pathPrefix = try Self.prefix(path, shown: shown)
    }

    private static func split(_ text: String) -> (scheme: String, rest: Substring) {
        guard let mark = text.range(of: "://") else { return ("https", text[...]) }
        return (text[..<mark.lowerBound].lowercased(), text[mark.upperBound...])
    }

    private static func hostAndPort(
        _ authority: Substring, shown: String
    ) throws(ConnectionProblem) -> (String, Int?) {
        let bracket = authority.first == "[" ? authority.firstIndex(of: "]") : nil
        let host = bracket.map { authority[...$0] } ?? authority.prefix { $0 != ":" }
        let rest = authority.dropFirst(host.count)
        guard Self.isHost(host.lowercased()) else {
            throw ConnectionProblem(
                localized(
                    "\(shown) is no server address: the host name may hold letters a–z, digits, dots and hyphens."))
        }
        if rest.isEmpty { return (host.lowercased(), nil) }
        guard rest.first == ":", rest.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
            let port = UInt16(rest.dropFirst()), port > 0
        else { throw ConnectionProblem(localized("\(shown) has no good port: a port is a number from 1 to 65535.")) }
        return (host.lowercased(), Int(port))
    }

    private static func isHost(_ host: String) -> Bool {
        if host.first == "[" {
            let address = host.dropFirst().dropLast()
            return host.last == "]" && address.contains(":")
                && address.allSatisfy { ($0.isASCII && $0.isHexDigit) || $0 == ":" || $0 == "." }
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return host.utf8.count <= 253 && !labels.isEmpty
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            }
    }

    private static func prefix(_ path: Substring, shown: String) throws(ConnectionProblem) -> String {
        let segments = path.split(separator: "/")
        if segments.contains(where: { $0 == "." || $0 == ".." }) {
            throw ConnectionProblem(localized("\(shown) is no server address: its path has . or .. in it."))
        }
        return segments.map { "/" + PercentEncoding.encoded(String($0), keeping: "%$!'()*+,;=:@&") }.joined()
    }
}
