import Localization

extension SortOrder.Key {
    /// The direction in words that suit the column.
    var words: String {
        switch column {
        case .state: isDescending ? localized("what needs care last") : localized("what needs care first")
        case .modified: isDescending ? localized("latest first") : localized("earliest first")
        case _ where column.startsDescending: isDescending ? localized("largest first") : localized("smallest first")
        default: isDescending ? localized("Z to A") : localized("A to Z")
        }
    }
}

extension SortOrder {
    /// The keys as a person reads them: `usage descending, name`.
    var words: String {
        keys.map { $0.isDescending ? localized("\($0.column.word) descending") : $0.column.word }
            .joined(separator: ", ")
    }
}
