import HTTPTypes
import Hummingbird
import NIOCore

/// Passwords for programs, which their users make and delete themselves (docs/server-behaviour.md §7.3).
struct AppTokenRoutes: Sendable {
    let store: Store

    private static let path = "/auth-app/tokens"

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,    Self.path, list),
            .init(.post,   Self.path, create),
            .init(.delete, Self.path, delete),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        let tokens = try await store.appTokens(of: call.caller)
        return Self.json { json in
            json.array { array in
                for token in tokens { Self.write(token, to: &array) }
            }
        }
    }

    private func create(_ call: Call) async throws -> Response {
        guard let form = Self.query(of: call) else { return Self.refusal("the query is garbled") }
        if form["userID"] != nil || form["userName"] != nil {
            return Self.refusal("impersonation is not allowed", status: .forbidden)
        }
        // A token that is over before it begins would be of no use, though the real server makes it.
        let expiry = GoDuration.nanoseconds(form["expiry"] ?? "") ?? 0
        let (expires, isTooLate) = store.clock.now().nanoseconds.addingReportingOverflow(expiry)
        guard expiry > 0, !isTooLate else { return Self.refusal("error parsing expiry. Use e.g. 30m or 72h") }
        let token = try await store.addAppToken(
            for: call.caller, label: form["label"] ?? "Generated via API", expires: Timestamp(nanoseconds: expires))
        return Self.json { Self.write(token, to: &$0) }
    }

    private func delete(_ call: Call) async throws -> Response {
        guard let token = Self.query(of: call)?["token"] else {
            return Self.refusal("missing auth-app token. Set 'token' parameter")
        }
        guard try await store.deleteAppToken(token, of: call.caller) else {
            return Self.refusal("no such auth-app token", status: .notFound)
        }
        return Response(status: .ok)
    }

    private static func query(of call: Call) -> Form? {
        do throws(Form.Malformed) {
            return try Form(call.request.uri.query ?? "")
        } catch {
            return nil
        }
    }

    private static func write(_ token: AppToken, to json: inout JSONWriter) {
        json.object {
            $0.member("token", token.text)
            $0.member("expiration_date", token.expires)
            $0.member("created_date", token.created)
            $0.member("label", token.label)
        }
    }

    /// JSON that calls itself text, as the real server's does because nobody told it otherwise.
    private static func json(_ write: (inout JSONWriter) -> Void) -> Response {
        var json = JSONWriter()
        write(&json)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    private static func refusal(_ text: String, status: HTTPResponse.Status = .badRequest) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .xContentTypeOptions: "nosniff"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
