import Foundation
import SpacesModel

/// An absolute https address with path and query that secrets may be sent to; http only on this machine.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// Scheme, host and port.
    let origin: ServerAddress
    /// Path and query as they were written, from the first `/`; empty for an address without a path.
    let target: String

    package var description: String { origin.origin + target }

    /// `nil` for what is no such address, has a user name, a fragment or a character that no address has.
    init?(_ text: String) {
        guard text.utf8.count <= 4096, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }),
            let mark = text.range(of: "://"), !text.contains("#")
        else { return nil }
        let end = text[mark.upperBound...].firstIndex { "/?".contains($0) } ?? text.endIndex
        guard !text[mark.upperBound..<end].contains("@") else { return nil }
        do throws(ConnectionProblem) {
            origin = try ServerAddress(parsing: String(text[..<end]))
        } catch {
            return nil
        }
        guard origin.isEncrypted || origin.isLoopback else { return nil }
        target = String(text[end...])
    }

    /// The same address with more in its query.
    func adding(query parameters: [(name: String, value: String)]) -> String {
        let query = FormText.written(parameters)
        if query.isEmpty { return description }
        guard target.contains("?") else { return description + (target.isEmpty ? "/?" : "?") + query }
        return description + (target.hasSuffix("?") || target.hasSuffix("&") ? "" : "&") + query
    }
}

/// Names and values as forms and queries write them (application/x-www-form-urlencoded).
enum FormText {
    static func written(_ parameters: [(name: String, value: String)]) -> String {
        parameters.map { PercentEncoding.encoded($0.name) + "=" + PercentEncoding.encoded($0.value) }
            .joined(separator: "&")
    }

    /// The parameters of a query, in order; what cannot be decoded is left out.
    static func read(_ text: some StringProtocol) -> [(name: String, value: String)] {
        text.split(separator: "&").compactMap { part in
            let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = pieces.map { String($0).replacing("+", with: " ").removingPercentEncoding }
            guard let name = decoded.first ?? nil, !name.isEmpty else { return nil }
            guard decoded.count == 2 else { return (name, "") }
            return decoded[1].map { (name, $0) }
        }
    }
}
