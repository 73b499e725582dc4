import Localization
import Foundation
import SpacesModel

/// A server that passes connections on. Prints without its password.
package struct ProxyServer: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    package enum Kind: String, Hashable, Sendable {
        /// By `CONNECT` (RFC 9110 §9.3.6); it sees whereto, and nothing of what is encrypted.
        case http
        /// SOCKS version 5 (RFC 1928); names are looked up by the proxy.
        case socks = "socks5h"
    }

    package let kind: Kind
    /// Without the brackets of an IPv6 address.
    package let host: String
    package let port: Int
    package let user: String?
    package let password: String?

    /// Reads `http://user:password@host:port`, `socks5://host` or `host:port`.
    package init(parsing text: String) throws(ConnectionProblem) {
        let text = text.trimmingCharacters(in: .whitespaces)
        let mark = text.range(of: "://")
        let scheme = mark.map { text[..<$0.lowerBound].lowercased() } ?? "http"
        switch scheme {
        case "http": kind = .http
        case "socks5", "socks5h": kind = .socks
        default:
            throw ConnectionProblem(
                localized(
                    """
                    Proxies of the kind \(String(scheme.prefix(20))):// are not supported: \
                    name one with http:// or socks5://.
                    """))
        }
        let authority = text[(mark?.upperBound ?? text.startIndex)...].prefix { !"/?#".contains($0) }
        let at = authority.lastIndex(of: "@")
        let place = at.map { authority[authority.index(after: $0)...] } ?? authority
        let address: ServerAddress
        do throws(ConnectionProblem) {
            address = try ServerAddress(parsing: "http://" + place)
        } catch {
            throw ConnectionProblem(
                localized("The proxy address is not understood: write http://host:port or socks5://host:port."))
        }
        host = address.hostWithoutBrackets
        port = address.port ?? (kind == .http ? 80 : 1080)
        let words = at.map { authority[..<$0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false) }
        user = words?.first.map { String($0).removingPercentEncoding ?? String($0) }
        password = words.map { $0.count > 1 ? String($0[1]).removingPercentEncoding ?? String($0[1]) : "" }
        if kind == .socks, user != nil {
            throw ConnectionProblem(
                localized(
                    """
                    A name and password cannot be given to the SOCKS proxy \(description): use one that needs none, \
                    or a proxy with http://.
                    """))
        }
        if [user, password].compactMap(\.self).joined().unicodeScalars.contains(where: { $0.value < 0x20 }) {
            throw ConnectionProblem(
                localized("The name or password for the proxy \(description) holds a control character."))
        }
    }

    /// The address of a proxy without the password in it.
    package static func withoutPassword(_ address: String) -> String {
        let start = address.range(of: "://")?.upperBound ?? address.startIndex
        let authority = address[start...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return address
        }
        return String(address[..<colon] + address[at...])
    }

    /// Host and port, for sentences.
    package var authority: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
    package var description: String {
        "\(kind.rawValue)://\(user.map { $0 + ":…@" } ?? "")\(authority)"
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["proxy": description]) }
}
