import Localization
package import SpacesModel
import Texts

/// What of a space can be put into the clipboard.
package struct CopyMenu: Equatable, Sendable {
    /// One thing to copy: THE table of them.
    package enum Item: CaseIterable, Sendable {
        case id, name, webAddress, webDAVAddress, csv, json

        /// The letter that copies it at once.
        var key: Character { definition.key }
        /// What it is, to go on after "The".
        var label: String { definition.label }

        /// Begins a sentence: "The name of Venus".
        func subject(_ space: Space) -> String {
            switch self {
            case .id: localized("The id of \(space.name)")
            case .name: localized("The name of \(space.name)")
            case .webAddress: localized("The web address of \(space.name)")
            case .webDAVAddress: localized("The WebDAV address of \(space.name)")
            case .csv: localized("The row as CSV of \(space.name)")
            case .json: localized("The row as JSON of \(space.name)")
            }
        }

        /// The same of several: "The names of 3 spaces".
        func subject(_ count: Int) -> String {
            let spaces = counted(count, "space", "spaces")
            return switch self {
            case .id: localized("The ids of \(spaces)")
            case .name: localized("The names of \(spaces)")
            case .webAddress: localized("The web addresses of \(spaces)")
            case .webDAVAddress: localized("The WebDAV addresses of \(spaces)")
            case .csv: localized("The rows as CSV of \(spaces)")
            case .json: localized("The rows as JSON of \(spaces)")
            }
        }

        /// Why there is nothing to copy.
        func missing(of space: Space) -> String {
            localized("The server told no \(label) of \(space.name).")
        }

        /// The texts of all spaces that have one, one a line.
        func lines(of spaces: [Space]) -> [String] { spaces.compactMap(text) }

        private var definition: (key: Character, label: String) {
            switch self {
            case .id: ("i", localized("id"))
            case .name: ("n", localized("name"))
            case .webAddress: ("w", localized("web address"))
            case .webDAVAddress: ("d", localized("WebDAV address"))
            case .csv: ("c", localized("row as CSV"))
            case .json: ("j", localized("row as JSON"))
            }
        }

        /// The text as it came, but for control characters, which have their signs: pasted into a shell, a line break would run
        /// what stands before it. `nil` where the server told none.
        func text(of space: Space) -> String? {
            let text: String? =
                switch self {
                case .id: space.id.rawValue
                case .name: space.name
                case .webAddress: space.webURL
                case .webDAVAddress: space.root?.webDavURL
                case .csv: SpaceRecord(space).csv
                case .json: SpaceRecord(space).json
                }
            guard let text, !text.isEmpty else { return nil }
            return text.withoutControls
        }
    }

    /// Whose texts are copied, one a line; never empty.
    package let spaces: [Space]
    /// How many of them the filter hides.
    let hiddenCount: Int
    package internal(set) var cursor = 0

    package init(of space: Space) {
        self.init(of: [space], hidden: [])
    }

    /// The marked spaces, those that the filter hides at the end.
    init(of shown: [Space], hidden: [Space]) {
        spaces = shown + hidden
        hiddenCount = hidden.count
    }

    package var selected: Item { Item.allCases[cursor] }

}

extension String {
    /// The text with signs in the place of control characters and of what ends a line.
    fileprivate var withoutControls: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: text.append(contentsOf: Sign.of(scalar).unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
