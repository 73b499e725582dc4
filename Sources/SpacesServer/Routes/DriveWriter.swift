/// Writes drives as JSON, keys in alphabetical order, as recorded (docs/server-behaviour.md §4).
struct DriveWriter: Sendable {
    /// How members are shown (docs/server-behaviour.md §4.4).
    enum Version: Sendable {
        /// `grantedToIdentities` and role names.
        case v1
        /// Permission ids and role ids.
        case v1beta1
    }

    let storageID: String
    let publicURL: String
    let directory: Directory
    let version: Version
    /// Whether members are shown at all; `Dialect.hidesPermissions` has them asked for.
    var showsPermissions = true

    func write(_ space: StoredSpace, of listing: DriveListing, to json: inout JSONWriter) {
        json.begin("{")
        if !space.description.isEmpty { json.member("description", space.description) }
        if !space.alias.isEmpty { json.member("driveAlias", space.alias) }
        json.member("driveType", space.type.rawValue)
        json.key("id")
        json.string(parts: storageID, "$", space.id)
        json.member("lastModifiedDateTime", space.modified)
        json.member("name", space.name)
        json.object("owner") {
            $0.object("user") {
                // Always empty, though required (docs/server-behaviour.md §4.1).
                $0.member("displayName", "")
                $0.member("id", space.id)
            }
        }
        writeQuota(of: space, to: &json)
        writeRoot(of: space, listing.grants(of: space), to: &json)
        writeSpecial(of: space, listing, to: &json)
        json.key("webUrl")
        json.string(parts: publicURL, "/f/", storageID, "$", space.id)
        json.end("}")
    }

    /// A disabled space shows its limit alone, and a personal one that never had a limit not even that.
    private func writeQuota(of space: StoredSpace, to json: inout JSONWriter) {
        let usage = space.usage
        json.object("quota") {
            if space.isDisabled {
                if space.quota != nil { $0.member("total", usage.total) }
                return
            }
            $0.member("remaining", usage.remaining)
            $0.member("state", usage.state)
            $0.member("total", usage.total)
            $0.member("used", usage.used)
        }
    }

    private func writeRoot(of space: StoredSpace, _ grants: ArraySlice<Grant>, to json: inout JSONWriter) {
        json.object("root") {
            if space.isDisabled {
                $0.object("deleted") { $0.member("state", "trashed") }
            }
            $0.key("eTag")
            $0.string(parts: "\"", EntityTag.make(key: space.key, version: space.version, salt: 0), "\"")
            $0.key("id")
            $0.string(parts: storageID, "$", space.id)
            if showsPermissions, !grants.isEmpty {
                $0.array("permissions") {
                    for grant in grants { write(grant, to: &$0) }
                }
            }
            $0.key("webDavUrl")
            $0.string(parts: publicURL, "/dav/spaces/", storageID, "$", space.id)
        }
    }

    func write(_ grant: Grant, to json: inout JSONWriter) {
        let identity = directory.identityJSON(of: grant.principal)
        json.begin("{")
        if let expires = grant.expires { json.member("expirationDateTime", expires) }
        if version == .v1 {
            json.array("grantedToIdentities") { $0.raw(identity) }
        }
        json.key("grantedToV2")
        json.raw(identity)
        if version == .v1beta1 { json.member("id", directory.permissionID(of: grant.principal)) }
        json.array("roles") { $0.string(version == .v1 ? grant.role.name : grant.role.identifier) }
        json.end("}")
    }

    /// The image, then the readme; absent on disabled spaces and where the id leads nowhere.
    private func writeSpecial(of space: StoredSpace, _ listing: DriveListing, to json: inout JSONWriter) {
        if space.isDisabled || (space.image == nil && space.readme == nil) { return }
        let shown = [(space.image, "image"), (space.readme, "readme")].compactMap { id, name in
            id.flatMap { listing.specials[$0] }.map { (special: $0, name: name) }
        }
        if shown.isEmpty { return }
        json.array("special") {
            for (special, name) in shown { write(special, named: name, in: space, to: &$0) }
        }
    }

    private func write(_ special: SpecialNode, named name: String, in space: StoredSpace, to json: inout JSONWriter) {
        let node = special.node
        let space = space
        json.object {
            $0.key("eTag")
            $0.string(parts: "\"", node.eTag, "\"")
            $0.object("file") { $0.member("mimeType", node.mimeType) }
            $0.key("id")
            $0.string(parts: storageID, "$", space.id, "!", node.id)
            $0.member("lastModifiedDateTime", node.modified)
            $0.member("name", node.name)
            $0.object("parentReference") {
                $0.key("driveId")
                $0.string(parts: storageID, "$", space.id)
                $0.member("driveType", space.type.rawValue)
                $0.key("id")
                $0.string(parts: storageID, "$", space.id, "!", special.folder?.id ?? space.id)
                $0.member("name", special.folder?.name ?? space.name)
                $0.key("path")
                $0.string(parts: "/", special.folder?.name ?? "")
            }
            $0.member("size", node.size)
            $0.object("specialFolder") { $0.member("name", name) }
            $0.key("webDavUrl")
            let path = ((special.folder.map { $0.name + "/" }) ?? "") + node.name
            $0.string(
                parts: publicURL, "/dav/spaces/", storageID, "$", space.id, "%21", space.id, "/",
                PercentEncoding.encode(path, keeping: "/"))
        }
    }
}
