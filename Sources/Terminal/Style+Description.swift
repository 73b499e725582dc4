extension Style: CustomStringConvertible {
    /// The colours and attributes in words, such as `bold reverse 4 on 0`; `plain` without any.
    package var description: String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        var words = names.filter { attributes.contains($0.0) }.map(\.1)
        if case .palette(let entry) = foreground { words.append("\(entry)") }
        if case .palette(let entry) = background { words.append("on \(entry)") }
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
}
