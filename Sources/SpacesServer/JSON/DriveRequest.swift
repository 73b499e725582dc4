/// The body of a POST or PATCH on drives, decoded as strictly as the real server does
/// (docs/server-behaviour.md §3.2, §3.3).
///
/// Keys match in any case, as in Go, so the documentation's `Name` is taken for `name`. An unknown key, or a value of
/// another type, fails with Go's text. `null` is no value.
struct DriveRequest: Sendable, Equatable {
    var name: String?
    /// True where there is a name, though it be null.
    var hasName = false
    var description: String?
    var driveAlias: String?
    var driveType: String?
    var quotaTotal: Int64?
    /// Id of the image by `special`.
    var image: String?
    /// Id of the readme by `special`.
    var readme: String?

    init(_ bytes: [UInt8]) throws(DecodingFailure) {
        try decode(try JSONValue.members(of: bytes, type: "libregraph.DriveUpdate"))
    }

    private mutating func decode(_ members: [JSONValue.Member]) throws(DecodingFailure) {
        for member in members {
            let name = member.name.lowercased()
            guard Self.knownKeys.contains(name) else { throw .unknown(member.name) }
            switch name {
            case "name":
                self.name = try member.value.text("DriveUpdate.name") ?? self.name
                hasName = true
            case "description": description = try member.value.text("DriveUpdate.description") ?? description
            case "drivealias": driveAlias = try member.value.text("DriveUpdate.driveAlias") ?? driveAlias
            case "drivetype": driveType = try member.value.text("DriveUpdate.driveType") ?? driveType
            case "quota": try decodeQuota(member.value)
            case "special": try decodeSpecial(member.value)
            default: break
            }
        }
    }

    private mutating func decodeQuota(_ value: JSONValue) throws(DecodingFailure) {
        for member in try value.members("DriveUpdate.quota", type: "libregraph.Quota") {
            switch member.name.lowercased() {
            case "total": quotaTotal = try member.value.integer("Quota.quota.total") ?? quotaTotal
            case "deleted", "remaining", "used":
                _ = try member.value.integer("Quota.quota.\(member.name.lowercased())")
            case "state": _ = try member.value.text("Quota.quota.state")
            default: throw .unknown(member.name)
            }
        }
    }

    private mutating func decodeSpecial(_ value: JSONValue) throws(DecodingFailure) {
        for element in try value.elements("DriveUpdate.special", type: "libregraph.DriveItem") ?? [] {
            var identifier: String?
            var folder: String?
            for member in try element.members("DriveUpdate.special", type: "libregraph.DriveItem") {
                switch member.name.lowercased() {
                case "id": identifier = try member.value.text("DriveItem.special.id")
                case "specialfolder":
                    let path = "DriveItem.special.specialFolder"
                    for member in try member.value.members(path, type: "libregraph.SpecialFolder") {
                        guard member.name.lowercased() == "name" else { throw .unknown(member.name) }
                        folder = try member.value.text("SpecialFolder.special.specialFolder.name")
                    }
                case let name where Self.knownItemKeys.contains(name): break
                default: throw .unknown(member.name)
                }
            }
            switch folder {
            case "image": image = identifier ?? image
            case "readme": readme = identifier ?? readme
            default: break
            }
        }
    }

    /// Keys of a drive, in lower case; those that are not decoded are accepted and ignored.
    private static let knownKeys: Set<String> = [
        "id", "createdby", "createddatetime", "description", "etag", "lastmodifiedby", "lastmodifieddatetime", "name",
        "parentreference", "weburl", "drivetype", "drivealias", "owner", "quota", "items", "root", "special",
    ]

    /// Keys of an item of `special` beside the two that are decoded.
    private static let knownItemKeys: Set<String> = [
        "audio", "children", "createdby", "createddatetime", "ctag", "deleted", "description", "etag", "file",
        "filesysteminfo", "folder", "image", "lastmodifiedby", "lastmodifieddatetime", "name", "parentreference",
        "permissions", "photo", "remoteitem", "root", "size", "thumbnails", "trash", "video", "webdavurl", "weburl",
    ]
}
