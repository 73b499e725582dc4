/// The parameters of a query string, checked as strictly as the real server's parser does
/// (docs/server-behaviour.md §2.2).
struct QueryParameters: Sendable, Equatable {
    /// One parameter, decoded.
    struct Parameter: Sendable, Equatable {
        let name: String
        let value: String
    }

    /// In the order of the query; empty values are left out, as they change nothing.
    let all: [Parameter]

    /// Brackets within brackets of `$expand`: the deepest that means something has one.
    private static let deepest = 8

    /// Names that are understood; those that a route does not use are parsed and ignored.
    private static let known: Set<String> = [
        "$filter", "$apply", "$expand", "$select", "$orderby", "$top", "$skip", "$count", "$inlinecount", "$search",
        "$compute", "$format", "at", "tags",
    ]

    init(_ query: String?) throws(GraphError) {
        var seen: Set<String> = []
        var all: [Parameter] = []
        for pair in (query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else { throw .invalidRequest("invalid URL escape \(String(pair).goQuoted)") }
            if !Self.known.contains(name) {
                let sentence = "Query parameter '\(name)' is not supported."
                throw .invalidRequest("\(sentence) Cause: \(sentence.dropLast())")
            }
            if !seen.insert(name).inserted {
                let sentence = "Query parameter '\(name)' cannot be specified more than once."
                throw .invalidRequest("\(sentence) Cause: \(sentence.dropLast())")
            }
            if value.isEmpty { continue }
            try Self.check(name, value)
            all.append(Parameter(name: name, value: value))
        }
        self.all = all
    }

    subscript(_ name: String) -> String? {
        all.first { $0.name == name }?.value
    }

    /// Properties to be shown in place: `root` and `root.permissions` of `$expand=root($expand=permissions)`.
    var expansions: Set<String> { Self.expansions(in: self["$expand"] ?? "", of: "") }

    private static func expansions(in text: some StringProtocol, of owner: String) -> Set<String> {
        var names: Set<String> = []
        for item in split(text, at: ",") {
            let name = owner + item.prefix { $0 != "(" }.split(whereSeparator: \.isWhitespace).joined()
            names.insert(name)
            guard let open = item.firstIndex(of: "("), let close = item.lastIndex(of: ")"), open < close else {
                continue
            }
            for option in split(item[item.index(after: open)..<close], at: ";") {
                let words = option.split(separator: "=", maxSplits: 1)
                guard words.count == 2, words[0].split(whereSeparator: \.isWhitespace) == ["$expand"] else { continue }
                names.formUnion(expansions(in: words[1], of: "\(name)."))
            }
        }
        return names
    }

    /// The parts between separators that stand outside of brackets.
    private static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if depth == 0, character == separator {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    private static func check(_ name: String, _ value: String) throws(GraphError) {
        switch name {
        case "$format": throw .invalidRequest("Format is not supported")
        case "$top", "$skip":
            if Int(value) == nil {
                throw .invalidRequest("strconv.Atoi: parsing \(value.goQuoted): invalid syntax")
            }
        case "$count":
            if !GoBoolean.isValid(value) {
                throw .invalidRequest("strconv.ParseBool: parsing \(value.goQuoted): invalid syntax")
            }
        case "$select":
            if value.split(separator: ",", omittingEmptySubsequences: false).contains(where: {
                $0.allSatisfy(\.isWhitespace)
            }) {
                throw .invalidRequest("Extra comma in $select.")
            }
        case "$expand":
            var (depth, deepest) = (0, 0)
            for character in value where depth >= 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                deepest = max(deepest, depth)
            }
            if deepest > Self.deepest { throw .invalidRequest("The expand clause is nested too deep") }
            if depth != 0 { throw .invalidRequest("Mismatched parentheses in expand clause.") }
        default: break
        }
    }
}
