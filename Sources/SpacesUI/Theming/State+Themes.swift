import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    // MARK: Choosing

    /// Opens the list of themes; their files are read anew each time.
    mutating func chooseTheme() {
        layers.append(.themes(ThemeChooser(at: themes.name)))
        ask(.loadThemes)
    }

    /// Letters filter; moving tries, Enter keeps, Escape goes back to what was.
    mutating func receive(_ key: Key, in chooser: ThemeChooser) {
        var chooser = chooser
        let catalog = themes.catalog
        switch key {
        case Key(.escape), .control("c"): return leaveThemes()
        case Key(.enter):
            if let entry = chooser.selected(of: catalog) { keep(entry.name) }
            return
        case Key(.up), .control("p"): chooser.move(by: -1, in: catalog)
        case Key(.down), .control("n"), Key(.tab): chooser.move(by: 1, in: catalog)
        case Key(.pageUp): chooser.move(by: -8, in: catalog)
        case Key(.pageDown): chooser.move(by: 8, in: catalog)
        case Key(.home): chooser.move(by: -catalog.entries.count, in: catalog)
        case Key(.end): chooser.move(by: catalog.entries.count, in: catalog)
        default: return changeFilter(of: chooser) { _ = $0.handle(key) }
        }
        attempt(chooser)
    }

    /// The cursor stays on its theme where the filter leaves that.
    mutating func changeFilter(of chooser: ThemeChooser, _ change: (inout TextField) -> Void) {
        var chooser = chooser
        change(&chooser.filter)
        if let entry = chooser.selected(of: themes.catalog) { chooser.name = entry.name }
        attempt(chooser)
    }

    /// Draws with the theme under the cursor.
    private mutating func attempt(_ chooser: ThemeChooser) {
        setTopLayer(.themes(chooser))
        themes.tried = chooser.selected(of: themes.catalog)?.name
        themes.settle()
    }

    private mutating func leaveThemes() {
        setTopLayer(nil)
        themes.tried = nil
        themes.settle()
    }

    /// Keeps a theme for this run and the next ones; the one that the configuration wants needs no choice.
    private mutating func keep(_ name: String) {
        themes.chosen = name == themes.configured ? nil : name
        leaveThemes()
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
        if case .themes(let chooser)? = layers.last { return attempt(chooser) }
        if let problem = catalog.problems.first(where: { !known.contains($0) }) {
            notice = Notice(.warning, problem)
        }
    }
}
