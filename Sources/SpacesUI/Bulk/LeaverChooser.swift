import Localization
package import SpacesModel
package import Widgets

/// The members of the spaces, one of whom is to be removed from all of them.
package struct LeaverChooser: Equatable, Sendable {
    package struct Leaver: Equatable, Sendable {
        package let identity: Identity
        /// In how many of the spaces.
        package var count: Int
    }

    package let leavers: [Leaver]
    package var filter = TextField("", placeholder: localized("type to filter"))
    package private(set) var cursor = 0

    init(of spaces: [Space]) {
        var found: [String: Leaver] = [:]
        for member in spaces.flatMap({ $0.members ?? [] }) {
            found[member.identity.grantID, default: Leaver(identity: member.identity, count: 0)].count += 1
        }
        leavers = found.values.sorted {
            ($0.identity.shownName, $0.identity.id) < ($1.identity.shownName, $1.identity.id)
        }
    }

    package var shown: [Leaver] {
        let words = filter.text.lowercased().split(separator: " ")
        return leavers.filter { leaver in
            words.allSatisfy { leaver.identity.shownName.lowercased().contains($0) }
        }
    }

    package var selected: Leaver? { shown.indices.contains(cursor) ? shown[cursor] : nil }

    mutating func move(by rows: Int) { cursor = max(0, min(shown.count - 1, cursor + rows)) }

    mutating func changeFilter(_ change: (inout TextField) -> Void) {
        change(&filter)
        cursor = 0
    }
}
