/// Finds emphasis, code and links in the text of a block (CommonMark 0.31, §6).
struct MarkdownInlineParser {
    /// A piece of text, and the styles that begin before it and end after it.
    private struct Node {
        var text: String
        var isCode = false
        var begins: [MarkdownStyle] = []
        var ends: [MarkdownStyle] = []
    }

    /// Signs of emphasis that are not closed yet.
    private struct Opener {
        var sign: Character
        var count: Int
        var node: Int
    }

    private let characters: [Character]
    private var at = 0
    private var nodes: [Node] = []
    private var plain = ""
    private var openers: [Opener] = []
    /// The nodes of `[` that are not closed yet, and whether a `!` stands before it.
    private var brackets: [(node: Int, isImage: Bool)] = []
    /// Where runs of backticks of each length begin, the last one first.
    private var backticks: [Int: [Int]] = [:]

    /// Signs of emphasis and brackets that wait for their other half; more are shown as they stand.
    private static let mostOpen = 32
    /// The longest address that is looked for.
    private static let longestAddress = 500

    static func spans(of text: some StringProtocol) -> [MarkdownSpan] {
        var parser = MarkdownInlineParser(Array(String(text)))
        return parser.parse()
    }

    private init(_ characters: [Character]) {
        self.characters = characters
        var index = characters.count
        while index > 0 {
            index -= 1
            guard characters[index] == "`" else { continue }
            let end = index
            while index > 0, characters[index - 1] == "`" { index -= 1 }
            backticks[end - index + 1, default: []].append(index)
        }
    }

    private mutating func parse() -> [MarkdownSpan] {
        while at < characters.count {
            switch characters[at] {
            case "\\": escape()
            case "`": code()
            case "*", "_", "~": emphasis()
            case "<": address()
            case "[": openBracket(isImage: false)
            case "!" where character(at: at + 1) == "[":
                at += 1
                openBracket(isImage: true)
            case "]": closeBracket()
            default:
                plain.append(characters[at])
                at += 1
            }
        }
        flush()
        return styled()
    }

    private func character(at index: Int) -> Character? {
        characters.indices.contains(index) ? characters[index] : nil
    }

    /// Ends the plain text that was gathered, and adds a node of its own.
    private mutating func add(_ node: Node) {
        flush()
        nodes.append(node)
    }

    private mutating func flush() {
        if !plain.isEmpty { nodes.append(Node(text: plain)) }
        plain = ""
    }

    // MARK: Code, escapes and addresses

    private mutating func escape() {
        if let next = character(at: at + 1), next.isASCII, next.isPunctuation || next.isSymbol {
            plain.append(next)
            at += 2
        } else {
            plain.append("\\")
            at += 1
        }
    }

    private mutating func code() {
        let start = at
        while character(at: at) == "`" { at += 1 }
        let count = at - start
        while let next = backticks[count]?.last, next < at { backticks[count]?.removeLast() }
        guard let end = backticks[count]?.last else {
            plain += String(repeating: "`", count: count)
            return
        }
        var text = characters[at..<end]
        if text.count > 2, text.first == " ", text.last == " " { text = text.dropFirst().dropLast() }
        add(Node(text: String(text), isCode: true))
        at = end + count
    }

    /// `<https://example.org>`.
    private mutating func address() {
        let rest = characters[(at + 1)...].prefix(Self.longestAddress)
        if let length = rest.firstIndex(where: { $0 == ">" || $0 == " " || $0 == "<" }), characters[length] == ">" {
            let text = String(characters[(at + 1)..<length])
            if text.contains("://") || text.contains("@") {
                add(Node(text: text, begins: [.link], ends: [.link]))
                at = length + 1
                return
            }
        }
        plain.append("<")
        at += 1
    }

    // MARK: Links

    private mutating func openBracket(isImage: Bool) {
        add(Node(text: "["))
        brackets.append((nodes.count - 1, isImage))
        if brackets.count > Self.mostOpen { brackets.removeFirst() }
        at += 1
    }

    private mutating func closeBracket() {
        at += 1
        guard let bracket = brackets.popLast() else {
            plain.append("]")
            return
        }
        flush()
        guard character(at: at) == "(", let end = linkEnd(), bracket.node + 1 < nodes.count,
            let target = Self.address(in: String(characters[(at + 1)..<end]))
        else {
            if bracket.isImage { nodes[bracket.node].text = "![" }
            plain.append("]")
            return
        }
        let text = nodes[(bracket.node + 1)...].map(\.text).joined()
        nodes[bracket.node].text = ""
        nodes[bracket.node].begins.append(.link)
        nodes[nodes.count - 1].ends.append(.link)
        // Emphasis that began within the link cannot end outside of it.
        openers.removeAll { $0.node > bracket.node }
        if !target.isEmpty, target != text, target != "mailto:" + text {
            add(Node(text: " (\(target))", begins: [.mark], ends: [.mark]))
        }
        at = end + 1
    }

    /// The address within the brackets after a link's text, which a title in quotes may follow; `nil` for other text.
    private static func address(in text: String) -> String? {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return words.first.map(String.init) ?? "" }
        let title = Substring(words[1]).trimmed
        let isTitle = title.count > 1 && title.first == title.last && (title.first == "\"" || title.first == "'")
        return isTitle ? String(words[0]) : nil
    }

    /// Where the address after a link's text ends: at the bracket that closes it, on the same line.
    private func linkEnd() -> Int? {
        var depth = 0
        for index in at..<min(characters.count, at + Self.longestAddress) {
            switch characters[index] {
            case "(": depth += 1
            case ")":
                depth -= 1
                if depth == 0 { return index }
            case "\n": return nil
            default: break
            }
        }
        return nil
    }

    // MARK: Emphasis

    private mutating func emphasis() {
        let sign = characters[at]
        let start = at
        while character(at: at) == sign { at += 1 }
        var count = at - start
        let before = character(at: start - 1) ?? " "
        let after = character(at: at) ?? " "
        // A sign opens before a word and closes behind one; `_` within a word is part of it.
        let isInWord = sign == "_" && before.isWordPart && after.isWordPart
        let opens = !after.isWhitespace && !isInWord && !(after.isPunctuation && before.isWordPart)
        let closes = !before.isWhitespace && !isInWord && !(before.isPunctuation && after.isWordPart)
        flush()
        if closes {
            while count > 0, let index = openers.lastIndex(where: { $0.sign == sign }), !nodes.isEmpty {
                let used = min(count, openers[index].count, 2)
                if sign == "~", used < 2 { break }
                let style: MarkdownStyle = sign == "~" ? .deleted : used == 2 ? .strong : .emphasis
                let node = openers[index].node
                nodes[node].begins.append(style)
                nodes[node].text = String(repeating: sign, count: openers[index].count - used)
                nodes[nodes.count - 1].ends.append(style)
                openers[index].count -= used
                openers.removeSubrange((openers[index].count == 0 ? index : index + 1)...)
                count -= used
            }
        }
        guard count > 0 else { return }
        add(Node(text: String(repeating: sign, count: count)))
        guard opens, sign != "~" || count == 2 else { return }
        openers.append(Opener(sign: sign, count: count, node: nodes.count - 1))
        if openers.count > Self.mostOpen { openers.removeFirst() }
    }

    /// The nodes as spans: a style begins after the sign that opens it.
    private func styled() -> [MarkdownSpan] {
        var spans: [MarkdownSpan] = []
        var open: [MarkdownStyle: Int] = [:]
        for node in nodes {
            for style in node.begins { open[style, default: 0] += 1 }
            var style: MarkdownStyle = node.isCode ? .code : []
            for (kind, count) in open where count > 0 { style.insert(kind) }
            for style in node.ends { open[style, default: 0] -= 1 }
            if node.text.isEmpty { continue }
            if let last = spans.indices.last, spans[last].style == style {
                spans[last].text += node.text
            } else {
                spans.append(MarkdownSpan(node.text, style))
            }
        }
        return spans
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }
}
