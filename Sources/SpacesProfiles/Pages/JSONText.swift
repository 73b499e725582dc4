/// JSON with its keys in the order in which they were given, so that what is generated is always the same.
indirect enum JSONText {
    case text(String)
    case flag(Bool)
    case number(Int)
    case list([JSONText])
    case object([(String, JSONText)])

    /// The text with two blanks for each level.
    func printed(indent: Int = 0) -> String {
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .text(let text): return Self.quoted(text)
        case .flag(let isOn): return isOn ? "true" : "false"
        case .number(let number): return String(number)
        case .list(let elements):
            if elements.isEmpty { return "[]" }
            let parts = elements.map { inner + $0.printed(indent: indent + 2) }
            return "[\n" + parts.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let parts = members.map { inner + Self.quoted($0) + ": " + $1.printed(indent: indent + 2) }
            return "{\n" + parts.joined(separator: ",\n") + "\n\(outer)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 0x20:
                "\\u" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2) + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
