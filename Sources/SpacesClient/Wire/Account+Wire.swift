import SpacesModel

extension Account {
    /// Who is signed in, from `/me`; without an id there is no one to ask permissions for.
    init?(wire: JSONNode) {
        guard let id = wire["id"]?.text, !id.isEmpty else { return nil }
        let userName = wire["onPremisesSamAccountName"]?.text ?? ""
        self.init(
            id: id, displayName: wire["displayName"]?.text ?? userName, userName: userName,
            mail: wire["mail"]?.text)
    }
}

extension Permissions {
    /// What an account may do, from `permissions-list`; words that are not about spaces are left out.
    init?(wire: JSONNode) {
        guard let list = wire["permissions"], list.isArray || list.isNull else { return nil }
        self.init(wireNames: list.elements.compactMap(\.text))
    }
}

extension ServerCapabilities {
    /// What the installation allows, from the OCS capabilities; everything in it is optional.
    init?(wire: JSONNode) {
        guard let capabilities = wire["ocs"]?["data"]?["capabilities"], capabilities.isObject else { return nil }
        let status = capabilities["core"]?["status"]
        let maximum = capabilities["spaces"]?["max_quota"]?.integer ?? 0
        self.init(
            product: status?["productname"]?.text ?? status?["product"]?.text,
            version: status?["productversion"]?.text ?? status?["versionstring"]?.text,
            maximumQuota: maximum > 0 ? ByteCount(maximum) : nil,
            tellsEvents: capabilities["core"]?["support-sse"]?.boolean ?? false)
    }
}
