import Localization
import Foundation
import SpacesModel
import Yams

/// The text of a file, made into YAML within bounds: nobody's file may exhaust the program.
struct ConfigurationText {
    /// A configuration is a page of text; anything larger is some other file.
    static let largest = 1 << 20
    /// The keys of a setting in a profile are four deep.
    private static let deepest = 16
    /// With no more asterisks than these, aliases of aliases cannot grow beyond what is done in no time.
    private static let mostAsterisks = 8
    /// How many repeated keys are taken out before the rest of the file is given up.
    private static let mostRepetitions = 20

    private let path: String
    private var lines: [Substring]

    init(path: String, text: String) {
        self.path = path
        // Some editors begin every file with this mark, which is no part of the first key.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        // Not at "\n" alone: a line end of Windows is another character.
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The top of the file, and what had to be left out for it; `nil` where nothing can be read.
    mutating func compose() -> (root: Node?, problems: [ConfigurationProblem]) {
        if let problem = unsafe { return (nil, [problem]) }
        var problems: [ConfigurationProblem] = []
        while true {
            do {
                return (try Yams.compose(yaml: lines.joined(separator: "\n")), problems)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let key = SettingProblem.quoted(keys.sorted().first ?? "")
                guard problems.count < Self.mostRepetitions,
                    let repeated = removeRepetition(of: keys.sorted().first ?? "", at: context.mark)
                else {
                    problems.append(.unread(path, line: context.mark.line, localized("\(key) is given twice")))
                    return (nil, problems)
                }
                problems.append(
                    ConfigurationProblem(
                        path, line: repeated.line,
                        localized("\(key) is given twice; line \(context.mark.line) counts"),
                        lock: repeated.text.contains(where: SafetyKeys.isMentioned) ? .init() : nil))
            } catch {
                return (nil, problems + [problem(of: error)])
            }
        }
    }

    /// What would take more time or room than a configuration deserves.
    private var unsafe: ConfigurationProblem? {
        if let line = lines.firstIndex(where: Self.hasAnchor) {
            // An alias of aliases of aliases is a few lines of text and more nodes than there is memory for.
            return .unread(
                path, line: line + 1,
                localized(
                    """
                    anchors and aliases (&name, *name) are not read here: what counts for all profiles stands at the top. \
                    A text that begins with & or * needs quotes
                    """))
        }
        // The look at single lines can be misled by quotes that go over several; this cannot.
        let asterisks = lines.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "*") } }
        if asterisks > Self.mostAsterisks, lines.contains(where: { $0.utf8.contains(UInt8(ascii: "&")) }) {
            return .unread(
                path,
                localized(
                    "more than \(Self.mostAsterisks) asterisks beside an &, as aliases have them, which are not read here"
                ))
        }
        var depth = 0
        for (index, line) in lines.enumerated() {
            for byte in line.utf8 {
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
            }
            let dashes = line.prefix { " -?:\t".contains($0) }.count { $0 != " " }
            let indent = line.prefix { $0 == " " }.count
            if depth > Self.deepest || dashes > Self.deepest || indent > 200 {
                return .unread(path, line: index + 1, localized("nested too deep"))
            }
        }
        return nil
    }

    /// Whether a word outside of quotes and comments begins with `&` or `*`.
    private static func hasAnchor(_ line: Substring) -> Bool {
        var quote: Character?
        var before: Character = " "
        for character in line {
            if let open = quote {
                if character == open { quote = nil }
            } else if " \t[{,:".contains(before) {
                switch character {
                case "\"", "'": quote = character
                case "#": return false
                case "&", "*": return true
                default: break
                }
            }
            before = character
        }
        return false
    }

    /// Blanks the line of a key that stands a second time in its mapping, with all that belongs to it; returns the line and
    /// what stood there.
    private mutating func removeRepetition(of key: String, at first: Mark) -> (line: Int, text: [Substring])? {
        let indent = first.column - 1
        guard indent >= 0, first.line < lines.count else { return nil }
        func indentation(_ line: Substring) -> Int? {
            let rest = line.drop { $0 == " " }
            return rest.isEmpty || rest.first == "#" || rest == "\r" ? nil : line.count - rest.count
        }
        for index in first.line..<lines.count {
            guard let depth = indentation(lines[index]) else { continue }
            if depth < indent { return nil }
            let words = lines[index].dropFirst(depth)
            guard depth == indent, words.prefix(key.count) == key,
                words.dropFirst(key.count).drop(while: \.isWhitespace).first == ":"
            else { continue }
            let end = lines[(index + 1)...].firstIndex { (indentation($0) ?? .max) <= indent } ?? lines.endIndex
            let removed = Array(lines[index..<end])
            for line in index..<end { lines[line] = "" }
            return (index + 1, removed)
        }
        return nil
    }

    /// The line and what is wrong there, without the picture of the line that the parser adds: it may hold a secret.
    private func problem(of error: any Error) -> ConfigurationProblem {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            // The words of the parser for it help nobody.
            let isTab = (1...lines.count).contains(mark.line) && lines[mark.line - 1].drop { $0 == " " }.first == "\t"
            return .unread(
                path, line: mark.line,
                isTab ? localized("a tab at the beginning; YAML takes blanks") : problem)
        case YamlError.reader(let problem, _, _, _):
            return .unread(path, localized("not a text: \(problem)"))
        default:
            return .unread(path, localized("not YAML"))
        }
    }
}
