import Localization
import SpacesModel
import Terminal
import Yams

/// Reads a theme file: what is not understood becomes a warning with its line, so that the program starts anyway.
struct ThemeFileReader {
    /// The file, for messages.
    let path: String
    private(set) var warnings: [String] = []

    init(path: String) {
        self.path = path
    }

    /// Reads the text of a file; only what is no YAML mapping at all fails.
    mutating func read(_ yaml: String) throws(ThemeFailure) -> ThemeFile {
        var file = ThemeFile()
        guard let root = try compose(yaml) else { return file }
        guard case .mapping(let mapping) = root else {
            throw ThemeFailure(
                localized("\(place(of: root)): a theme is a list of keys: name, inherits, palette, roles"))
        }
        for (key, value) in mapping {
            switch key.string {
            case "name": file.name = text(value)
            case "summary": file.summary = text(value)
            case "inherits": file.inherits = colorName(value, of: key)
            case "palette": file.palette = readPalette(value)
            case "roles": file.roles = readRoles(value)
            default: warnUnknown(localized("key"), key, among: ["name", "summary", "inherits", "palette", "roles"])
            }
        }
        return file
    }

    private func compose(_ yaml: String) throws(ThemeFailure) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw ThemeFailure("\(path):\(Self.problem(of: error))")
        } catch {
            throw ThemeFailure("\(path): \(error)")
        }
    }

    /// The line and what is wrong there, without the picture of the line that the parser adds.
    private static func problem(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            "\(mark.line): \(problem)"
        case .duplicatedKeysInMapping(let duplicates, let context):
            localized("\(context.mark.line): given twice: \(duplicates.sorted().joined(separator: ", "))")
        default: " \(error)"
        }
    }

    private mutating func readPalette(_ node: Node) -> [String: ThemeFile.Shade] {
        var palette: [String: ThemeFile.Shade] = [:]
        for (key, value) in pairs(of: node, "palette") {
            guard let name = text(key) else { continue }
            palette[name] = readShade(value, of: key)
        }
        return palette
    }

    /// A colour, or `{ c256: …, c16: …, c8: … }`.
    private mutating func readShade(_ node: Node, of key: Node) -> ThemeFile.Shade? {
        guard case .mapping(let mapping) = node else {
            return readColor(node, of: key).map { ThemeFile.Shade(full: $0) }
        }
        var shade = ThemeFile.Shade(isWhole: false)
        for (key, value) in mapping {
            switch key.string {
            case "c256": shade.full = readColor(value, of: key)
            case "c16": shade.few = readColor(value, of: key)
            case "c8": shade.fewest = readColor(value, of: key)
            default: warnUnknown(localized("key"), key, among: ["c256", "c16", "c8"])
            }
        }
        return shade
    }

    private mutating func readColor(_ node: Node, of key: Node) -> ThemeColor? {
        guard let name = colorName(node, of: key) else { return nil }
        let color = ThemeColor(parsing: name.word)
        if color == nil {
            warn(node, localized("no colour \"\(name.word)\": give a name, 0 to 255, \"#rrggbb\" or default"))
        }
        return color
    }

    private mutating func readRoles(_ node: Node) -> [Role: ThemeFile.Look] {
        var roles: [Role: ThemeFile.Look] = [:]
        for (key, value) in pairs(of: node, "roles") {
            if let role = key.string.flatMap(Role.init(rawValue:)) {
                roles[role] = readLook(value)
            } else {
                warnUnknown(localized("role", in: "a theme"), key, among: Role.allCases.map(\.rawValue))
            }
        }
        return roles
    }

    private mutating func readLook(_ node: Node) -> ThemeFile.Look {
        var look = ThemeFile.Look()
        for (key, value) in pairs(of: node, localized("a role")) {
            switch key.string {
            case "fg": look.foreground = colorName(value, of: key)
            case "bg": look.background = colorName(value, of: key)
            case "attributes": look.attributes = readAttributes(value)
            case "c16": readLookOf16(value, into: &look)
            case "c8": readLookOf8(value, into: &look)
            case "mono": readLookOfMono(value, into: &look)
            default: warnUnknown(localized("key"), key, among: ["fg", "bg", "attributes", "c16", "c8", "mono"])
            }
        }
        return look
    }

    private mutating func readLookOf16(_ node: Node, into look: inout ThemeFile.Look) {
        for (key, value) in pairs(of: node, "c16") {
            switch key.string {
            case "fg": look.foregroundOf16 = colorName(value, of: key)
            case "bg": look.backgroundOf16 = colorName(value, of: key)
            case "attributes": look.attributesOf16 = readAttributes(value)
            default: warnUnknown(localized("key"), key, among: ["fg", "bg", "attributes"])
            }
        }
    }

    private mutating func readLookOf8(_ node: Node, into look: inout ThemeFile.Look) {
        for (key, value) in pairs(of: node, "c8") {
            switch key.string {
            case "fg": look.foregroundOf8 = colorName(value, of: key)
            case "bg": look.backgroundOf8 = colorName(value, of: key)
            case "attributes": look.attributesOf8 = readAttributes(value)
            default: warnUnknown(localized("key"), key, among: ["fg", "bg", "attributes"])
            }
        }
    }

    private mutating func readLookOfMono(_ node: Node, into look: inout ThemeFile.Look) {
        for (key, value) in pairs(of: node, "mono") {
            switch key.string {
            case "attributes": look.attributesOfMono = readAttributes(value)
            default: warnUnknown(localized("key"), key, among: ["attributes"])
            }
        }
    }

    private mutating func readAttributes(_ node: Node) -> Attributes? {
        guard case .sequence(let words) = node else {
            warn(node, localized("attributes are a list, as in [bold, underline]"))
            return nil
        }
        var attributes: Attributes = []
        for word in words {
            if let attribute = word.string.flatMap({ Attributes.named[$0] }) {
                attributes.insert(attribute)
            } else {
                warnUnknown(localized("attribute"), word, among: Attributes.named.keys.sorted())
            }
        }
        // An empty list takes attributes away; one that nothing is understood of says nothing.
        return attributes.isEmpty && !words.isEmpty ? nil : attributes
    }
}

// MARK: - Nodes and warnings

extension ThemeFileReader {
    private mutating func pairs(of node: Node, _ what: String) -> [(Node, Node)] {
        if case .mapping(let mapping) = node { return mapping.map { ($0.key, $0.value) } }
        warn(node, localized("\(what) takes keys and values, as in { fg: red }"))
        return []
    }

    private mutating func text(_ node: Node) -> String? {
        if case .scalar(let scalar) = node { return scalar.string }
        warn(node, localized("a word is expected here"))
        return nil
    }

    /// A name; without quotes `#` begins a comment, and nothing is left, not even a line of its own.
    private mutating func colorName(_ node: Node, of key: Node) -> ThemeFile.ColorName? {
        guard let word = text(node) else { return nil }
        if word.isEmpty {
            warn(key, localized("nothing is given here; a colour like #rrggbb needs quotes"))
            return nil
        }
        return ThemeFile.ColorName(word: word, place: place(of: node))
    }

    private mutating func warn(_ node: Node, _ problem: String) {
        warnings.append("\(place(of: node)): \(problem)")
    }

    private mutating func warnUnknown(_ what: String, _ node: Node, among names: [String]) {
        let written = node.string ?? ""
        warn(
            node,
            Spelling.nearest(to: written, among: names).map {
                localized("no \(what) \"\(written)\"; did you mean \($0)?")
            } ?? localized("no \(what) \"\(written)\""))
    }

    private func place(of node: Node) -> String {
        node.mark.map { "\(path):\($0.line)" } ?? path
    }
}

extension Attributes {
    /// The attributes by the names that theme files have for them.
    fileprivate static let named: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]
}
