import Localization
import SpacesModel

/// What helps where nobody manages a space, in whole sentences: how that came about, what would bring a manager back, how
/// the files are saved, and what can be done with the space as it is.
///
/// Neither the API nor the commands of ownCloud Infinite Scale and OpenCloud can name a manager: whoever invites must be one,
/// and grants of deleted accounts stay bound to their ids.
struct OrphanAdvice {
    let space: Space
    let access: Access
    /// The name of the server software, where it is known.
    let product: String?

    /// Empty for a space that somebody manages, or of which that is not known.
    var sentences: [String] {
        guard space.isOrphaned, let members = space.members else { return [] }
        let lost = members.filter { $0.role == .manager && $0.identity.isUnknown }.map(\.identity)
        return [cause(lost, isEmpty: members.isEmpty)] + (lost.isEmpty ? [] : [restoring(lost)])
            + [files(members.contains { !$0.identity.isUnknown }), limits, rest]
    }

    private func cause(_ lost: [Identity], isEmpty: Bool) -> String {
        if isEmpty {
            return localized("It has no member any more: the last membership has ended, or its grants are gone.")
        }
        if lost.isEmpty { return localized("None of its members is a manager.") }
        let ids = lost.map(\.id).joined(separator: ", ")
        if lost.allSatisfy({ $0.kind == .group }) {
            return lost.count == 1
                ? localized("The group that managed it was deleted on the server; its id is \(ids).")
                : localized("The groups that managed it were deleted on the server; their ids are \(ids).")
        }
        return lost.count == 1
            ? localized("The account that managed it was deleted on the server; its id is \(ids).")
            : localized("The accounts that managed it were deleted on the server; their ids are \(ids).")
    }

    private func restoring(_ lost: [Identity]) -> String {
        lost.allSatisfy { $0.kind == .group }
            ? localized(
                """
                Restore a group with the same id in the user directory, and its members manage the space again; a new group \
                of the same name does not.
                """)
            : localized(
                """
                Restore an account with the same id in the user directory, and it manages the space again; a new account of \
                the same name does not.
                """)
    }

    private func files(_ hasMembers: Bool) -> String {
        if !hasMembers {
            return localized(
                "No account reaches its files; they are left in the storage of the server and in its backups.")
        }
        return space.isDisabled
            ? localized("Once the space is restored, its members reach the files, and can copy them to another space.")
            : localized("Its members still reach the files, and can copy them to another space.")
    }

    private var limits: String {
        if let product {
            return localized(
                "\(product) lets nobody name a new manager: no administrator, and no command on the server.")
        }
        return localized("This server lets nobody name a new manager: no administrator, and no command on the server.")
    }

    private var rest: String {
        let isOwn = (space.isDisabled ? access.purging(space) : access.disabling(space)).isEnabled
        return switch (isOwn, space.isDisabled) {
        case (true, false):
            localized("You can still change its name and quota, disable it, and then delete it permanently.")
        case (true, true): localized("You can still change its name and quota, restore it, or delete it permanently.")
        case (false, false):
            localized(
                "An administrator can still change its name and quota, disable it, and then delete it permanently.")
        case (false, true):
            localized("An administrator can still change its name and quota, restore it, or delete it permanently.")
        }
    }
}

extension State {
    /// What helps where nobody manages the space; empty where somebody does.
    func remedies(for space: Space) -> [String] {
        OrphanAdvice(space: space, access: access, product: capabilities.product).sentences
    }
}
