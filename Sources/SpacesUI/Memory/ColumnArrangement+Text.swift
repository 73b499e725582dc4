import Localization
import SpacesModel

extension ColumnArrangement {
    /// The columns that are shown, as files have them: `name, used=10, usage`.
    var text: String {
        entries.filter(\.isShown).map { $0.column.rawValue + ($0.width.map { "=\($0)" } ?? "") }.joined(separator: ", ")
    }

    /// Reads such a text; what is no column is left out and told.
    static func read(_ text: String) -> (ColumnArrangement?, problems: [String]) {
        var shown: [Entry] = []
        var problems: [String] = []
        for word in Column.words(of: text) {
            let parts = word.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard let name = parts.first, let column = Column(rawValue: name.lowercased()) else {
                problems.append(Column.problem(of: parts.first ?? ""))
                continue
            }
            var entry = Entry(column)
            if parts.count == 2 {
                entry.width = Int(parts[1]).flatMap { widths.contains($0) ? $0 : nil }
                if entry.width == nil {
                    problems.append(
                        localized(
                            """
                            the width of \(name) is a number from \(widths.lowerBound) to \(widths.upperBound), as in \
                            \(name)=12; it is left to the screen
                            """))
                }
            }
            shown.append(entry)
        }
        return (shown.isEmpty ? nil : ColumnArrangement(shown), problems)
    }
}

extension SortOrder {
    /// The keys as files have them: `usage descending, name`.
    var text: String {
        keys.map { $0.column.rawValue + ($0.isDescending ? " descending" : "") }.joined(separator: ", ")
    }

    /// Reads such a text; what is no column is left out and told.
    static func read(_ text: String) -> (SortOrder?, problems: [String]) {
        var keys: [Key] = []
        var problems: [String] = []
        for word in Column.words(of: text) {
            let parts = word.split(separator: " ").map { $0.lowercased() }
            guard let name = parts.first, let column = Column(rawValue: name) else {
                problems.append(Column.problem(of: parts.first ?? ""))
                continue
            }
            switch parts.dropFirst().first {
            case nil, "ascending"?, "asc"?, "up"?: keys.append(Key(column, isDescending: false))
            case "descending"?, "desc"?, "down"?: keys.append(Key(column, isDescending: true))
            case let other?:
                problems.append(
                    localized("behind \(name) stands descending or nothing, not \(other)"))
                keys.append(Key(column, isDescending: false))
            }
        }
        return (SortOrder(keys), problems)
    }
}

extension Column {
    /// The parts between commas, with or without the brackets of a YAML list.
    fileprivate static func words(of text: String) -> [String] {
        var text = text.trimmed[...]
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        return text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    fileprivate static func problem(of word: String) -> String {
        let meant = Spelling.nearest(to: word, among: allCases.map(\.rawValue))
        let shown = word
        return meant.map { localized("there is no column \(shown); did you mean \($0)?") }
            ?? localized("there is no column \(shown); it is left out")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
