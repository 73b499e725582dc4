/// Writes the answer to a PROPFIND (RFC 4918 §13, recording 086).
struct MultistatusWriter: Sendable {
    let storageID: String
    /// The space as the client named it, so that `href` is what it asked for.
    let driveID: String
    let path: [String]
    let request: PropertyRequest

    func document(of entries: [FileEntry]) -> String {
        var text = """
            <d:multistatus xmlns:s="http://sabredav.org/ns" xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns">
            """
        for (index, entry) in entries.enumerated() {
            let segments = index == 0 ? path : path + [entry.name]
            var href = (["/dav/spaces", PercentEncoding.encode(driveID)] + segments.map { PercentEncoding.encode($0) })
                .joined(separator: "/")
            if entry.isFolder { href += "/" }
            text += "<d:response><d:href>\(href)</d:href>"
            text += propstat(of: entry)
            text += "</d:response>"
        }
        return text + "</d:multistatus>"
    }

    private func propstat(of entry: FileEntry) -> String {
        let known = properties(of: entry)
        let names = request.names.isEmpty ? known.map(\.name) : request.names
        var found = ""
        var missing = ""
        for name in names {
            if let property = known.first(where: { $0.name == name }) {
                found += "<\(property.prefix):\(name)>\(property.value)</\(property.prefix):\(name)>"
            } else if name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) {
                missing += "<oc:\(name)/>"
            }
        }
        var text = ""
        if !found.isEmpty {
            text += "<d:propstat><d:prop>\(found)</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
        }
        if !missing.isEmpty {
            text += "<d:propstat><d:prop>\(missing)</d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>"
        }
        return text
    }

    private func properties(of entry: FileEntry) -> [(prefix: String, name: String, value: String)] {
        let id = "\(storageID)$\(entry.spaceID)!\(entry.id)"
        var properties = [
            ("oc", "id", id), ("oc", "fileid", id), ("d", "getetag", "&quot;\(entry.eTag)&quot;"),
            ("d", "getlastmodified", entry.modified.httpDate), ("oc", "name", Self.escape(entry.name)),
            ("oc", "size", String(entry.size)),
            ("d", "resourcetype", entry.isFolder ? "<d:collection/>" : ""),
        ]
        if !entry.isFolder {
            properties.append(("d", "getcontentlength", String(entry.size)))
            properties.append(("d", "getcontenttype", Self.escape(entry.mimeType)))
        }
        return properties.map { (prefix: $0.0, name: $0.1, value: $0.2) }
    }

    private static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
