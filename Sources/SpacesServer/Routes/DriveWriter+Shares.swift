extension DriveWriter {
    /// The virtual Shares drive, which everybody has: no quota, no owner, a date only with shares (recording 021).
    func writeShares(modified: Timestamp?, to json: inout JSONWriter) {
        let id = "\(SpaceReference.shares)$\(SpaceReference.shares)"
        json.object {
            $0.member("driveAlias", "virtual/shares")
            $0.member("driveType", "virtual")
            $0.member("id", id)
            if let modified { $0.member("lastModifiedDateTime", modified) }
            $0.member("name", "Shares")
            $0.object("root") {
                $0.member("eTag", "DECAFC00FEE")
                $0.member("id", id)
                $0.member("webDavUrl", "\(publicURL)/dav/spaces/\(id)")
            }
            $0.member("webUrl", "\(publicURL)/f/\(id)")
        }
    }

    /// A mountpoint: no quota, no date, no eTag of its own, but what it leads to.
    func write(_ mountpoint: Mountpoint, to json: inout JSONWriter) {
        let node = mountpoint.node
        let remote = "\(storageID)$\(mountpoint.spaceID)"
        json.object {
            $0.member("driveAlias", "mountpoint/" + mountpoint.name.lowercased().replacing(" ", with: "-"))
            $0.member("driveType", "mountpoint")
            $0.member("id", mountpoint.driveID)
            $0.member("name", mountpoint.name)
            $0.object("owner") {
                $0.object("user") {
                    $0.member("displayName", "")
                    $0.member("id", mountpoint.spaceID)
                }
            }
            $0.object("root") {
                $0.member("id", mountpoint.driveID)
                $0.object("remoteItem") {
                    $0.member("driveAlias", mountpoint.spaceAlias)
                    $0.member("eTag", "\"\(node.eTag)\"")
                    if node.isFolder {
                        $0.object("folder") { _ in }
                    } else {
                        $0.object("file") { $0.member("mimeType", node.mimeType) }
                    }
                    $0.member("id", "\(remote)!\(node.id)")
                    $0.member("lastModifiedDateTime", node.modified)
                    $0.member("name", node.name)
                    $0.member("path", "/\(node.name)")
                    $0.member("rootId", "\(remote)!\(mountpoint.spaceID)")
                    $0.member("size", node.size)
                    $0.member(
                        "webDavUrl",
                        "\(publicURL)/dav/spaces/\(remote)/\(PercentEncoding.encode(node.name))")
                }
                $0.member("webDavUrl", "\(publicURL)/dav/spaces/\(mountpoint.driveID.replacing("!", with: "%21"))")
            }
            $0.member("webUrl", "\(publicURL)/f/\(mountpoint.driveID.replacing("!", with: "%21"))")
        }
    }
}
