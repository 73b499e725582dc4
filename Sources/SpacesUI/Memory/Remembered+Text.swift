import Localization
import SpacesModel

extension Remembered {
    /// The text of the file.
    var text: String {
        var lines = ["# What spaces remembers of a list; written anew with every change."]
        if let columns { lines.append("columns: " + columns.text) }
        if let order { lines.append("sort: " + order.text) }
        if !pins.isEmpty { lines += ["pins:"] + pins.map { "  - " + PlainLine.quoted($0.rawValue) } }
        if !filters.isEmpty { lines += ["filters:"] + filters.map { "  - " + PlainLine.quoted($0) } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads the text of a file; what is not understood is left out and told with its line.
    static func read(_ text: String, of path: String) -> (Remembered, problems: [FileProblem]) {
        var remembered = Remembered()
        var problems: [FileProblem] = []
        var list: String?
        for line in PlainLine.lines(of: text) {
            func tell(_ sentence: String) { problems.append(FileProblem(path, line: line.number, sentence)) }
            switch (line.isItem, line.key, line.value) {
            case (_, _, nil): tell(localized("a quote is not closed, so the line is left out"))
            case (true, nil, let value?):
                switch list {
                case "pins" where !value.isEmpty: remembered.take(.pin(SpaceID(value)))
                case "filters" where !value.isEmpty: remembered.filters.append(value)
                default: tell(localized("this line belongs to nothing and is left out"))
                }
            case (false, "columns", let value?):
                let (columns, sentences) = ColumnArrangement.read(value)
                remembered.columns = columns
                sentences.forEach(tell)
            case (false, "sort", let value?):
                let (order, sentences) = SortOrder.read(value)
                remembered.order = order
                sentences.forEach(tell)
            case (false, let key?, ""?) where ["pins", "filters"].contains(key): list = key
            default: tell(localized("this line is not understood and left out"))
            }
        }
        remembered.filters = Array(remembered.filters.prefix(mostFilters))
        return (remembered, problems)
    }
}
