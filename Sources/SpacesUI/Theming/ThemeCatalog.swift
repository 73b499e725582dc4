import Localization
import Terminal

/// The themes that can be had on this terminal.
package struct ThemeCatalog: Equatable, Sendable {
    /// A theme as a person chooses it.
    package struct Entry: Equatable, Sendable {
        package let theme: Theme
        /// What its file says about it, as it stands there.
        let words: String

        /// The same in the language of the person.
        var summary: String { localized(fromFile: words) }

        var name: String { theme.name }

        /// The background that it is made for, in a word.
        var ground: String {
            switch theme.ground {
            case .light: localized("light")
            case .dark: localized("dark")
            case nil: localized("any")
            }
        }
    }

    /// The built-in themes first.
    package var entries: [Entry] = []
    /// What is wrong in files of themes, each with the file, the line where there is one, and the remedy.
    package var problems: [String] = []
    /// Whether all files were looked at, and not only those that the screen needs at the start.
    package var isComplete = false

    package init() {}

    package subscript(name: String) -> Theme? { entries.first { $0.name == name }?.theme }
}
