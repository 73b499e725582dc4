import Localization
package import SpacesModel

/// The question what shall stay where two people changed the same fields; the form that asked lies beneath.
package struct ConflictChoice: Equatable, Sendable {
    package enum Side: Equatable, Sendable { case theirs, mine }

    package let conflict: EditConflict
    /// What was chosen, for each field that is decided: at first none, as neither side is the right one unseen.
    package private(set) var sides: [SpaceField: Side] = [:]
    /// The field that the cursor is on, as an index into those of the conflict.
    package private(set) var focus = 0

    package init(_ conflict: EditConflict) {
        self.conflict = conflict
    }

    /// The fields that take what someone else made of them.
    package var taken: Set<SpaceField> { Set(sides.filter { $0.value == .theirs }.keys) }

    /// What was chosen for a field; `nil` as long as it is undecided.
    func side(of field: SpaceField) -> Side? { sides[field] }

    /// The fields for which nothing was chosen yet.
    var undecided: [SpaceField] { conflict.fields.map(\.field).filter { sides[$0] == nil } }

    /// Whether something was chosen for every field, so that it can be saved.
    package var isDecided: Bool { undecided.isEmpty }

    /// Says which fields are undecided, as a list of their names.
    var undecidedPhrase: String { localized("undecided: \(undecided.map(\.label).joined(separator: ", "))") }

    /// Moves the cursor to the next field that is undecided, from the one under it on.
    mutating func focusUndecided() {
        let count = conflict.fields.count
        let next = (0..<count).map { (focus + $0) % count }.first { sides[conflict.fields[$0].field] == nil }
        if let next { focus = next }
    }

    mutating func moveFocus(by step: Int) {
        let count = conflict.fields.count
        if count > 0 { focus = (focus + step + count) % count }
    }

    /// Chooses for the field under the cursor.
    mutating func choose(_ side: Side) {
        guard conflict.fields.indices.contains(focus) else { return }
        sides[conflict.fields[focus].field] = side
    }

    mutating func chooseAll(_ side: Side) {
        for field in conflict.fields { sides[field.field] = side }
    }

    mutating func toggle() {
        guard conflict.fields.indices.contains(focus) else { return }
        choose(side(of: conflict.fields[focus].field) == .mine ? .theirs : .mine)
    }

    /// What happened and what to do, one sentence for each line.
    var story: [String] {
        let choice = conflict.fields.isEmpty ? [] : [localized("Choose for each field what shall stay.")]
        let name = conflict.theirs.name
        if conflict.wasDisabled {
            return [localized("\(name) was disabled meanwhile. Nobody reaches it, but it can be changed.")] + choice
        }
        if conflict.wasRestored {
            return [localized("\(name) was restored meanwhile: its members reach it again.")] + choice
        }
        return [
            localized("Someone else changed \(conflict.base.name) while you edited it."),
            ([localized("Nothing was overwritten.")] + choice).joined(separator: " "),
        ]
    }
}
