import Localization
import SpacesQuery
import Foundation
import SpacesModel

extension MembersDialog {
    /// The members that the filter leaves, in their order.
    var rows: [Member] {
        let needle = FoldedText.bytes(of: filter)
        if needle.isEmpty { return sorted }
        return sorted.filter { member in
            [name(of: member), label(of: member), member.identity.kind == .group ? localized("group") : ""].contains {
                FoldedText.bytes(of: $0).contains(needle)
            }
        }
    }

    static func sorted(_ listing: MemberListing) -> [Member] {
        listing.members
            .map { (member: $0, rank: rank(of: $0.role), key: key(of: $0)) }
            .sorted { $0.rank != $1.rank ? $0.rank < $1.rank : $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.member)
    }

    /// The member under the cursor; the first one until another was chosen.
    var current: Member? {
        let rows = rows
        return rows.first { $0.grantID == selected } ?? rows.first
    }

    var cursor: Int {
        rows.firstIndex { $0.grantID == selected } ?? 0
    }

    mutating func move(to row: Int) {
        let rows = rows
        guard !rows.isEmpty else { return }
        selected = rows[max(0, min(row, rows.count - 1))].grantID
    }

    /// The name as it is shown; a user whom the server no longer knows has none.
    func name(of member: Member) -> String { member.identity.shownName }

    /// The word for the role: the server's own for a role of this installation.
    func label(of member: Member) -> String {
        listing.roles.first { $0.id == member.roleID }?.label ?? member.role.label
    }

    /// `5 members: 2 managers, 1 editor, 2 viewers`; deleted accounts are told apart, and are no members.
    var summary: String {
        let known = listing.members.filter { !$0.identity.isUnknown }
        let counts = MemberRole.known.compactMap { role in
            let count = known.count { $0.role == role }
            return count == 0 ? nil : role.tally(count)
        }
        let others = known.count { !MemberRole.known.contains($0.role) }
        let parts = counts + (others == 0 ? [] : [counted(others, "other", "others")])
        let deleted = listing.members.count - known.count
        let told =
            parts.isEmpty
            ? localized("no members")
            : counted(known.count, "member", "members") + ": " + parts.joined(separator: ", ")
        return deleted == 0 ? told : told + ", " + MemberRole.tallyOfDeleted(deleted)
    }

    private static func rank(of role: MemberRole) -> Int {
        MemberRole.known.firstIndex(of: role) ?? MemberRole.known.count
    }

    private static func key(of member: Member) -> [UInt8] {
        var key: [UInt8] = []
        NaturalKey.append(member.identity.shownName, to: &key)
        key.append(TextTable.terminator)
        key.append(contentsOf: member.grantID.utf8)
        return key
    }
}

extension Identity {
    /// The name for the screen: a user whom the server no longer knows is told by the beginning of the id.
    var shownName: String {
        displayName.isEmpty
            ? kind == .group
                ? localized("unknown group \(String(id.prefix(8)))")
                : localized("unknown user \(String(id.prefix(8)))")
            : displayName
    }
}

extension Array<UInt8> {
    /// Whether these bytes hold the others, in one piece.
    fileprivate func contains(_ needle: [UInt8]) -> Bool {
        guard needle.count <= count else { return false }
        return (0...count - needle.count).contains { self[$0..<$0 + needle.count].elementsEqual(needle) }
    }
}
