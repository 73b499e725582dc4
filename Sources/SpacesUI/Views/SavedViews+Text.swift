import Localization
import SpacesModel

extension SavedViews {
    private static let keys = ["name", "filter", "sort", "columns", "number"]

    /// The text of the file.
    var text: String {
        var lines = [
            "# Views of the list in spaces: ' opens them, 1 to 9 applies one, spaces --view NAME begins with it.",
            "# It may be edited; spaces writes it anew when a view changes, without other comments.",
            all.isEmpty ? "views: []" : "views:",
        ]
        for view in all {
            lines.append("  - name: " + PlainLine.quoted(view.name))
            if !view.filter.isEmpty { lines.append("    filter: " + PlainLine.quoted(view.filter)) }
            lines.append("    sort: " + view.order.text)
            lines.append("    columns: " + view.columns.text)
            if let number = view.number { lines.append("    number: \(number)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads the text of a file; what is not understood is left out and told with its line.
    static func read(_ text: String, of path: String) -> (SavedViews, problems: [FileProblem]) {
        var views: [SavedView] = []
        var problems: [FileProblem] = []
        var isOpen = false
        for line in PlainLine.lines(of: text) {
            func tell(_ sentence: String) { problems.append(FileProblem(path, line: line.number, sentence)) }
            if line.isTop, !line.isItem {
                if line.key != "views" {
                    tell(localized("a file of views begins with views: and has nothing else at the edge"))
                }
                continue
            }
            if line.isItem {
                views.append(SavedView(name: ""))
                isOpen = true
            }
            guard isOpen, let key = line.key else {
                tell(localized("a view begins with - name: and its name; this line is left out"))
                continue
            }
            guard let value = line.value else {
                tell(localized("a quote is not closed, so \(key) is left out"))
                continue
            }
            read(key, value, into: &views[views.count - 1], tell)
        }
        for view in views where view.name.isEmpty { problems.append(nameless(view, path)) }
        let named = views.filter { !$0.name.isEmpty }
        let saved = SavedViews(named)
        if saved.all.count < named.count {
            problems.append(FileProblem(path, localized("a name is given to several views; the last of them counts")))
        }
        return (saved, problems)
    }

    private static func nameless(_ view: SavedView, _ path: String) -> FileProblem {
        FileProblem(path, localized("a view without a name (filter \(PlainLine.quoted(view.filter))) is left out"))
    }

    private static func read(_ key: String, _ value: String, into view: inout SavedView, _ tell: (String) -> Void) {
        switch key {
        case "name": view.name = String(value.prefix(SavedView.longestName))
        case "filter": view.filter = value
        case "sort":
            let (order, problems) = SortOrder.read(value)
            view.order = order ?? view.order
            problems.forEach(tell)
        case "columns":
            let (columns, problems) = ColumnArrangement.read(value)
            view.columns = columns ?? view.columns
            problems.forEach(tell)
        case "number":
            view.number = Int(value).flatMap { (1...9).contains($0) ? $0 : nil }
            if view.number == nil { tell(localized("a number is one of 1 to 9")) }
        default:
            let meant = Spelling.nearest(to: key, among: keys)
            let shown = key
            tell(
                meant.map { localized("a view has no \(shown); did you mean \($0)?") }
                    ?? localized("a view has no \(shown): it has \(keys.joined(separator: ", "))"))
        }
    }
}
