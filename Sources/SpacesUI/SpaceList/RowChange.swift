import SpacesModel
import Texts

/// What a load brought for a space that the list did not have before.
package enum RowChange: Equatable, Sendable {
    case arrived, changed

    /// The sign left of the row; the same in ASCII.
    var sign: String {
        switch self {
        case .arrived: "+"
        case .changed: "~"
        }
    }
}

extension SpaceCatalog {
    /// What is new here or differs from an earlier list. Nothing, where the earlier list was empty.
    ///
    /// Compared is what a person may notice. Servers give members in any order, so that of them the number alone counts.
    func changes(since earlier: SpaceCatalog) -> [SpaceID: RowChange] {
        guard earlier.count > 0 else { return [:] }
        var changes: [SpaceID: RowChange] = [:]
        for index in spaces.indices {
            guard let old = earlier.index(of: spaces[index].id) else {
                changes[spaces[index].id] = .arrived
                continue
            }
            if earlier.spaces[old].differsVisibly(from: spaces[index]) { changes[spaces[index].id] = .changed }
        }
        return changes
    }
}

extension Space {
    fileprivate func differsVisibly(from other: Space) -> Bool {
        !name.isExactly(other.name) || !subtitle.isExactly(other.subtitle) || !alias.isExactly(other.alias)
            || quota != other.quota || modified != other.modified || isDisabled != other.isDisabled
            || root?.eTag != other.root?.eTag || memberCount != other.memberCount || isOrphaned != other.isOrphaned
    }
}
