import Texts

/// Comma-separated values (RFC 4180) for spreadsheets.
enum CSV {
    /// A text as a cell that no spreadsheet takes for a formula: what would begin one has an apostrophe before it.
    ///
    /// Line breaks and tabs are in the cell as in the text. Other control characters, which spreadsheets cannot hold and
    /// terminals obey, have their signs.
    static func cell(_ text: String) -> String {
        var cell = String.UnicodeScalarView()
        // A sheet that is read in another width takes the wide signs for the usual ones; blanks before one it may drop.
        if let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first) { cell.append("'") }
        var needsQuotes = text.unicodeScalars.first == " " || text.unicodeScalars.last == " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"":
                needsQuotes = true
                cell.append(contentsOf: "\"\"".unicodeScalars)
            case ",", "\n", "\r", "\t":
                needsQuotes = true
                cell.append(scalar)
            case _ where scalar.properties.generalCategory == .control:
                cell.append(contentsOf: Sign.of(scalar).unicodeScalars)
            default: cell.append(scalar)
            }
        }
        return needsQuotes ? "\"\(String(cell))\"" : String(cell)
    }

    /// Lines of cells that are written already.
    static func text(of lines: [[String]]) -> String {
        lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}
