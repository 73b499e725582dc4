/// The texts that a Swift source hands to `localized` and `counted`, as the keys by which they are translated.
struct SourceTexts {
    private(set) var keys: [String] = []
    private let source: [UInt8]
    private var position = 0

    init(of source: String) {
        self.source = Array(source.utf8)
        while position < self.source.count {
            readArguments(of: "")
            position += 1
        }
    }

    /// Reads code up to the closing parenthesis of a call, or to the end.
    private mutating func readArguments(of callee: String) {
        var literals: [String] = []
        var context: String?
        var word = ""
        var label = ""
        while position < source.count, source[position] != UInt8(ascii: ")") {
            let byte = source[position]
            if starts(with: "//") {
                skip(past: "\n")
            } else if starts(with: "/*") {
                skip(past: "*/")
            } else if starts(with: "#/") {
                skip(past: "/#")
            } else if byte == UInt8(ascii: "\"") || starts(with: "#\"") {
                let literal = readLiteral()
                if label == "in" { context = literal } else { literals.append(literal) }
            } else if byte == UInt8(ascii: "(") {
                position += 1
                readArguments(of: word)
                position += 1
            } else if Self.isOfWord(byte) {
                word = readWord()
                label = ""
                continue
            } else {
                if byte == UInt8(ascii: ":") { label = word }
                if byte == UInt8(ascii: ",") { label = "" }
                position += 1
            }
            if byte != UInt8(ascii: " ") { word = "" }
        }
        guard callee == "localized" || callee == "counted" else { return }
        keys += literals.map { literal in context.map { "\(literal) {\($0)}" } ?? literal }
    }

    /// Reads a literal from its opening mark to behind its closing one, with `%1`, `%2` … for its values.
    private mutating func readLiteral() -> String {
        var hashes = 0
        while source[position] == UInt8(ascii: "#") {
            hashes += 1
            position += 1
        }
        let hash = String(repeating: "#", count: hashes)
        let mark = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        position += mark.utf8.count
        var text: [UInt8] = []
        var values = 0
        while position < source.count, !starts(with: mark + hash) {
            if starts(with: "\\" + hash) {
                position += 1 + hashes
                if source[position] == UInt8(ascii: "(") {
                    values += 1
                    text += Array("%\(values)".utf8)
                    position += 1
                    readArguments(of: "")
                    position += 1
                } else {
                    text += Array(readEscape().utf8)
                }
            } else {
                if source[position] == UInt8(ascii: "%") { text.append(source[position]) }
                text.append(source[position])
                position += 1
            }
        }
        position += mark.utf8.count + hashes
        let literal = String(decoding: text, as: UTF8.self)
        return mark == "\"" ? literal : Self.unindented(literal)
    }

    /// What stands behind a backslash, where it is no value. A line's end disappears: `Self.unindented` joins the lines.
    private mutating func readEscape() -> String {
        let sign = source[position]
        position += 1
        switch sign {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "0"): return "\0"
        case UInt8(ascii: "\n"): return Self.joint + "\n"
        case UInt8(ascii: "u"):
            let digits = source[position...].dropFirst().prefix { $0 != UInt8(ascii: "}") }
            position += digits.count + 2
            return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
                .map(String.init) ?? ""
        default: return String(UnicodeScalar(sign))
        }
    }

    /// Marks a line's end that is not part of the text.
    private static let joint = "\u{1}"

    private static func unindented(_ literal: String) -> String {
        var lines = literal.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        let indent = lines.popLast() ?? ""
        return lines.map { $0.hasPrefix(indent) ? $0.dropFirst(indent.count) : $0 }.joined(separator: "\n")
            .split(separator: joint + "\n", omittingEmptySubsequences: false).joined()
    }

    private mutating func readWord() -> String {
        let word = source[position...].prefix(while: Self.isOfWord)
        position += word.count
        return String(decoding: word, as: UTF8.self)
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func starts(with text: String) -> Bool { source[position...].starts(with: text.utf8) }

    private mutating func skip(past text: String) {
        while position < source.count, !starts(with: text) { position += 1 }
        position += text.utf8.count
    }
}
