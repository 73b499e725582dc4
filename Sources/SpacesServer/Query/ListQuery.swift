/// The query string of a list, checked as strictly as the real server's parser does (server-behaviour §1.3).
struct ListQuery: Sendable, Equatable {
    var filter: DriveFilter = .all
    var order: DriveOrder?

    /// Names that are understood; those that change nothing here are parsed and ignored.
    private static let known: Set<String> = [
        "$filter", "$apply", "$expand", "$select", "$orderby", "$top", "$skip", "$count", "$inlinecount", "$search",
        "$compute", "$format", "at", "tags",
    ]

    /// - Parameter isPathForm: The documentation's `/me/drives/$filter=…`, whose ids need no quotes.
    init(_ query: String?, isPathForm: Bool = false) throws(GraphError) {
        var seen: Set<String> = []
        var orderKey: String?
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
            switch name {
            case "$filter": filter = try DriveFilter(value, allowsBareIdentifiers: isPathForm)
            case "$orderby": (order, orderKey) = try DriveOrder.parse(value)
            default: try Self.check(name, value)
            }
        }
        // The key is looked at only after the filter was found good.
        if let orderKey { throw .invalidRequest("we do not support <\(orderKey)> as a order parameter") }
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
            var depth = 0
            for character in value where depth >= 0 { depth += character == "(" ? 1 : character == ")" ? -1 : 0 }
            if depth != 0 { throw .invalidRequest("Mismatched parentheses in expand clause.") }
        default: break
        }
    }
}
