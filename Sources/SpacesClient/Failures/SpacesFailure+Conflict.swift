import Localization
import SpacesModel
import Texts

extension SpaceEdit {
    /// What is still to be sent, or the failure that asks the person to choose.
    func rest(startingFrom base: Space, onto theirs: Space) throws(SpacesFailure) -> SpaceEdit {
        do throws(EditConflict) {
            return try rebased(from: base, onto: theirs)
        } catch {
            throw .conflict(.edit(name: base.name, self), error)
        }
    }
}

extension Space {
    /// Why what was confirmed for a space does not hold for the space as it is now, or `nil`.
    func difference(toConfirmed seen: Space, _ operation: Operation) -> SpacesFailure? {
        let reason: String
        if !name.isExactly(seen.name) {
            reason = localized("it is called “\(String(name.prefix(60)))” now")
        } else if isDisabled == seen.isDisabled {
            return nil
        } else if case .disable = operation {
            // Someone else was quicker: what was wanted is so.
            return nil
        } else {
            reason =
                isDisabled
                ? localized("someone else disabled it meanwhile") : localized("someone else restored it meanwhile")
        }
        return .make(
            operation, .changedMeanwhile(self), reason: reason, advice: localized("Look at it again; nothing was sent.")
        )
    }
}

extension SpacesFailure {
    /// The failure of an edit that would overwrite what someone else changed.
    static func conflict(_ operation: Operation, _ conflict: EditConflict) -> SpacesFailure {
        var changes = conflict.fields.map { localized("changed its \($0.field.label)") }
        if conflict.wasDisabled { changes.append(localized("disabled it")) }
        if conflict.wasRestored { changes.append(localized("restored it")) }
        return make(
            operation, .conflict(conflict), reason: localized("someone else \(changes.formatted) meanwhile"),
            advice: localized("Choose what shall stay; nothing was sent."))
    }

    /// A failure to read the space first, told of the write that is not sent because of it.
    func before(_ write: Operation) -> SpacesFailure {
        var failure = self
        failure.operation = write
        failure.isUncertain = false
        if kind == .notFound { failure.kind = .goneOrNotAllowed }
        failure.rebuildSentence()
        return failure
    }
}

extension [String] {
    /// The words as a sentence lists them: `a`, `a and b`, `a, b and c`.
    fileprivate var formatted: String {
        guard let last, count > 1 else { return first ?? "" }
        return localized("\(dropLast().joined(separator: ", ")) and \(last)")
    }
}
