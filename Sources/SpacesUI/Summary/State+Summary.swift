import SpacesModel
import Terminal
import Widgets

extension State {
    /// The spaces on the screen in numbers.
    mutating func showSummary() {
        layers.append(.summary(SummaryPage(SpaceSummary(list.shownSpaces), filter: list.filter)))
    }

    /// Brings an open summary in line with a list that was loaded anew.
    mutating func updateSummary() {
        for (index, layer) in layers.enumerated() {
            guard case .summary(let page) = layer else { continue }
            layers[index] = .summary(page.updated(SpaceSummary(list.shownSpaces)))
        }
    }

    mutating func receive(_ key: Key, in page: SummaryPage) {
        let count = summaryLayout(of: page).targets.count
        let step = max(1, pageArea.rows / 2)
        if key == Key(.enter) { return follow(page) }
        var page = page
        switch keymap.command(for: key) {
        case .moveUp: page.move(to: page.cursor - 1, of: count)
        case .moveDown: page.move(to: page.cursor + 1, of: count)
        case .pageUp, .halfPageUp: page.move(to: page.cursor - step, of: count)
        case .pageDown, .halfPageDown: page.move(to: page.cursor + step, of: count)
        case .moveToFirst: page.move(to: 0, of: count)
        case .moveToLast: page.move(to: count - 1, of: count)
        case .showDetail: return follow(page)
        case .commandPalette: return perform(.commandPalette)
        case .refresh: loadAgain()
        case .clearFilter, .quit, .summary: return setTopLayer(nil)
        default: return
        }
        setTopLayer(.summary(page))
    }

    /// Goes where the line of the cursor leads: to a space, or to the spaces that a further filter leaves.
    private mutating func follow(_ page: SummaryPage) {
        let layout = summaryLayout(of: page)
        guard layout.targets.indices.contains(page.cursor) else { return }
        setTopLayer(nil)
        switch layout.places[layout.targets[page.cursor]].line.target {
        case .space(let id): list.select(id)
        case .filter(let filter): setFilter([page.filter, filter].filter { !$0.isEmpty }.joined(separator: " "))
        case nil: break
        }
        list.scroll(toFit: self.layout.listRows)
    }

    func summaryLayout(of page: SummaryPage) -> SummaryLayout {
        SummaryLayout(SummaryLines(summary: page.summary, now: now).sections, columns: pageArea.columns)
    }
}
