import HTTPTypes
import Hummingbird

/// Who am I, who else is there, and what may I do (recordings 002 to 004 and 073).
struct UserRoutes: Sendable {
    let directory: Directory

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,  "/graph/v1.0/me",                         me),
            .init(.get,  "/graph/v1.0/users",                      search),
            .init(.get,  "/graph/v1.0/groups",                     searchGroups),
            .init(.post, "/api/v0/settings/permissions-list",      permissions),
        ]
    }

    private func me(_ call: Call) async throws -> Response {
        let user = call.caller
        return .json {
            $0.object {
                $0.member("displayName", user.displayName)
                $0.member("id", user.id)
                Self.writeIdentities(of: user, call, to: &$0)
                $0.member("mail", user.mail)
                $0.member("onPremisesSamAccountName", user.username)
                $0.member("preferredLanguage", "en")
                $0.member("userType", "Member")
            }
        }
    }

    /// Users whose name or mail has the words in it; others than administrators must give three characters.
    private func search(_ call: Call) async throws -> Response {
        let needle = try Self.needle(of: call)
        let found = directory.users.lazy.filter { user in
            [user.displayName, user.username, user.mail].contains { $0.lowercased().contains(needle) }
                || needle.isEmpty
        }
        return .json {
            $0.object {
                $0.array("value") {
                    for user in found { Self.write(user, call, to: &$0) }
                }
            }
        }
    }

    private func searchGroups(_ call: Call) async throws -> Response {
        let needle = try Self.needle(of: call)
        return .json {
            $0.object {
                $0.array("value") {
                    for group in directory.groups
                    where needle.isEmpty || group.displayName.lowercased().contains(needle) {
                        $0.object {
                            $0.member("displayName", group.displayName)
                            $0.array("groupTypes") { _ in }
                            $0.member("id", group.id)
                        }
                    }
                }
            }
        }
    }

    /// The words of `$search`, in lower case, without their quotes.
    private static func needle(of call: Call) throws -> String {
        var needle = ""
        for pair in (call.request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, PercentEncoding.decode(parts[0]) == "$search" {
                needle = PercentEncoding.decode(parts[1], plusIsSpace: true) ?? ""
            }
        }
        needle = needle.replacing("\"", with: "").lowercased()
        if needle.count < 3, call.caller.role != .admin {
            throw GraphError(status: .forbidden, code: .accessDenied, message: "search term too short")
        }
        return needle
    }

    private static func write(_ user: User, _ call: Call, to json: inout JSONWriter) {
        let names = user.displayName.split(separator: " ", maxSplits: 1).map(String.init)
        json.object {
            $0.member("accountEnabled", true)
            $0.member("displayName", user.displayName)
            $0.member("givenName", names.first ?? "")
            $0.member("id", user.id)
            writeIdentities(of: user, call, to: &$0)
            $0.member("mail", user.mail)
            $0.member("onPremisesSamAccountName", user.username)
            $0.member("surname", names.count > 1 ? names[1] : "")
            $0.member("userType", "Member")
        }
    }

    private static func writeIdentities(of user: User, _ call: Call, to json: inout JSONWriter) {
        json.array("identities") {
            $0.object {
                $0.member("issuer", call.publicURL)
                $0.member("issuerAssignedId", user.id)
            }
        }
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
