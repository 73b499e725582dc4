import HTTPTypes
import Hummingbird

/// Who am I, who else is there, and what may I do (recordings 002 to 004 and 073); changes are in `UserRoutes+Changes`.
struct UserRoutes: Sendable {
    let store: Store
    /// Binary logarithm of the rounds of a new password's hash.
    let passwordCost: Int
    let maximumBodySize: Int

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,    "/graph/v1.0/me",                       showSelf),
            .init(.patch,  "/graph/v1.0/me",                       updateSelf),
            .init(.post,   "/graph/v1.0/me/changePassword",        changePassword),
            .init(.get,    "/graph/v1.0/users",                    list),
            .init(.post,   "/graph/v1.0/users",                    create),
            .init(.get,    "/graph/v1.0/users/{user}",             show),
            .init(.patch,  "/graph/v1.0/users/{user}",             update),
            .init(.delete, "/graph/v1.0/users/{user}",             delete),
            .init(.post,   "/api/v0/settings/permissions-list",    permissions),
        ]
    }

    func writer(for call: Call) -> UserWriter {
        UserWriter(directory: store.directory, publicURL: call.publicURL, applicationID: store.applicationID)
    }

    private func showSelf(_ call: Call) async throws -> Response {
        let expansions = try QueryParameters(call.request.uri.query).expansions
        let writer = writer(for: call)
        return .json { writer.writeSelf(call.caller, showing: expansions, to: &$0) }
    }

    /// Users whose name or mail has the words in it; others than administrators learn less of them.
    private func list(_ call: Call) async throws -> Response {
        let query = try UserQuery(call.request.uri.query)
        try query.check(for: call.caller)
        let writer = writer(for: call)
        let needle = query.needle
        let found = writer.directory.users.filter { user in
            (needle.isEmpty
                || [user.displayName, user.username, user.mail].contains { $0.lowercased().contains(needle) })
                && query.filter?.selects(user, in: writer.directory) ?? true
        }
        let users = try query.sorted(found)
        let isReduced = !call.caller.role.administersUsers
        return .json {
            $0.object {
                $0.array("value") {
                    for user in users {
                        if isReduced {
                            writer.writeReduced(user, to: &$0)
                        } else {
                            writer.write(user, showing: query.expansions, to: &$0)
                        }
                    }
                }
            }
        }
    }

    private func show(_ call: Call) async throws -> Response {
        let expansions = try QueryParameters(call.request.uri.query).expansions
        let user = try user(of: call)
        var drive: [UInt8]?
        if expansions.contains("drive"), user.key == call.caller.key || call.caller.role.listsAllSpaces,
            let listing = try await store.personalDrive(of: user)
        {
            var json = JSONWriter()
            let writer = DriveWriter(
                storageID: store.storageID, publicURL: call.publicURL, directory: store.directory, version: .v1)
            for space in listing.spaces { writer.write(space, of: listing, to: &json) }
            drive = json.bytes
        }
        let writer = writer(for: call)
        let showsMail = call.caller.role.administersUsers
        return .json {
            writer.write(user, showing: expansions, drive: drive, showsMail: showsMail, to: &$0)
        }
    }

    /// The user in the path, by id or by name.
    func user(of call: Call) throws -> User {
        let directory = store.directory
        guard let user = directory.user(id: call["user"]) ?? directory.user(named: call["user"]) else {
            throw GraphError.notFound("not found")
        }
        return user
    }

    private func permissions(_ call: Call) async throws -> Response {
        .json(status: .created) {
            $0.object {
                $0.array("permissions") {
                    for permission in call.caller.role.permissions { $0.string(permission) }
                }
            }
        }
    }
}
