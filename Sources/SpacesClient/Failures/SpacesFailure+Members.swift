import Localization
import SpacesModel

extension SpacesFailure {
    /// What an answer about members means where it means something of its own, else `nil`
    /// (docs/server-behaviour.md §5.2).
    static func answered(
        _ operation: Operation, about members: MemberOperation, status: Int, told: Details
    ) -> SpacesFailure? {
        func make(_ kind: Kind, _ reason: String, _ advice: String) -> SpacesFailure {
            .make(operation, kind, reason: reason, advice: advice, details: told)
        }
        let message = told.message ?? ""
        switch (status, members) {
        case (403, .search):
            return make(
                .notAllowed, localized("the server wants more letters of the name"),
                localized("Type at least three, or a blank behind a short name; or the whole name, or the id."))
        case (403, _) where message.contains("last manager"):
            return make(
                .notAllowed, localized("a space keeps at least one manager"),
                localized("Make someone else a manager first."))
        case (403, _):
            return make(
                .notAllowed, localized("only managers of the space may \(members.deed)"), localized("Ask one of them."))
        case (404, _) where told.code == nil:
            return nil
        case (404, .list):
            return make(
                .notFound, localized("the space is gone or disabled, or this account is not a member"),
                localized("Load the list again."))
        case (404, .invite):
            return make(
                .goneOrNotAllowed, localized("the space is gone or disabled, or this account may not \(members.deed)"),
                localized("Load the list again."))
        case (404, _) where members.isWrite:
            return make(
                .goneOrNotAllowed,
                localized("the membership or the space is gone, or this account may not \(members.deed)"),
                localized("Load the members again."))
        case (400, _) where message.contains("unsupported space type"):
            return make(.refused, localized("only project spaces have members"), localized("Choose a project space."))
        case (400, .invite) where message.contains("not found"):
            return make(
                .refused, localized("the server does not know this user or group any more"), localized("Search again."))
        case (400, _) where message.contains("'Roles'"):
            return make(.refused, localized("the server does not offer this role"), localized("Choose another one."))
        case (409, .invite):
            return make(
                .refused, localized("that is a member already"), localized("Change the role in the list of members."))
        default:
            return nil
        }
    }
}
