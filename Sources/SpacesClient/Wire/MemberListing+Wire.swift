import SpacesModel

extension MemberListing {
    /// The members of a space from the answer of `root/permissions`; links, which are granted to nobody, are left out.
    init?(wire: JSONNode) {
        guard let value = wire["value"], value.isArray || value.isNull else { return nil }
        let roles = wire["@libre.graph.permissions.roles.allowedValues"]?.elements.compactMap(
            RoleDefinition.init(wire:))
        let actions = wire["@libre.graph.permissions.actions.allowedValues"]?.elements.compactMap(\.text)
        let offered = (roles ?? []).sorted { $0.weight < $1.weight }
        self.init(
            members: value.elements.compactMap(Member.init(wire:)),
            roles: offered.isEmpty ? RoleDefinition.published : offered, actions: Set(actions ?? []))
    }
}

extension RoleDefinition {
    init?(wire: JSONNode) {
        guard let id = wire["id"]?.text, !id.isEmpty else { return nil }
        self.init(
            id: id, displayName: wire["displayName"]?.text ?? "", summary: wire["description"]?.text ?? "",
            weight: Int(clamping: wire["@libre.graph.weight"]?.integer ?? 0))
    }
}

extension Person {
    /// The people in the answer to a search (recording 073); entries without an id cannot be invited and are left out.
    static func list(wire: JSONNode, kind: Identity.Kind) -> [Person]? {
        guard let value = wire["value"], value.isArray || value.isNull else { return nil }
        return value.elements.compactMap { Person(wire: $0, kind: kind) }
    }

    init?(wire: JSONNode, kind: Identity.Kind) {
        guard let id = wire["id"]?.text, !id.isEmpty else { return nil }
        let userName = wire["onPremisesSamAccountName"]?.text ?? ""
        let mail = wire["mail"]?.text ?? ""
        let name = wire["displayName"]?.text ?? ""
        self.init(
            Identity(kind: kind, id: id, displayName: name.isEmpty ? userName : name),
            detail: mail.isEmpty ? userName : mail)
    }
}
