@testable import SpacesClient
@testable import SpacesServer
import Texts

extension FuzzTarget {
    /// Paths of files, and the bodies and headers that come with them: no target leaves its space, and one reads back from its
    /// address.
    static let paths = FuzzTarget(
        name: "paths", longest: 300,
        words: [
            "/dav/spaces/", "/remote.php/dav/spaces/", "/remote.php/webdav/", "/webdav", "/dav/files/", "ada",
            "https://", "..", "%2e%2e",
            "%2F", "%00", "%C3%A9", "%", "storage$space!node", "//", "/./", "<?xml version=\"1.0\"?>",
            "<d:propfind xmlns:d=\"DAV:\">",
            "<d:prop>", "<oc:id/>", "</d:prop>", "</d:propfind>", " xmlns:oc=\"http://owncloud.org/ns\"",
            "<d:propname/>", "&lt;", "<!--",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        let target = allowed { () throws(FileFailure) in try FileTarget(destination: text, for: caller) }
        if let target {
            try hold(
                target.path.allSatisfy { $0 != "." && $0 != ".." && !$0.contains("/") && !$0.contains("\0") },
                "leads elsewhere: \(target)")
            let address = ([target.prefix] + target.path.map { ServerPercentEncoding.encode($0) })
                .joined(separator: "/")
            let again = allowed { () throws(FileFailure) in try FileTarget(destination: address, for: caller) }
            try hold(again == target, "\(target) has the address \(address)")
        }
        for encoded in [ServerPercentEncoding.encode(text), SpacesClient.PercentEncoding.encoded(text)] {
            // NUL is refused in every address.
            let isRefused = text.utf8.contains(0)
            let decoded = ServerPercentEncoding.decode(encoded)
            try hold(isRefused ? decoded == nil : decoded?.isExactly(text) == true, "\(text) is written \(encoded)")
        }
        let request = allowed { () throws(FileFailure) in try PropertyRequest(bytes) }
        for property in request?.properties ?? [] { _ = XMLText.unescape(XMLText.escape(property.name.element)) }
        let address = allowed { () throws(ConnectionProblem) in try ServerAddress(parsing: text) }
        if let address {
            let again = allowed { () throws(ConnectionProblem) in try ServerAddress(parsing: address.description) }
            try hold(again == address, "\(address) becomes \(again?.description ?? "nothing")")
        }
        if let address = WebAddress(text) {
            try hold(WebAddress(address.description) == address, "\(address) is another")
        }
    }

    /// Queries of lists.
    static let lists = FuzzTarget(
        name: "lists", longest: 200,
        words: [
            "$filter=", "$orderby=", "$expand=", "$top=", "$search=", "&", "driveType eq 'project'", "id eq ", "'",
            "''", "(", ")", " and ",
            " or ", "not ", "memberOf/any(m:m/id eq '", "startswith(displayName,'", "root($expand=permissions)", "%20",
            "%27", "+", "%",
            "lastModifiedDateTime desc", ";", ",", "userType eq 'Member'",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        for isPathForm in [true, false] {
            _ = allowed { () throws(GraphError) in try ListQuery(text, isPathForm: isPathForm) }
            _ = allowed { () throws(GraphError) in try DriveFilter(text, allowsBareIdentifiers: isPathForm) }
        }
        _ = allowed { () throws(GraphError) in try UserQuery(text) }
        _ = allowed { () throws(GraphError) in try UserFilter.parse(text) }
        let reference = SpaceReference(text)
        try hold(!(reference.isEmpty && reference.isShares), "\(reference)")
    }

    /// Who asks.
    fileprivate static let caller = User(
        key: 1, id: "ada-id", username: "ada", displayName: "Ada", mail: "ada@example.org", role: .user,
        passwordHash: nil)
}
