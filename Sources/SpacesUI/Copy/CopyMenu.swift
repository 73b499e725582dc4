package import SpacesModel

/// What of a space can be put into the clipboard.
package struct CopyMenu: Equatable, Sendable {
    /// One thing to copy: THE table of them.
    package enum Item: CaseIterable, Sendable {
        case id, name, webAddress, webDAVAddress, csv, json

        /// The letter that copies it at once.
        var key: Character { definition.key }
        /// What it is, to go on after "The".
        var label: String { definition.label }

        private var definition: (key: Character, label: String) {
            switch self {
            case .id: ("i", "id")
            case .name: ("n", "name")
            case .webAddress: ("w", "web address")
            case .webDAVAddress: ("d", "WebDAV address")
            case .csv: ("c", "row as CSV")
            case .json: ("j", "row as JSON")
            }
        }

        /// The text, safe to put anywhere; `nil` where the server told none.
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
            return SafeText.visible(text)
        }
    }

    package let space: Space
    package private(set) var cursor = 0

    package init(of space: Space) {
        self.space = space
    }

    package var selected: Item { Item.allCases[cursor] }

    mutating func move(to row: Int) { cursor = max(0, min(Item.allCases.count - 1, row)) }
}
