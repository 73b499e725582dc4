import Localization
import SpacesClient
import SpacesModel

extension Change {
    /// What was done, as the answer of the server tells it; a warning where it stored something else than was asked for.
    ///
    /// - Parameter maximum: The largest quota of the server, where it is known.
    func outcome(_ answer: Space?, maximum: ByteCount?) -> Notice {
        switch kind {
        case .create(let draft):
            let differences = draft.wanted.differences(in: answer, maximum: maximum)
            let name = answer?.name ?? name
            return differences.isEmpty
                ? Notice(.success, localized("\(name) was created."))
                : Notice(.warning, localized("\(name) was created: \(differences.joined(separator: ", "))."))
        case .disable: return Notice(.success, localized("\(name) is disabled."))
        case .restore: return Notice(.success, localized("\(answer?.name ?? name) is restored."))
        case .purge: return Notice(.success, localized("\(name) was purged."))
        case .edit(let edit):
            let isAsAsked = edit.differences(in: answer, maximum: maximum).isEmpty
            let level: Notice.Level = isAsAsked ? .success : .warning
            let stored = answer?.name ?? edit.name ?? name
            if isAsAsked, edit == SpaceEdit(name: edit.name) {
                return Notice(level, localized("\(name) is called \(stored) now."))
            }
            let fields = edit.told(in: answer, maximum: maximum)
            return Notice(level, localized("\(stored) saved: \(fields.joined(separator: ", "))."))
        }
    }

    /// What was done, when it took back another change.
    func undone(_ answer: Space?, maximum: ByteCount?) -> Notice {
        guard case .edit(let edit) = kind else { return outcome(answer, maximum: maximum) }
        let name = answer?.name ?? edit.name ?? name
        let differences = edit.differences(in: answer, maximum: maximum)
        if !differences.isEmpty {
            return Notice(
                .warning, localized("Not all of \(name) was undone: \(differences.joined(separator: ", "))."))
        }
        let fields = SpaceField.allCases.filter { edit[$0] != nil }.map(\.label).joined(separator: ", ")
        return Notice(.success, localized("Undone: \(name) has its earlier \(fields) again."))
    }
}

extension SpaceEdit {
    /// What the server stored of each field that was to change, in words.
    fileprivate func told(in stored: Space?, maximum: ByteCount?) -> [String] {
        let others = stored.map { missing(in: $0) } ?? []
        return SpaceField.allCases.compactMap { field in
            guard let wanted = self[field] else { return nil }
            if let stored, others.contains(field) {
                return wanted.difference(from: stored[field], of: field, maximum: maximum)
            }
            if case .limit(let limit?) = wanted { return localized("quota \(limit.formatted)") }
            return field.label
        }
    }

    /// What the server stored otherwise than it was asked to, in words; empty where all is as it was wanted.
    func differences(in stored: Space?, maximum: ByteCount?) -> [String] {
        guard let stored else { return [] }
        return missing(in: stored).compactMap { field in
            self[field]?.difference(from: stored[field], of: field, maximum: maximum)
        }
    }
}

extension FieldValue {
    /// The value that is stored in place of this one, in words.
    fileprivate func difference(from stored: FieldValue, of field: SpaceField, maximum: ByteCount?) -> String {
        guard case .limit(let asked) = self, case .limit(let limit) = stored else {
            return localized("\(field.label) \(stored.shown), not \(shown) as asked for")
        }
        guard let limit else { return localized("quota not told by the server") }
        if let maximum, limit == .bytes(maximum) {
            return localized("quota \(limit.formatted), the server's maximum")
        }
        return asked == .unlimited
            ? localized("quota \(limit.formatted), not unlimited as asked for")
            : localized("quota \(limit.formatted), not the \(asked?.formatted ?? "") asked for")
    }
}
