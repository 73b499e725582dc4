/// A role that can be granted in a space or on a file or folder, as clients read it (recording 071).
struct RoleDefinition: Sendable {
    let id: String
    let displayName: String
    let description: String
    /// What the role is for: `Root` is a space as a whole, `File` and `Folder` what is in it.
    let resources: [Resource]
    /// What it allows there, without the common beginning of the names; in the recorded order.
    private let allowed: String

    enum Resource: String, Sendable {
        case root = "Root"
        case file = "File"
        case folder = "Folder"
    }

    /// What the role allows, such as `libre.graph/driveItem/path/read`.
    var actions: [String] {
        allowed.split(whereSeparator: \.isWhitespace).map { "libre.graph/driveItem/\($0)" }
    }

    /// Where it applies; files and folders also for users of other installations.
    private var conditions: [String] {
        let own = resources.map { "exists @Resource.\($0.rawValue)" }
        if !isShared { return own }
        return own + own.map { $0 + #" && @Subject.UserType=="Federated""# }
    }

    /// Whether users of other installations can be given it.
    private let isShared: Bool

    /// - Parameters:
    ///   - weight: Place in the order of roles, where they are listed for a choice; 0 in the table of all.
    ///   - hasActions: Whether to list what the role allows.
    func write(weight: Int64, hasActions: Bool, to json: inout JSONWriter) {
        json.object {
            $0.member("@libre.graph.weight", weight)
            $0.member("description", description)
            $0.member("displayName", displayName)
            $0.member("id", id)
            if !hasActions { return }
            $0.array("rolePermissions") {
                for condition in conditions {
                    $0.object {
                        $0.array("allowedResourceActions") {
                            for action in actions { $0.string(action) }
                        }
                        $0.member("condition", condition)
                    }
                }
            }
        }
    }

    /// The roles of the recorded installation, in its order.
    static let all = [
        RoleDefinition(
            id: "b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5", displayName: "Can view",
            description: "View and download.",
            resources: [.file, .folder],
            allowed: """
                path/read quota/read content/read children/read deleted/read basic/read
                """,
            isShared: true),
        RoleDefinition(
            id: "a8d5fe5e-96e3-418d-825b-534dbdf22b99", displayName: "Can view",
            description: "View and download.",
            resources: [.root],
            allowed: """
                path/read quota/read content/read permissions/read children/read deleted/read basic/read
                """,
            isShared: false),
        RoleDefinition(
            id: "fb6c3e19-e378-47e5-b277-9732f9de6e21", displayName: "Can edit",
            description: "View, download, upload, edit, add and delete.",
            resources: [.folder],
            allowed: """
                children/create standard/delete path/read quota/read content/read upload/create children/read \
                deleted/read path/update deleted/update basic/read
                """,
            isShared: true),
        RoleDefinition(
            id: "58c63c02-1d89-4572-916a-870abc5a1b7d", displayName: "Can edit",
            description: "View, download, upload, edit, add, delete including the history.",
            resources: [.root],
            allowed: """
                children/create standard/delete path/read quota/read content/read upload/create \
                permissions/read children/read versions/read deleted/read path/update versions/update \
                deleted/update basic/read
                """,
            isShared: false),
        RoleDefinition(
            id: "2d00ce52-1fc2-4dbc-8b95-a73b73395f5a", displayName: "Can edit",
            description: "View, download and edit.",
            resources: [.file],
            allowed: """
                path/read quota/read content/read upload/create children/read deleted/read deleted/update \
                basic/read
                """,
            isShared: true),
        RoleDefinition(
            id: "1c996275-f1c9-4e71-abdf-a42f6495e960", displayName: "Can upload",
            description: "View, download and upload.",
            resources: [.folder],
            allowed: """
                children/create path/read content/read upload/create children/read path/update basic/read
                """,
            isShared: false),
        RoleDefinition(
            id: "312c0871-5ef7-4b3a-85b6-0e4074c64049", displayName: "Can manage",
            description: "View, download, upload, edit, add, delete and manage members.",
            resources: [.root],
            allowed: """
                permissions/create children/create standard/delete path/read quota/read content/read \
                upload/create permissions/read children/read versions/read deleted/read path/update \
                permissions/delete deleted/delete versions/update deleted/update basic/read permissions/update \
                permissions/deny
                """,
            isShared: false),
    ]

    /// The role with an id; nil for an unknown one.
    static func role(id: String) -> RoleDefinition? { all.first { $0.id == id } }
}
