/// The paths of a picture, one for each colour, in the order in which the colours came.
struct PathsByColor {
    private(set) var entries: [(color: TerminalColors.RGB, data: String)] = []
    private var places: [TerminalColors.RGB: Int] = [:]

    mutating func add(_ data: String, _ color: TerminalColors.RGB) {
        if let place = places[color] {
            entries[place].data += data
        } else {
            places[color] = entries.count
            entries.append((color, data))
        }
    }

    /// One element for each colour, with the colour as this attribute.
    func elements(_ attribute: String, also rest: String = "") -> [String] {
        entries.map { "<path \(attribute)=\"\($0.color.hexadecimal)\"\(rest) d=\"\($0.data)\"/>" }
    }
}
