/// What `$filter` selects: one comparison, as the real server understands it (docs/server-behaviour.md §2.3, recordings
/// 026 to 033).
enum DriveFilter: Sendable, Equatable {
    /// No filter, or one by something else than type and id, which is silently ignored.
    case all
    case type(String)
    case identifier(String)

    init(_ text: String, allowsBareIdentifiers: Bool = false) throws(GraphError) {
        var tokens = try FilterToken.tokens(of: text, allowsBareIdentifiers: allowsBareIdentifiers)
        while tokens.count > 2, tokens.first == .open, tokens.last == .close, Self.isOneGroup(tokens) {
            tokens = Array(tokens.dropFirst().dropLast())
        }
        self = try Self.comparison(tokens)
    }

    private static func comparison(_ tokens: [FilterToken]) throws(GraphError) -> DriveFilter {
        guard let root = root(of: tokens) else {
            guard tokens.count == 1 else { throw .invalidRequest("Value must be a boolean expression") }
            if case .word(let word) = tokens[0], word == "true" || word == "false" { throw unsupported(word) }
            throw .invalidRequest("Value must be a boolean expression")
        }
        let name = tokens[root].text
        if name == "not" {
            guard root + 1 < tokens.count else { throw missingOperand(name) }
            throw unsupported(name)
        }
        if tokens[root].isFunction { throw unsupported(name) }
        guard root > 0, root + 1 < tokens.count else { throw missingOperand(name) }
        guard name == "eq" else { throw unsupported(name) }
        guard root == 1, tokens.count == 3 else { return .all }
        switch (tokens[0], tokens[2]) {
        case (.word("driveType"), .quoted(let value)), (.word("driveType"), .word(let value)): return .type(value)
        case (.word("id"), .quoted(let value)), (.word("id"), .word(let value)):
            return value.isEmpty ? .all : .identifier(value)
        default: return .all
        }
    }

    private static func unsupported(_ token: String) -> GraphError {
        .notSupported("unsupported filter operand: \(token)")
    }

    private static func missingOperand(_ name: String) -> GraphError {
        .invalidRequest("insufficient number of operands for operator '\(name)'")
    }

    /// True where the first bracket is closed by the last one.
    private static func isOneGroup(_ tokens: [FilterToken]) -> Bool {
        var depth = 0
        for (index, token) in tokens.enumerated() {
            depth += token == .open ? 1 : token == .close ? -1 : 0
            if depth == 0 { return index == tokens.count - 1 }
        }
        return false
    }

    /// The operator that binds least outside of brackets: the root of the expression.
    private static func root(of tokens: [FilterToken]) -> Int? {
        var best: (index: Int, strength: Int)?
        var depth = 0
        for (index, token) in tokens.enumerated() {
            depth += token == .open ? 1 : token == .close ? -1 : 0
            let strength: Int? =
                switch token {
                case .word("or"): 0
                case .word("and"): 1
                case .word("not"): 2
                case .comparison: 3
                case .function: 4
                default: nil
                }
            if depth == 0, let strength, strength < best?.strength ?? .max { best = (index, strength) }
        }
        return best?.index
    }
}
