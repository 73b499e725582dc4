import SpacesModel
import Texts

extension ServerRequest {
    /// `GET /drives/{id}/root/permissions` (recording 072).
    static func members(of id: SpaceID) -> ServerRequest {
        ServerRequest(method: .get, target: root(id) + "/permissions")
    }

    /// `POST /drives/{id}/root/invite` (recording 074); an end that was not asked for is not sent.
    static func invite(_ invitation: Invitation, to id: SpaceID) -> ServerRequest {
        let body = MemberBody(
            recipient: invitation.identity, roleID: invitation.roleID,
            end: invitation.expires.map(MembershipEnd.at))
        return ServerRequest(method: .post, target: root(id) + "/invite", headers: json, body: body.bytes)
    }

    /// `PATCH /drives/{id}/root/permissions/{permission}` (recording 075).
    static func change(_ member: Member, _ change: MemberChange, of id: SpaceID) -> ServerRequest {
        let body = MemberBody(roleID: change.roleID, end: change.end)
        return ServerRequest(method: .patch, target: grant(of: member, in: id), headers: json, body: body.bytes)
    }

    /// `DELETE /drives/{id}/root/permissions/{permission}` (recording 079).
    static func remove(_ member: Member, from id: SpaceID) -> ServerRequest {
        ServerRequest(method: .delete, target: grant(of: member, in: id))
    }

    /// `GET /users` or `/groups` with the words in quotes (recording 073).
    ///
    /// A quotation mark in the words would end them and cannot be escaped there, so that a blank takes its place. A blank behind
    /// a short name stays: servers refuse what has fewer than three letters.
    static func people(_ kind: Identity.Kind, matching text: String) -> ServerRequest {
        let text = text.replacingScalars("\"", with: " ")
        let trimmed = SpaceRules.trimmed(text)
        let words = trimmed.count < 3 ? String(text.drop(while: \.isWhitespace)) : trimmed
        return ServerRequest(
            method: .get,
            target: "/graph/v1.0/" + (kind == .user ? "users" : "groups") + "?" + written(("$search", "\"\(words)\"")))
    }

    /// `GET /users/{user}` or `/groups/{group}`: the one of this id or, on most servers, of exactly this name.
    static func person(_ kind: Identity.Kind, called text: String) -> ServerRequest {
        ServerRequest(
            method: .get,
            target: "/graph/v1.0/" + (kind == .user ? "users" : "groups") + "/" + PercentEncoding.segment(text))
    }

    private static func root(_ id: SpaceID) -> String {
        "/graph/v1beta1/drives/" + PercentEncoding.segment(id.rawValue) + "/root"
    }

    private static func grant(of member: Member, in id: SpaceID) -> String {
        root(id) + "/permissions/" + PercentEncoding.encoded(member.grantID, keeping: "$!:")
    }
}
