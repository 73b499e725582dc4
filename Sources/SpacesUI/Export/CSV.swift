import SpacesModel

/// Comma-separated values (RFC 4180) for spreadsheets.
enum CSV {
    /// A cell that no spreadsheet takes for a formula: what would begin one has an apostrophe before it.
    static func cell(_ text: String) -> String {
        var text = SafeText.visible(text)
        // A sheet that is read in another width takes the wide signs for the usual ones.
        if let first = text.first, "=+-@＝＋－＠".contains(first) { text = "'" + text }
        guard text.contains(where: { ",\"".contains($0) }) || text.first == " " || text.last == " " else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Lines of cells that are written already.
    static func text(of lines: [[String]]) -> String {
        lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}
