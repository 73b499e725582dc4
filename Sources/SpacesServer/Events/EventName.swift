import HTTPTypes

/// What the real servers call what a request did; only of this do they tell.
enum EventName: String {
    case memberAdded = "space-member-added"
    case memberRemoved = "space-member-removed"
    case memberChanged = "space-share-updated"
    case notification = "userlog-notification"
    case uploaded = "postprocessing-finished"
    case folderCreated = "folder-created"
    case trashed = "item-trashed"
    case moved = "item-moved"

    /// The event of a request that was done; nil for one of which nothing is told.
    init?(_ method: HTTPRequest.Method, _ path: String) {
        let segments = path.split(separator: "/")
        if segments.starts(with: ["dav", "spaces"]) || segments.starts(with: ["remote.php", "dav", "spaces"]) {
            switch method {
            case .put: self = .uploaded
            case .delete: self = .trashed
            case WebDAVRoutes.makeCollection: self = .folderCreated
            case WebDAVRoutes.moving: self = .moved
            default: return nil
            }
            return
        }
        guard segments.first == "graph", segments.count >= 4, segments[2] == "drives" else { return nil }
        switch (method, segments.count > 5 ? segments[5] : "") {
        case (.post, "invite"): self = .memberAdded
        case (.patch, "permissions"): self = .memberChanged
        case (.delete, "permissions"): self = .memberRemoved
        case (.delete, "") where segments.count == 4: self = .notification
        default: return nil
        }
    }
}
