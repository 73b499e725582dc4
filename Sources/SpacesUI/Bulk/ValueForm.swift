import Localization
package import SpacesModel
package import Widgets

/// One value that an action needs: a size or a percentage.
package struct ValueForm: Equatable, Sendable {
    package let entry: BulkEntry
    package var field: TextField

    init(_ entry: BulkEntry) {
        self.entry = entry
        field = TextField(
            "",
            placeholder: entry == .setQuota || entry == .quotaAtLeast
                ? localized("such as 20 GB") : localized("such as 20"))
    }

    /// What the text means, or why it means nothing, to stand below the field.
    package var action: Result<BulkAction, FieldProblem> {
        switch entry {
        case .raiseQuota, .lowerQuota:
            let digits = SpaceRules.trimmed(field.text.replacing("%", with: ""))
            let most = entry == .raiseQuota ? 1000 : 99
            guard let percent = Int(digits), (1...most).contains(percent) else {
                return .failure(FieldProblem(.quota, localized("a whole number from 1 to \(most)")))
            }
            return .success(.changeQuota(percent: entry == .raiseQuota ? percent : -percent))
        default:
            do throws(ByteCount.ParsingFailure) {
                switch (try QuotaLimit(parsing: field.text), entry) {
                case (.bytes(let size), .quotaAtLeast): return .success(.quotaAtLeast(size))
                case (.unlimited, .quotaAtLeast):
                    return .failure(FieldProblem(.quota, localized("a size such as 20 GB")))
                case (let limit, _): return .success(.setQuota(limit))
                }
            } catch {
                return .failure(FieldProblem(.quota, error.message))
            }
        }
    }
}
