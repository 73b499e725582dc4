/// The grid that a picture is drawn on: whole numbers for the cells, so that everything lines up in any viewer.
enum CellGrid {
    static let width = 10
    static let height = 20
    /// Where letters stand, from the top of a row.
    static let baseline = 15
    /// With this size a letter of most fonts with a fixed width is one cell wide.
    static let fontSize = 16.6
    /// Room around the grid.
    static let margin = 16

    /// A number as short as it can be written.
    static func text(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return "\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
