import Widgets

/// The place in the filters of before that one goes back through.
struct FilterRecall: Equatable {
    /// Counted from the latest; −1 before all of them.
    var place: Int
    /// Where the going back began.
    let start: Int

    /// Begins at an empty field, or at a filter of before; `nil` for a text that one typed, where the arrows move the list.
    init?(_ history: [String], startingFrom text: String) {
        guard let place = text.isEmpty ? -1 : history.firstIndex(of: text) else { return nil }
        self.place = place
        start = place
    }
}

extension State {
    /// Opens the field with the filter in use.
    mutating func openFilter() {
        filterField = TextField(list.filter)
        filterRecall = FilterRecall(filterHistory, startingFrom: list.filter)
    }

    /// Puts an earlier filter into the field, or a later one again; false where there is none, and the list moves.
    mutating func recallFilter(step: Int) -> Bool {
        guard var recall = filterRecall else { return false }
        let place = recall.place + step
        guard place >= recall.start else { return false }
        // At the oldest one the arrow does nothing, rather than something else.
        guard place < filterHistory.count else { return !filterHistory.isEmpty }
        recall.place = place
        filterRecall = recall
        filterField = TextField(place < 0 ? "" : filterHistory[place])
        applyFilter()
        return true
    }

    /// Remembers the filter in use.
    mutating func keepFilter() {
        guard !list.filter.isEmpty, filterHistory.first != list.filter else { return }
        var remembered = Remembered(filters: filterHistory)
        remembered.take(.filter(list.filter))
        filterHistory = remembered.filters
        ask(.remember(.filter(list.filter)))
    }
}
