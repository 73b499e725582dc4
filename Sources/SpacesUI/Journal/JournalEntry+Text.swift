import SpacesModel
import Localization
import SpacesClient
import Widgets

extension JournalEntry {
    /// Everything that a search looks at.
    var words: String {
        let values = changes.flatMap { [$0.field, $0.before, $0.after] }
        return ([profile, server, user, action.rawValue, spaceID, space, outcome.label, requestID, reason] + values)
            .compactMap { $0 }.joined(separator: "\n")
    }

    /// The profile, or the server where it has none.
    var place: String { profile ?? server }

    /// What changed, in one line.
    func summary(_ glyphs: Glyphs) -> String {
        switch action {
        case .create: localized("created")
        case .edit, .readme: changes.map { "\($0.shownField): \($0.values(glyphs))" }.joined(separator: ", ")
        case .disable, .restore, .purge: changes.map { $0.values(glyphs) }.joined(separator: ", ")
        case .invite, .changeMember, .removeMember:
            changes.map { "\($0.field): \($0.values(glyphs))" }.joined(separator: ", ")
        }
    }

    /// What was done, as a title says it.
    var title: String {
        switch action {
        case .create: localized("Create \(space)")
        case .edit: localized("Change \(space)")
        case .disable: localized("Disable \(space)")
        case .restore: localized("Restore \(space)")
        case .purge: localized("Purge \(space)")
        case .readme: localized("Readme of \(space)")
        case .invite: localized("New member of \(space)")
        case .changeMember: localized("Member of \(space)")
        case .removeMember: localized("Remove a member of \(space)")
        }
    }
}

extension JournalEntry.FieldChange {
    /// The field in the language of the person; the journal names fields of spaces as the API does, and members by name.
    var shownField: String { SpaceField(rawValue: field)?.label ?? field }

    /// `before → after`, with a dash for what there is none of.
    func values(_ glyphs: Glyphs) -> String {
        func shown(_ value: String?) -> String { value.flatMap { $0.isEmpty ? nil : $0 } ?? glyphs.missing }
        return "\(shown(before)) \(glyphs.arrow) \(shown(after))"
    }
}

extension JournalEntry.Outcome {
    /// The word in the column. What nobody wrote an end to is as unknown as what the server left open.
    var label: String {
        switch self {
        case .intended, .unknown: localized("unknown")
        case .done: localized("done")
        case .notDone: localized("not done")
        }
    }

    func mark(_ glyphs: Glyphs) -> String {
        switch self {
        case .intended, .unknown: "?"
        case .done: String(glyphs.success)
        case .notDone: String(glyphs.failure)
        }
    }

    var role: Role {
        switch self {
        case .intended, .unknown: .warning
        case .done: .success
        case .notDone: .error
        }
    }
}

extension Glyphs {
    /// Stands between what was and what is.
    var arrow: String { self == .ascii ? "->" : "→" }
}
