/// The body of a POST or PATCH on drives, decoded as strictly as the real server does (server-behaviour §1.5, §1.6).
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

    /// Why the body is no drive, in the words of Go's decoder.
    struct Failure: Error, Equatable {
        let message: String
    }

    init(_ bytes: [UInt8]) throws(Failure) {
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(bytes)
        } catch {
            throw Failure(message: error.message)
        }
        switch value {
        case .null: break
        case .object(let members): try decode(members)
        default:
            throw Failure(
                message: "json: cannot unmarshal \(value.goDescription) into Go value of type libregraph.DriveUpdate")
        }
    }

    private mutating func decode(_ members: [JSONValue.Member]) throws(Failure) {
        for member in members {
            let name = member.name.lowercased()
            guard Self.knownKeys.contains(name) else { throw Self.unknown(member.name) }
            switch name {
            case "name":
                self.name = try Self.text(member, "DriveUpdate.name") ?? self.name
                hasName = true
            case "description": description = try Self.text(member, "DriveUpdate.description") ?? description
            case "drivealias": driveAlias = try Self.text(member, "DriveUpdate.driveAlias") ?? driveAlias
            case "drivetype": driveType = try Self.text(member, "DriveUpdate.driveType") ?? driveType
            case "quota": try decodeQuota(member.value)
            case "special": try decodeSpecial(member.value)
            default: break
            }
        }
    }

    private mutating func decodeQuota(_ value: JSONValue) throws(Failure) {
        for member in try Self.members(value, "DriveUpdate.quota", type: "libregraph.Quota") {
            switch member.name.lowercased() {
            case "total": quotaTotal = try Self.integer(member.value, "Quota.quota.total") ?? quotaTotal
            case "deleted", "remaining", "used":
                _ = try Self.integer(member.value, "Quota.quota.\(member.name.lowercased())")
            case "state": _ = try Self.text(member, "Quota.quota.state")
            default: throw Self.unknown(member.name)
            }
        }
    }

    private mutating func decodeSpecial(_ value: JSONValue) throws(Failure) {
        if case .null = value { return }
        guard case .array(let elements) = value else {
            throw Self.mismatch(value, "DriveUpdate.special", type: "[]libregraph.DriveItem")
        }
        for element in elements {
            var identifier: String?
            var folder: String?
            for member in try Self.members(element, "DriveUpdate.special", type: "libregraph.DriveItem") {
                switch member.name.lowercased() {
                case "id": identifier = try Self.text(member, "DriveItem.special.id")
                case "specialfolder":
                    let path = "DriveItem.special.specialFolder"
                    for member in try Self.members(member.value, path, type: "libregraph.SpecialFolder") {
                        guard member.name.lowercased() == "name" else { throw Self.unknown(member.name) }
                        folder = try Self.text(member, "SpecialFolder.special.specialFolder.name")
                    }
                case let name where Self.knownItemKeys.contains(name): break
                default: throw Self.unknown(member.name)
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

    private static func unknown(_ name: String) -> Failure {
        Failure(message: "json: unknown field \(name.goQuoted)")
    }

    private static func mismatch(_ value: JSONValue, _ path: String, type: String) -> Failure {
        Failure(message: "json: cannot unmarshal \(value.goDescription) into Go struct field \(path) of type \(type)")
    }

    private static func members(
        _ value: JSONValue, _ path: String, type: String
    ) throws(Failure) -> [JSONValue.Member] {
        switch value {
        case .null: return []
        case .object(let members): return members
        default: throw mismatch(value, path, type: type)
        }
    }

    private static func text(_ member: JSONValue.Member, _ path: String) throws(Failure) -> String? {
        switch member.value {
        case .null: return nil
        case .string(let text): return text
        default:
            // Go names the kind of a number only where the field is a number too.
            if case .number = member.value {
                throw Failure(message: "json: cannot unmarshal number into Go struct field \(path) of type string")
            }
            throw mismatch(member.value, path, type: "string")
        }
    }

    private static func integer(_ value: JSONValue, _ path: String) throws(Failure) -> Int64? {
        if case .null = value { return nil }
        guard case .number(let literal) = value, let number = Int64(literal) else {
            throw mismatch(value, path, type: "int64")
        }
        return number
    }
}
