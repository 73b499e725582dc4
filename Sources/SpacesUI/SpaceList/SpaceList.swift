import Foundation
package import SpacesModel
package import SpacesQuery
import Widgets

/// The list as the person sees it: what is shown, in which order, and where the cursor stands.
///
/// The cursor belongs to a space and not to a line: it stays on its space when the list is sorted, filtered or loaded anew.
package struct SpaceList: Sendable {
    package private(set) var catalog = SpaceCatalog.empty
    package private(set) var order = SortOrder()
    /// The filter as it was typed.
    package private(set) var filter = ""
    /// The filter as it was understood.
    package private(set) var query = Query()
    /// What the filter is measured against, such as the time.
    package var context = QueryContext(now: .distantPast, timeZone: .gmt)
    /// The spaces that stay at the top, the first one pinned first.
    package private(set) var pins: [SpaceID] = []
    /// Indices into the catalog of what is shown, top to bottom.
    private(set) var rows: [Int32] = []
    /// The selected line, as an index into `rows`.
    package private(set) var cursor = 0
    /// The first line on the screen.
    package private(set) var top = 0
    /// What the person marked.
    package internal(set) var marks = Marks()
    /// What the last load changed in the list, until it was seen.
    package internal(set) var changes: [SpaceID: RowChange] = [:]
    /// What the shown spaces use and are allotted.
    package private(set) var shownStorage = SpaceSummary.Storage()
    /// How the filter stands where its expressions take longer than a key may.
    package private(set) var search = ListSearch.Progress.done
    private var searchNumber = 0
    /// The space that the person chose last; the cursor goes back to it when a filter that hid it is gone.
    private var anchor: SpaceID?
    /// The space that the cursor was sent to before it was in the list.
    private(set) var expected: SpaceID?

    package init() {}

    /// How many spaces are shown.
    package var shownCount: Int { rows.count }
    /// How many spaces there are.
    package var totalCount: Int { catalog.count }
    package var selected: Space? { space(atRow: cursor) }

    /// What is shown, top to bottom.
    var shownSpaces: some Sequence<Space> {
        rows.lazy.map { catalog.spaces[Int($0)] }
    }

    func space(atRow row: Int) -> Space? {
        rows.indices.contains(row) ? catalog.spaces[Int(rows[row])] : nil
    }

    func space(_ id: SpaceID) -> Space? {
        catalog.index(of: id).map { catalog.spaces[$0] }
    }

    /// Lets ages in the filter count from a moment.
    mutating func measure(at now: Date, _ timeZone: TimeZone) {
        (context.now, context.timeZone) = (now, timeZone)
    }

    /// Takes a list that was loaded or sorted anew.
    mutating func show(_ catalog: SpaceCatalog) {
        let position = cursor
        let kept = anchor ?? selected?.id
        self.catalog = catalog
        pruneMarks()
        arrange(around: kept, else: position)
        // A space that is gone is waited for no longer: the one in its line takes over.
        if let anchor, catalog.index(of: anchor) == nil { self.anchor = selected?.id }
    }

    /// Shows a changed space at once, in its old place.
    mutating func replace(_ space: Space) {
        catalog.replace(space)
        addUp()
    }

    /// Remembers a space to put the cursor on as soon as it is in the list.
    mutating func expect(_ id: SpaceID) { (anchor, expected) = (id, id) }

    mutating func sort(by order: SortOrder) {
        self.order = order
        arrange(around: anchor, else: 0)
    }

    mutating func filter(by text: String) {
        filter = text
        query = Query(parsing: text)
        arrange(around: anchor, else: 0)
    }

    /// Pins spaces after those that are pinned already; the cursor stays on its space.
    mutating func pin(_ ids: [SpaceID]) {
        pins += ids.filter { !pins.contains($0) }
        pinsChanged()
    }

    mutating func unpin(_ id: SpaceID) {
        pins.removeAll { $0 == id }
        pinsChanged()
    }

    private mutating func pinsChanged() {
        context.pinned = Set(pins)
        arrange(around: anchor ?? selected?.id, else: cursor)
    }

    /// Moves the cursor by so many lines, held at both ends.
    mutating func move(by lines: Int) {
        move(to: cursor + lines)
    }

    mutating func move(to row: Int) {
        cursor = max(0, min(row, rows.count - 1))
        expected = nil
        if let selected { anchor = selected.id }
    }

    /// Puts the cursor on a space, where it is shown.
    mutating func select(_ id: SpaceID) {
        anchor = id
        if let row = row(of: id) { cursor = row }
    }

    /// Scrolls so that the cursor is among `height` lines.
    mutating func scroll(toFit height: Int) {
        guard height > 0 else { return }
        if cursor < top { top = cursor }
        if cursor >= top + height { top = cursor - height + 1 }
        top = max(0, min(top, rows.count - height))
    }

    /// Takes the selected space for the one that the person chose: the cursor stays on it when the filter is gone.
    mutating func choose() {
        if let selected { anchor = selected.id }
    }

    func row(of id: SpaceID) -> Int? {
        guard let index = catalog.index(of: id) else { return nil }
        return rows.firstIndex(of: Int32(index))
    }

    /// Fills the rows anew and keeps the cursor on a space, or at `position` when there is none or it is not shown.
    ///
    /// Who has not chosen a space yet sees the top of a new order, which is what a new order is asked for. Where expressions
    /// take longer than a key may, nothing is shown until they are done: nobody is to act on what the filter does not find.
    private mutating func arrange(around id: SpaceID?, else position: Int) {
        var steps = ListSearch.stepsOfKey
        do {
            let found = try catalog.rows(matching: query, in: order, context: context, steps: &steps)
            search = .done
            fillRows(found, around: id, else: position)
        } catch {
            searchNumber += 1
            search = .wanted
            fillRows([], around: id, else: position)
        }
    }

    private mutating func fillRows(_ found: [Int32], around id: SpaceID?, else position: Int) {
        rows = found
        if !pins.isEmpty {
            let pinned = Set(pins.compactMap { catalog.index(of: $0).map(Int32.init) })
            rows = rows.filter(pinned.contains) + rows.filter { !pinned.contains($0) }
        }
        addUp()
        countMarks()
        cursor = id.flatMap(row(of:)) ?? max(0, min(position, rows.count - 1))
    }

    /// What is to be looked for in the background, once.
    mutating func beginSearch() -> ListSearch? {
        guard search == .wanted else { return nil }
        search = .underWay
        return ListSearch(number: searchNumber, catalog: catalog, query: query, order: order, context: context)
    }

    /// Shows what a search found; `nil` where it gave up. What an earlier filter asked for is dropped.
    mutating func finishSearch(_ number: Int, rows found: [Int32]?) {
        guard search == .underWay, number == searchNumber else { return }
        search = found == nil ? .gaveUp : .done
        fillRows(found ?? [], around: anchor, else: 0)
    }

    private mutating func addUp() {
        shownStorage = SpaceSummary.Storage()
        for row in rows { shownStorage.add(catalog.spaces[Int(row)]) }
    }
}
