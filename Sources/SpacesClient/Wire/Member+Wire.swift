import SpacesModel

extension Identity {
    /// Who is meant by an object with a `user` or a `group` in it.
    init?(wire: JSONNode) {
        if let user = wire["user"], user.isObject {
            self.init(kind: .user, wire: user)
        } else if let group = wire["group"], group.isObject {
            self.init(kind: .group, wire: group)
        } else {
            return nil
        }
    }

    /// Of an account that they no longer know servers tell the id alone; the type of one that they know is always told.
    private init(kind: Kind, wire: JSONNode) {
        let id = wire["id"]?.text ?? ""
        let name = wire["displayName"]?.text ?? ""
        let isNameless = name.isEmpty && wire["@libre.graph.userType"]?.text?.isEmpty == false
        self.init(kind: kind, id: id, displayName: isNameless ? id : name)
    }
}

extension Member {
    /// A member from an item of `root.permissions`, in the form of v1.0 or of v1beta1 (docs/server-behaviour.md §4.4).
    init?(wire: JSONNode) {
        let granted = wire["grantedToV2"] ?? wire["grantedToIdentities"]?.elements.first ?? wire["grantedTo"]
        guard let identity = granted.flatMap(Identity.init(wire:)) else { return nil }
        let role = wire["roles"]?.elements.first?.text
        self.init(
            identity: identity, role: MemberRole(wirePermission: wire), expires: wire.date("expirationDateTime"),
            permissionID: wire["id"]?.text,
            // The words of v1.0 are no ids.
            roleID: role.flatMap { role in MemberRole.known.contains { $0.label == role } ? nil : role })
    }
}

extension MemberRole {
    /// The role by its word or id; a grant of single actions has none and is one of its own kind.
    fileprivate init(wirePermission wire: JSONNode) {
        if let role = wire["roles"]?.elements.first?.text {
            self.init(wireName: role)
        } else {
            let actions = wire["@libre.graph.permissions.actions"]?.elements.count ?? 0
            self = .other(actions == 0 ? "no role" : "\(actions) single actions")
        }
    }
}
