import Localization
import SpacesQuery
package import Widgets

/// The list of themes to try; what is typed filters it.
package struct ThemeChooser: Equatable, Sendable {
    package var filter = TextField(placeholder: localized("type to filter"))
    /// The theme under the cursor, by its name: the list may change meanwhile.
    var name: String

    init(at name: String) {
        self.name = name
    }

    /// The themes whose name, background or summary has all the words that were typed.
    func shown(of catalog: ThemeCatalog) -> [ThemeCatalog.Entry] {
        let words = filter.text.split(separator: " ").map { FoldedText.bytes(of: String($0)) }
        return catalog.entries.filter { entry in
            let text = FoldedText.bytes(of: "\(entry.name) \(entry.ground) \(entry.summary)")
            return words.allSatisfy { text.firstRange(of: $0) != nil }
        }
    }

    /// The row of the cursor among those that are shown.
    func cursor(among shown: [ThemeCatalog.Entry]) -> Int { shown.firstIndex { $0.name == name } ?? 0 }

    /// The theme under the cursor, or `nil` where the filter leaves none.
    func selected(of catalog: ThemeCatalog) -> ThemeCatalog.Entry? {
        let shown = shown(of: catalog)
        return shown.isEmpty ? nil : shown[cursor(among: shown)]
    }
}
