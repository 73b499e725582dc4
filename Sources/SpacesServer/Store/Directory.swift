/// Everybody the installation knows, read once: users and groups change only when the server starts.
struct Directory: Sendable {
    let users: [User]
    let groups: [Group]
    private let userByName: [String: Int]
    private let userByID: [String: Int]
    private let groupsOfUser: [Int64: [Int64]]
    /// The identity of each user and group by key, as JSON: a list of spaces repeats the same few thousands of times.
    private let identityJSON: [Int64: [UInt8]]
    private let permissionID: [Int64: String]

    init(users: [User], groups: [Group], groupsOfUser: [Int64: [Int64]]) {
        self.users = users
        self.groups = groups
        self.groupsOfUser = groupsOfUser
        userByName = Dictionary(
            users.enumerated().map { ($1.username.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        userByID = Dictionary(users.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var identityJSON: [Int64: [UInt8]] = [:]
        var permissionID: [Int64: String] = [:]
        for user in users {
            identityJSON[user.key] = Self.json(of: user)
            permissionID[user.key] = "u:\(user.id)"
        }
        for group in groups {
            identityJSON[group.key] = Self.json(of: group)
            permissionID[group.key] = "g:\(group.id)"
        }
        self.identityJSON = identityJSON
        self.permissionID = permissionID
    }

    func user(named username: String) -> User? { userByName[username.lowercased()].map { users[$0] } }
    func user(id: String) -> User? { userByID[id].map { users[$0] } }
    func group(id: String) -> Group? { groups.first { $0.id == id } }

    /// Keys under which a user may have been granted something: their own and those of their groups.
    func keys(of user: User) -> [Int64] { [user.key] + (groupsOfUser[user.key] ?? []) }

    /// `{"user":{…}}` or `{"group":{…}}` as in `grantedToV2` (server-behaviour §2.3).
    func identityJSON(of key: Int64) -> [UInt8] {
        identityJSON[key] ?? Array(#"{"user":{"displayName":"","id":""}}"#.utf8)
    }

    /// `u:…` or `g:…`: the id of a member's permission.
    func permissionID(of key: Int64) -> String { permissionID[key] ?? "" }

    /// Key of the user or group in a permission id.
    func key(permissionID: String) -> Int64? {
        let id = String(permissionID.dropFirst(2))
        if permissionID.hasPrefix("u:") { return user(id: id)?.key }
        return permissionID.hasPrefix("g:") ? group(id: id)?.key : nil
    }

    private static func json(of user: User) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.object("user") {
                $0.member("@libre.graph.userType", "Member")
                $0.member("displayName", user.displayName)
                $0.member("id", user.id)
            }
        }
        return json.bytes
    }

    private static func json(of group: Group) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.object("group") {
                $0.member("displayName", group.displayName)
                $0.member("id", group.id)
            }
        }
        return json.bytes
    }
}
