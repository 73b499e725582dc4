/// The full name of a WebDAV property.
struct PropertyName: Sendable, Hashable {
    let namespace: String
    let local: String

    static let dav = "DAV:"
    static let ownCloud = "http://owncloud.org/ns"

    /// The prefix of the namespace in answers; nil for a foreign one, which is declared where it is used.
    var prefix: String? {
        switch namespace {
        case Self.dav: "d"
        case Self.ownCloud: "oc"
        default: nil
        }
    }

    /// The property as an empty element.
    var element: String {
        if let prefix { return "<\(prefix):\(local)/>" }
        return namespace.isEmpty ? "<\(local) xmlns=\"\"/>" : "<x:\(local) xmlns:x=\"\(XMLText.escape(namespace))\"/>"
    }
}
