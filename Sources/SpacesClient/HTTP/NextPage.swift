import Localization
import Foundation
import SpacesModel

/// Where the rest of a list is (`@odata.nextLink`, OData 4.01 §11.2.6.7), as far as it may be followed.
///
/// The link comes from the server, and credentials go with the request: it must lead to the same server, below the same
/// path, and never twice to the same page.
struct NextPage {
    private static let longest = 8192

    private let address: ServerAddress
    private var seen: Set<String> = []

    init(of address: ServerAddress) {
        self.address = address
    }

    /// The path and query below the address of the server, or why the link is not followed.
    mutating func target(ofLink link: String, from target: String) -> Result<String, Refusal> {
        guard link.utf8.count <= Self.longest, link.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !link.contains("#"), !link.contains("\\")
        else { return .failure(Refusal(reason: localized("is no address"))) }
        guard let path = path(of: link, from: target) else {
            return .failure(Refusal(reason: localized("leads elsewhere")))
        }
        guard seen.insert(path).inserted, path != target else {
            return .failure(Refusal(reason: localized("leads in a circle")))
        }
        return .success(path)
    }

    /// Why a link is not followed.
    struct Refusal: Error, Equatable {
        var reason: String
    }

    private func path(of link: String, from target: String) -> String? {
        if link.hasPrefix("?") { return target.prefix { $0 != "?" } + link }
        var path = link[...]
        if let mark = link.range(of: "://") {
            let authority = link[mark.upperBound...].prefix { !"/?".contains($0) }
            let origin: ServerAddress
            do throws(ConnectionProblem) {
                origin = try ServerAddress(parsing: String(link[..<authority.endIndex]))
            } catch {
                return nil
            }
            guard origin.isSameOrigin(as: address) else { return nil }
            path = link[authority.endIndex...]
        }
        let prefix = address.pathPrefix + "/graph/"
        guard path.hasPrefix(prefix), !path.hasPrefix("//") else { return nil }
        let segments = path.prefix { $0 != "?" }.split(separator: "/").map { $0.lowercased() }
        guard !segments.contains(where: { [".", "..", "%2e", "%2e%2e", ".%2e", "%2e."].contains($0) }) else {
            return nil
        }
        return String(path.dropFirst(address.pathPrefix.count))
    }
}

extension ServerAddress {
    /// True for the same scheme, host and port.
    func isSameOrigin(as other: ServerAddress) -> Bool {
        let standard = isEncrypted ? 443 : 80
        return isEncrypted == other.isEncrypted && host == other.host
            && (port ?? standard) == (other.port ?? standard)
    }
}
