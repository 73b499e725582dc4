/// The properties that the body of a PROPFIND or PROPPATCH names, with their values.
struct PropertyRequest: Sendable, Equatable {
    /// One property, in the order of the body.
    struct Property: Sendable, Equatable {
        let name: PropertyName
        let value: String
    }

    /// Empty where all are asked for.
    let properties: [Property]
    /// Whether only the names are asked for.
    let asksForNames: Bool

    var names: [PropertyName] { properties.map(\.name) }

    /// Reads the body leniently; fails for what is no XML at all, and for a prefix that was never declared.
    init(_ bytes: [UInt8]) throws(FileFailure) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badXML }
        if !text.isEmpty, !text.trimmed.hasPrefix("<") { throw .badXML }
        var scopes: [(element: Substring, prefixes: [Substring: String])] = []
        var properties: [Property] = []
        var asksForNames = false
        var open: (name: PropertyName, depth: Int, value: String)?
        for part in text.split(separator: "<") {
            guard let end = part.firstIndex(of: ">") else {
                if part.allSatisfy(\.isWhitespace) { continue }
                throw .badXML
            }
            let (tag, content) = (part[..<end], part[part.index(after: end)...])
            if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                guard let scope = scopes.popLast(), tag.dropFirst().trimmed == String(scope.element) else {
                    throw .badXML
                }
            } else {
                let element = tag.prefix { !$0.isWhitespace && $0 != "/" }
                let prefixes = (scopes.last?.prefixes ?? [:]).merging(try Self.declarations(in: tag)) { $1 }
                let name = try Self.name(element, prefixes)
                let parent = try scopes.last.map { scope throws(FileFailure) in
                    try Self.name(scope.element, scope.prefixes)
                }
                if name == PropertyName(namespace: PropertyName.dav, local: "propname") { asksForNames = true }
                let isProperty = parent == PropertyName(namespace: PropertyName.dav, local: "prop")
                if tag.hasSuffix("/") {
                    if isProperty { properties.append(Property(name: name, value: "")) }
                } else {
                    scopes.append((element, prefixes))
                    if isProperty { open = (name, scopes.count, "") }
                }
            }
            if let current = open {
                if scopes.count < current.depth {
                    properties.append(Property(name: current.name, value: XMLText.unescape(current.value.trimmed)))
                    open = nil
                } else {
                    open?.value += content
                }
            }
        }
        guard scopes.isEmpty else { throw .badXML }
        self.properties = properties
        self.asksForNames = asksForNames
    }

    private static func name(_ element: Substring, _ prefixes: [Substring: String]) throws(FileFailure) -> PropertyName
    {
        let parts = element.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let local = String(parts.last ?? "")
        guard !local.isEmpty, local.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
            throw .badXML
        }
        if parts.count == 1 { return PropertyName(namespace: prefixes[""] ?? "", local: local) }
        guard let namespace = prefixes[parts[0]], !namespace.isEmpty else { throw .badXML }
        return PropertyName(namespace: namespace, local: local)
    }

    /// The namespaces that a tag declares, by prefix; the default one by none.
    private static func declarations(in tag: Substring) throws(FileFailure) -> [Substring: String] {
        var prefixes: [Substring: String] = [:]
        var rest = tag
        while let start = rest.firstRange(of: "xmlns") {
            rest = rest[start.upperBound...]
            guard let equals = rest.firstIndex(of: "=") else { throw .badXML }
            let prefix = rest[..<equals].drop { $0 == ":" }.prefix { !$0.isWhitespace }
            rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
            guard let quote = rest.popFirst(), quote == "\"" || quote == "'", let close = rest.firstIndex(of: quote)
            else { throw .badXML }
            prefixes[prefix] = XMLText.unescape(String(rest[..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return prefixes
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmed }
}
