/// Everybody the installation knows at one moment; every change of a user or group makes a new one.
struct Directory: Sendable {
    /// A user or group that was deleted, and is still named as a member of spaces.
    struct Deleted: Sendable {
        let key: Int64
        let id: String
        let isGroup: Bool
    }

    let users: [User]
    let groups: [Group]
    private let userByName: [String: Int]
    private let userByID: [String: Int]
    private let groupByID: [String: Int]
    /// The identity of each user and group by key, as JSON: a list of spaces repeats the same few thousands of times.
    private let identityJSON: [Int64: [UInt8]]
    private let permissionID: [Int64: String]
    private let keyOfPermission: [String: Int64]

    init(users: [User], groups: [Group], deleted: [Deleted]) {
        self.users = users
        self.groups = groups
        userByName = Dictionary(
            users.enumerated().map { ($1.username.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        userByID = Dictionary(users.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        groupByID = Dictionary(groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var identityJSON: [Int64: [UInt8]] = [:]
        var permissionID: [Int64: String] = [:]
        for user in users {
            identityJSON[user.key] = Self.json(ofUser: user.id, named: user.displayName, type: "Member")
            permissionID[user.key] = "u:\(user.id)"
        }
        for group in groups {
            identityJSON[group.key] = Self.json(ofGroup: group.id, named: group.displayName)
            permissionID[group.key] = "g:\(group.id)"
        }
        // Whom nobody knows any more has an id and no name (docs/server-behaviour.md §4.4); here no type either.
        for one in deleted {
            identityJSON[one.key] =
                one.isGroup ? Self.json(ofGroup: one.id, named: "") : Self.json(ofUser: one.id, named: "")
            permissionID[one.key] = one.isGroup ? "g:\(one.id)" : "u:\(one.id)"
        }
        self.identityJSON = identityJSON
        self.permissionID = permissionID
        keyOfPermission = Dictionary(permissionID.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func user(named username: String) -> User? { userByName[username.lowercased()].map { users[$0] } }
    func user(id: String) -> User? { userByID[id].map { users[$0] } }
    func group(id: String) -> Group? { groupByID[id].map { groups[$0] } }

    /// Those who are in a group, in the order in which they were made.
    func members(of group: Group) -> [User] { users.filter { $0.groups.contains(group.key) } }

    /// Keys under which a user may have been granted something: their own and those of their groups.
    func keys(of user: User) -> [Int64] { [user.key] + user.groups }

    /// `{"user":{…}}` or `{"group":{…}}` as in `grantedToV2` (docs/server-behaviour.md §4.4).
    func identityJSON(of key: Int64) -> [UInt8] {
        identityJSON[key] ?? Array(#"{"user":{"displayName":"","id":""}}"#.utf8)
    }

    /// `u:…` or `g:…`: the id of a member's permission.
    func permissionID(of key: Int64) -> String { permissionID[key] ?? "" }

    /// Key of the user or group in a permission id, also of one that was deleted.
    func key(permissionID: String) -> Int64? { keyOfPermission[permissionID] }

    private static func json(ofUser id: String, named displayName: String, type: String? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.object("user") {
                if let type { $0.member("@libre.graph.userType", type) }
                $0.member("displayName", displayName)
                $0.member("id", id)
            }
        }
        return json.bytes
    }

    private static func json(ofGroup id: String, named displayName: String) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.object("group") {
                $0.member("displayName", displayName)
                $0.member("id", id)
            }
        }
        return json.bytes
    }
}
