import SpacesModel
import Texts

/// A request as it goes over the wire, below the address of the server and without credentials.
struct ServerRequest: Equatable, Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case patch = "PATCH"
        case delete = "DELETE"
        case put = "PUT"
        case makeCollection = "MKCOL"
        case findProperties = "PROPFIND"
    }

    var method: Method
    /// Path and query, escaped.
    var target: String
    var headers: [String: String] = [:]
    var body: [UInt8]?
    /// True for a question that is put as a `POST`.
    var asks = false

    /// True for what changes nothing, and so may be sent again.
    var isRead: Bool { method == .get || method == .findProperties || asks }

    /// The path without its query, for the log.
    var path: Substring { target.prefix { $0 != "?" } }
}

extension ServerRequest {
    /// `GET /drives` or `/me/drives` (Spaces API, "Reading Spaces").
    ///
    /// Newer servers tell members only when asked to expand them; older ones ignore it
    /// (docs/server-behaviour.md §10.1).
    static func list(_ query: SpaceQuery) -> ServerRequest {
        var parameters = [expand]
        switch query.filter {
        case .type(let type): parameters.append(("$filter", "driveType eq \(quoted(type.wireName))"))
        case .id(let id): parameters.append(("$filter", "id eq \(quoted(id.rawValue))"))
        case nil: break
        }
        if let order = query.order {
            parameters.append(("$orderby", order.key.rawValue + (order.isDescending ? " desc" : " asc")))
        }
        let words = parameters.map(written).joined(separator: "&")
        return ServerRequest(method: .get, target: drives(query.scope, query.version) + "?" + words)
    }

    /// `GET /drives/{id}`, with the members also on newer servers.
    static func read(_ id: SpaceID) -> ServerRequest {
        ServerRequest(method: .get, target: path(id) + "?" + written(expand))
    }

    /// `POST /drives` (Spaces API, "Creating Spaces").
    static func create(_ draft: SpaceDraft) -> ServerRequest {
        let body = DriveBody(
            name: draft.name, description: draft.subtitle.isEmpty ? nil : draft.subtitle, total: draft.limit?.wireTotal)
        return ServerRequest(
            method: .post, target: drives(.all, .v1) + (draft.usesTemplate ? "?template=default" : ""),
            headers: json, body: body.bytes)
    }

    /// `PATCH /drives/{id}` (Spaces API, "Modifying Spaces").
    static func edit(_ id: SpaceID, _ edit: SpaceEdit) -> ServerRequest {
        let body = DriveBody(
            name: edit.name, description: edit.subtitle, alias: edit.alias, total: edit.limit?.wireTotal)
        return ServerRequest(method: .patch, target: path(id), headers: json, body: body.bytes)
    }

    /// `DELETE /drives/{id}` (Spaces API, "Disable a space").
    static func disable(_ id: SpaceID) -> ServerRequest {
        ServerRequest(method: .delete, target: path(id))
    }

    /// `PATCH /drives/{id}` with `Restore: T` and an empty object (Spaces API, "Restore a space").
    static func restore(_ id: SpaceID) -> ServerRequest {
        ServerRequest(
            method: .patch, target: path(id), headers: json.merging(["Restore": "T"]) { $1 }, body: Array("{}".utf8))
    }

    /// `DELETE /drives/{id}` with `Purge: T`, exactly: any other word disables an enabled space
    /// (docs/server-behaviour.md §1.4).
    static func purge(_ id: SpaceID) -> ServerRequest {
        ServerRequest(method: .delete, target: path(id), headers: ["Purge": "T"])
    }

    /// `GET /me` (recording 002).
    static let account = ServerRequest(method: .get, target: "/graph/v1.0/me")

    /// What an account may do (recording 003).
    static func permissions(of account: Account) -> ServerRequest {
        ServerRequest(
            method: .post, target: "/api/v0/settings/permissions-list", headers: json,
            body: Array("{\"account_uuid\":\(DriveBody.quoted(account.id))}".utf8), asks: true)
    }

    /// What the installation allows (recording 005).
    static let capabilities = ServerRequest(
        method: .get, target: "/ocs/v1.php/cloud/capabilities?format=json")

    /// The same in the other version of the API, for servers that have the routes of single drives only there; `nil` for
    /// other routes.
    var inOtherVersion: ServerRequest? {
        let (old, new) = ("/graph/v1.0/drives", "/graph/v1beta1/drives")
        guard target.hasPrefix(old), !target.dropFirst(old.count).hasPrefix("?$") else { return nil }
        var request = self
        request.target = new + target.dropFirst(old.count)
        return request
    }

    private static let expand = ("$expand", "root($expand=permissions)")

    static func written(_ parameter: (name: String, value: String)) -> String {
        "\(parameter.name)=\(PercentEncoding.encoded(parameter.value, keeping: "$()"))"
    }

    static let json = ["Content-Type": "application/json"]

    private static func drives(_ scope: SpaceQuery.Scope, _ version: APIVersion) -> String {
        "/graph/\(version.rawValue)" + (scope == .mine ? "/me/drives" : "/drives")
    }

    private static func path(_ id: SpaceID) -> String {
        drives(.all, .v1) + "/" + PercentEncoding.segment(id.rawValue)
    }

    /// A text in an OData comparison: in single quotes, those inside doubled (OData 4.01, URL conventions §5.1.1).
    private static func quoted(_ text: String) -> String {
        "'" + text.replacingScalars("'", with: "''") + "'"
    }
}
