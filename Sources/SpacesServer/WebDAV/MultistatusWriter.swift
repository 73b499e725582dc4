/// Writes the answer to a PROPFIND or PROPPATCH (RFC 4918 §13, recording 086).
struct MultistatusWriter: Sendable {
    let storageID: String
    /// What was asked about, in the form in which the client named it.
    let target: FileTarget

    /// The answer to a PROPFIND: the target first, then what is in it.
    func document(of entries: [FileEntry], _ request: PropertyRequest) -> String {
        var text = Self.start
        for (index, entry) in entries.enumerated() {
            text += "<d:response><d:href>\(href(index == 0 ? [] : [entry.name], isFolder: entry.isFolder))</d:href>"
            text += propstat(of: entry, request)
            text += "</d:response>"
        }
        return text + "</d:multistatus>"
    }

    /// The answer to a PROPPATCH: what was set, and what cannot be.
    func document(set: [PropertyName], refused: [PropertyName], isFolder: Bool) -> String {
        Self.start + "<d:response><d:href>\(href([], isFolder: isFolder))</d:href>"
            + Self.propstat(set.map(\.element).joined(), "200 OK")
            + Self.propstat(refused.map(\.element).joined(), "403 Forbidden") + "</d:response></d:multistatus>"
    }

    private static let start = """
        <d:multistatus xmlns:s="http://sabredav.org/ns" xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns">
        """

    private func href(_ more: [String], isFolder: Bool) -> String {
        let segments = (target.path + more).map { PercentEncoding.encode($0) }
        return XMLText.escape(([target.prefix] + segments).joined(separator: "/")) + (isFolder ? "/" : "")
    }

    private func propstat(of entry: FileEntry, _ request: PropertyRequest) -> String {
        let known = properties(of: entry)
        if request.asksForNames { return Self.propstat(known.map(\.name.element).joined(), "200 OK") }
        let names = request.names.isEmpty ? known.map(\.name) : request.names
        var found = ""
        var missing = ""
        for name in names {
            if let property = known.first(where: { $0.name == name }), let prefix = name.prefix {
                found += "<\(prefix):\(name.local)>\(property.value)</\(prefix):\(name.local)>"
            } else {
                missing += name.element
            }
        }
        return Self.propstat(found, "200 OK") + Self.propstat(missing, "404 Not Found")
    }

    private static func propstat(_ properties: String, _ status: String) -> String {
        if properties.isEmpty { return "" }
        return "<d:propstat><d:prop>\(properties)</d:prop><d:status>HTTP/1.1 \(status)</d:status></d:propstat>"
    }

    private func properties(of entry: FileEntry) -> [(name: PropertyName, value: String)] {
        let id = "\(storageID)$\(entry.spaceID)!\(entry.id)"
        // swift-format-ignore
        var properties = [
            ("oc", "id",              id),
            ("oc", "fileid",          id),
            ("d",  "getetag",         "&quot;\(entry.eTag)&quot;"),
            ("oc", "permissions",     entry.permissions),
            ("d",  "getlastmodified", entry.modified.httpDate),
            ("oc", "name",            XMLText.escape(entry.name)),
            ("d",  "displayname",     XMLText.escape(entry.name)),
            ("oc", "size",            String(entry.size)),
            ("d",  "resourcetype",    entry.isFolder ? "<d:collection/>" : ""),
        ]
        if entry.isFolder {
            properties.append(("d", "quota-used-bytes", String(entry.quota.used)))
            // Without a limit, -3: what clients of these servers take for "unlimited".
            properties.append(
                ("d", "quota-available-bytes", entry.quota.total == 0 ? "-3" : String(entry.quota.remaining)))
        } else {
            properties.append(("d", "getcontentlength", String(entry.size)))
            properties.append(("d", "getcontenttype", XMLText.escape(entry.mimeType)))
        }
        return properties.map { prefix, local, value in
            let namespace = prefix == "d" ? PropertyName.dav : PropertyName.ownCloud
            return (name: PropertyName(namespace: namespace, local: local), value: value)
        }
    }
}
