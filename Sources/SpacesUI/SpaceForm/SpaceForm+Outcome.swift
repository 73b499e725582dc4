import Localization
package import SpacesModel
import Texts

extension SpaceForm {
    /// What would be sent for an existing space: only what differs from what the form started with.
    package var edit: SpaceEdit {
        guard case .edit(let space) = purpose else { return SpaceEdit() }
        var edit = SpaceEdit()
        let name = SpaceRules.trimmed(text(of: .name))
        if isOpen(.name), !name.isExactly(SpaceRules.trimmed(space.name)) { edit.name = name }
        let subtitle = text(of: .subtitle)
        if isOpen(.subtitle), !subtitle.isExactly(space.subtitle) { edit.subtitle = subtitle }
        let alias = alias(insteadOf: space.alias)
        if isOpen(.alias), !alias.isExactly(space.alias) { edit.alias = alias }
        if isOpen(.quota), case .success(let limit?) = limit, limit != space.quota?.limit { edit.limit = limit }
        return edit
    }

    /// The alias without the blanks that were typed around it; those that a server keeps there are its own.
    private func alias(insteadOf old: String) -> String {
        let typed = text(of: .alias)
        return SpaceRules.trimmed(old).isExactly(old) ? SpaceRules.trimmed(typed) : typed
    }

    /// What would be sent for a new space.
    package var draft: SpaceDraft {
        var draft = SpaceDraft(
            name: SpaceRules.trimmed(text(of: .name)), subtitle: text(of: .subtitle), usesTemplate: usesTemplate)
        if case .success(let limit) = limit { draft.limit = limit }
        return draft
    }

    /// How many fields would be sent.
    var changeCount: Int {
        switch purpose {
        case .edit: edit.count
        case .create: 1
        }
    }

    /// Why the form cannot be sent, row by row; a row that did not change is not complained about.
    package var problems: [Row: String] {
        var problems: [Row: String] = [:]
        if case .failure(let failure) = limit, quotaDiffers { problems[.quota] = failure.message }
        let found =
            switch purpose {
            case .edit: edit.problems(maximumQuota: maximumQuota)
            case .create: draft.problems(maximumQuota: maximumQuota)
            }
        for problem in found {
            if let row = Row(rawValue: problem.field.rawValue) { problems[row] = problem.reason }
        }
        return problems
    }

    /// The problem that stands beside a row; a name that was not typed yet is not called wrong.
    func visibleProblem(of row: Row) -> String? {
        if purpose == .create, row == .name, text(of: .name).isEmpty, hint == nil { return nil }
        return problems[row]
    }

    /// A thing to think about before saving that is no mistake.
    package var quotaWarning: String? {
        guard case .edit(let space) = purpose, let used = space.quota?.used, case .bytes(let size)? = edit.limit,
            size < used
        else { return nil }
        return localized("less than the \(used.formatted()) already used: nothing can be stored then")
    }

    /// The quota as it would be after saving; `nil` when it does not change.
    package var quotaAfter: Quota? {
        guard case .edit(let space) = purpose, let limit = edit.limit else { return nil }
        return Quota(limit: limit, used: space.quota?.used)
    }

    /// The limit in the quota field; an empty field means the server's own choice.
    var limit: Result<QuotaLimit?, ByteCount.ParsingFailure> {
        let text = text(of: .quota)
        if case .create = purpose, text.allSatisfy(\.isWhitespace) { return .success(nil) }
        do throws(ByteCount.ParsingFailure) {
            return .success(try QuotaLimit(parsing: text))
        } catch {
            return .failure(error)
        }
    }

    private var quotaDiffers: Bool {
        guard case .edit(let space) = purpose else { return true }
        return text(of: .quota) != (space.quota?.limit?.exactText ?? "")
    }

    private func isOpen(_ row: Row) -> Bool { locked[row] == nil }
}
