import HTTPTypes
import Hummingbird

/// What a request did, as far as real servers announce it to clients.
///
/// Nothing is announced when a space is renamed, or gets another quota, subtitle, alias, image or readme: the servers know
/// these as events among their services, and hand none of them on. A client that is to see them has to load its list again.
enum AnnouncedChange: CaseIterable {
    case created, enabled, disabled, purged
    case memberAdded, memberChanged, memberRemoved
    case uploaded, folderCreated, trashed, renamed, moved

    /// The change that a request makes if it succeeds, and the space; `nil` for what nobody announces.
    ///
    /// Not for `created`, because only the answer names that space.
    static func made(by call: Call) -> (change: AnnouncedChange, space: SpaceReference)? {
        let path = call.request.uri.path
        let segments = path.split(separator: "/")
        guard segments.first == "graph" else { return madeInFiles(by: call, path) }
        guard segments.count >= 4, segments[2] == "drives" else { return nil }
        let change: AnnouncedChange
        switch (call.request.method, segments.count > 5 ? segments[5] : "") {
        case (.post, "invite"): change = .memberAdded
        case (.patch, "permissions"): change = .memberChanged
        case (.delete, "permissions"): change = .memberRemoved
        case (.delete, "") where segments.count == 4:
            change = GoBoolean.isTrue(call.header("Purge")) ? .purged : .disabled
        case (.patch, "") where segments.count == 4 && GoBoolean.isTrue(call.header("Restore")): change = .enabled
        default: return nil
        }
        return (change, call.space)
    }

    private static func madeInFiles(by call: Call, _ path: String) -> (change: AnnouncedChange, space: SpaceReference)?
    {
        do throws(FileFailure) {
            let target = try FileTarget(destination: path, for: call.caller)
            switch call.request.method {
            case .put: return (.uploaded, target.space)
            case .delete: return (.trashed, target.space)
            case WebDAVRoutes.makeCollection: return (.folderCreated, target.space)
            case WebDAVRoutes.copying:
                return (
                    .uploaded, try FileTarget(destination: call.header("Destination") ?? "", for: call.caller).space
                )
            case WebDAVRoutes.moving:
                let end = try FileTarget(destination: call.header("Destination") ?? "", for: call.caller)
                return (target.path.last == end.path.last ? .moved : .renamed, target.space)
            default: return nil
            }
        } catch {
            // The request will fail as well.
            return nil
        }
    }
}
