extension SpaceRole {
    private var definition: (displayName: String, description: String) {
        switch self {
        case .viewer: ("Can view", "View and download.")
        case .editor: ("Can edit", "View, download, upload, edit, add, delete including the history.")
        case .manager: ("Can manage", "View, download, upload, edit, add, delete and manage members.")
        }
    }

    /// What the role may do with a space, in the recorded order.
    var actions: [String] {
        let names =
            switch self {
            case .viewer:
                "path/read quota/read content/read permissions/read children/read deleted/read basic/read"
            case .editor:
                """
                children/create standard/delete path/read quota/read content/read upload/create permissions/read \
                children/read versions/read deleted/read path/update versions/update deleted/update basic/read
                """
            case .manager:
                """
                permissions/create children/create standard/delete path/read quota/read content/read upload/create \
                permissions/read children/read versions/read deleted/read path/update permissions/delete \
                deleted/delete versions/update deleted/update basic/read permissions/update permissions/deny
                """
            }
        return names.split(separator: " ").map { "libre.graph/driveItem/\($0)" }
    }

    func writeDefinition(weight: Int64, hasActions: Bool, to json: inout JSONWriter) {
        json.object {
            $0.member("@libre.graph.weight", weight)
            $0.member("description", definition.description)
            $0.member("displayName", definition.displayName)
            $0.member("id", identifier)
            if !hasActions { return }
            $0.array("rolePermissions") {
                $0.object {
                    $0.array("allowedResourceActions") {
                        for action in actions { $0.string(action) }
                    }
                    $0.member("condition", "exists @Resource.Root")
                }
            }
        }
    }
}
