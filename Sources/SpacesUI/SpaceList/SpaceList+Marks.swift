package import SpacesModel
import SpacesQuery

/// The spaces that the person picked out to act on together, known by id: they stay marked whatever the list does.
package struct Marks: Equatable, Sendable {
    package fileprivate(set) var ids: Set<SpaceID> = []
    /// Those of them that the person pointed at one by one, or that the filter named when they were marked.
    fileprivate(set) var named: Set<SpaceID> = []
    /// Where a range began that the cursor is still stretching.
    package fileprivate(set) var rangeStart: SpaceID?
    /// How many of the marked ones the filter shows; kept, because the header asks with every key.
    fileprivate(set) var shownCount = 0
    /// What the marked ones that are shown use and are allotted.
    package fileprivate(set) var storage = SpaceSummary.Storage()

    package var count: Int { ids.count }
    package var isEmpty: Bool { ids.isEmpty }
    /// How many of them the filter hides.
    package var hiddenCount: Int { ids.count - shownCount }

    fileprivate mutating func remove(_ gone: some Sequence<SpaceID>) {
        ids.subtract(gone)
        named.subtract(gone)
    }
}

extension SpaceList {
    /// The marked spaces that are shown, top to bottom.
    package var markedShown: [Space] {
        if marks.isEmpty { return [] }
        return rows.lazy.map { catalog.spaces[Int($0)] }.filter { marks.ids.contains($0.id) }
    }

    /// The marked spaces that the filter hides, by name as the catalog has them.
    package var markedHidden: [Space] {
        if marks.hiddenCount == 0 { return [] }
        let shown = Set(markedShown.map(\.id))
        return catalog.spaces.filter { marks.ids.contains($0.id) && !shown.contains($0.id) }
    }

    /// Whether a row shows as marked: because it is, or because the range under way reaches over it.
    func isMarked(_ space: Space, row: Int) -> Bool {
        marks.ids.contains(space.id) || range?.contains(row) == true
    }

    /// The lines of the range under way; `nil` where there is none, or where its beginning is not shown.
    var range: ClosedRange<Int>? {
        guard let start = marks.rangeStart, let row = row(of: start), shownCount > 0 else { return nil }
        return min(row, cursor)...max(row, cursor)
    }

    /// Marks the selected space, or takes its mark away, and goes on to the next.
    mutating func toggleMark() {
        guard let selected else { return }
        if marks.ids.contains(selected.id) {
            unmark([selected.id])
        } else {
            mark([selected.id])
        }
        move(by: 1)
    }

    /// Begins a range at the cursor, or ends the one under way and marks what it reaches over.
    mutating func toggleRange() {
        if marks.rangeStart == nil {
            marks.rangeStart = selected?.id
        } else {
            endRange()
        }
    }

    /// Marks what the range under way reaches over.
    mutating func endRange() {
        if let range { sweep(range.map { catalog.spaces[Int(rows[$0])] }) }
        marks.rangeStart = nil
    }

    /// Forgets the range under way; true when there was one.
    mutating func leaveRange() -> Bool {
        defer { marks.rangeStart = nil }
        return marks.rangeStart != nil
    }

    mutating func markAllShown() { sweep(shownSpaces) }

    /// Marks what is shown and not marked, and the other way round; what the filter hides stays as it is.
    mutating func invertMarks() {
        let unmarked = shownSpaces.filter { !marks.ids.contains($0.id) }
        marks.remove(shownSpaces.lazy.map(\.id))
        sweep(unmarked)
    }

    mutating func unmarkAll() { marks = Marks() }

    /// Takes the marks of these spaces away.
    mutating func unmark(_ ids: some Sequence<SpaceID>) {
        marks.remove(ids)
        countMarks()
    }

    /// Marks spaces that the person pointed at one by one, as far as they are there.
    mutating func mark(_ ids: some Sequence<SpaceID>) {
        let ids = ids.filter { catalog.index(of: $0) != nil }
        marks.ids.formUnion(ids)
        marks.named.formUnion(ids)
        countMarks()
    }

    /// Marks spaces that the person did not look at one by one.
    mutating func sweep(_ spaces: some Sequence<Space>) {
        for space in spaces {
            marks.ids.insert(space.id)
            if space.type.isTakenOnlyByName, query.names(space) { marks.named.insert(space.id) }
        }
        countMarks()
    }

    /// Whether a marked space was only swept along with others and is of a type that has to be named: by the filter, or by a
    /// mark of its own.
    func isSweptAlong(_ space: Space) -> Bool {
        space.type.isTakenOnlyByName && marks.ids.contains(space.id) && !marks.named.contains(space.id)
            && !query.names(space)
    }

    /// Forgets marks of spaces that are gone.
    mutating func pruneMarks() {
        if !marks.isEmpty { marks.remove(marks.ids.filter { catalog.index(of: $0) == nil }) }
        if let start = marks.rangeStart, catalog.index(of: start) == nil { marks.rangeStart = nil }
    }

    /// Counts the marked ones that are shown; called whenever rows or marks change.
    mutating func countMarks() {
        marks.shownCount = 0
        marks.storage = SpaceSummary.Storage()
        if marks.isEmpty { return }
        for row in rows where marks.ids.contains(catalog.spaces[Int(row)].id) {
            marks.shownCount += 1
            marks.storage.add(catalog.spaces[Int(row)])
        }
    }
}
