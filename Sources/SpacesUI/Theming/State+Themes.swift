import Localization
import SpacesModel
import Terminal

extension State {
    // MARK: Choosing

    /// Opens the list of themes; their files are read anew each time.
    mutating func chooseTheme() {
        open(ThemeChooser(at: themes.name))
        ask(.loadThemes)
    }

    /// Keeps a theme for this run and the next ones; the one that the configuration wants needs no choice.
    mutating func keepTheme(_ name: String) {
        themes.chosen = name == themes.configured ? nil : name
        themes.tried = nil
        themes.settle()
        ask(.keepTheme(themes.chosen.map { ThemeChoice(name: $0, configuration: themes.configuration) }))
        notice = Notice(.success, localized("The theme is \(name)."))
    }

    // MARK: Changes from outside

    mutating func learn(_ ground: Ground) {
        themes.ground = ground
        themes.settle()
    }

    /// A theme whose file is broken or gone stays on the screen as it was.
    mutating func take(_ catalog: ThemeCatalog) {
        let known = themes.catalog.problems
        themes.catalog = catalog
        themes.settle()
        if let chooser = top(ThemeChooser.self) {
            themes.tried = chooser.selected(of: catalog)?.name
            return themes.settle()
        }
        if let problem = catalog.problems.first(where: { !known.contains($0) }) {
            notice = Notice(.warning, problem)
        }
    }
}
