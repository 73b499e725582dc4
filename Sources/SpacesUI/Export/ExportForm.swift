package import Widgets

/// The dialog that asks which spaces to write into which file, and as what.
package struct ExportForm: Equatable, Sendable {
    package enum Row: CaseIterable, Sendable { case spaces, format, file }

    /// Which spaces of the list.
    package enum Extent: CaseIterable, Sendable {
        /// The marked ones that are shown: what the filter hides is never acted on unseen.
        case marked
        case shown
        case all
    }

    /// What the list has to offer, the usual choice first.
    package let extents: [Extent]
    package private(set) var extent: Extent
    package private(set) var format = Export.Format.csv
    package internal(set) var file: TextField
    package private(set) var focus = Row.spaces
    /// The path that is offered, without its ending.
    private let name: String
    /// What was asked for and is not answered yet.
    package internal(set) var writing: Export?
    /// What met a file of this name; the next key says whether to replace it.
    package internal(set) var refused: Export?
    /// Why nothing was written.
    package internal(set) var problem: String?

    /// Begins with a path that ends in the ending of the format.
    init(_ extents: [Extent], name: String) {
        self.extents = extents
        extent = extents.first ?? .all
        self.name = name
        file = TextField(name + "." + Export.Format.csv.ending)
    }

    /// Whether another path was typed than the one that is offered.
    var isTouched: Bool { writing == nil && file.text != name + "." + format.ending }

    /// Takes what one line says: the file, and by its ending the format.
    mutating func take(path: String) {
        file = TextField(path)
        format = Export.Format.allCases.first { path.lowercased().hasSuffix("." + $0.ending) } ?? .csv
    }

    mutating func moveFocus(by step: Int) {
        let rows = Row.allCases
        guard let index = rows.firstIndex(of: focus) else { return }
        focus = rows[(index + step + rows.count) % rows.count]
    }

    /// Takes the next choice of the row with the focus; the name of the file follows the format.
    mutating func choose(by step: Int) {
        switch focus {
        case .spaces: extent = Self.neighbour(of: extent, in: extents, by: step)
        case .format:
            let ending = "." + format.ending
            format = Self.neighbour(of: format, in: Export.Format.allCases, by: step)
            if file.text.hasSuffix(ending) { file.text = file.text.dropLast(ending.count) + "." + self.format.ending }
        case .file: break
        }
    }

    private static func neighbour<Choice: Equatable>(of choice: Choice, in all: [Choice], by step: Int) -> Choice {
        guard let index = all.firstIndex(of: choice) else { return choice }
        return all[(index + step + all.count) % all.count]
    }
}
