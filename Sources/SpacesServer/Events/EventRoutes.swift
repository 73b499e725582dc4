import GRDB
import HTTPTypes
import Hummingbird
import NIOCore

/// Tells signed-in people of what happens in their spaces, as server-sent events.
struct EventRoutes: Sendable {
    let store: Store
    let events: Events

    var routes: [RouteTable.Route] {
        [.init(.get, "/ocs/v2.php/apps/notifications/api/v1/notifications/sse", listen)]
    }

    /// Nothing is sent while nothing happens, as the real servers do where nobody asked for more.
    private func listen(_ call: Call) async throws -> Response {
        guard let stream = events.stream(for: Set(store.directory.keys(of: call.caller))) else {
            return Response(status: .serviceUnavailable, headers: [.retryAfter: "60"])
        }
        let body = ResponseBody { writer in
            // So that the head is sent at once.
            try await writer.write(ByteBuffer(string: ":\n\n"))
            for await event in stream { try await writer.write(ByteBuffer(string: event)) }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-cache"], body: body)
    }

    /// Does what a request asks for, and tells the members of its space, those that it had before included.
    func telling(_ call: Call, _ handler: RouteTable.Handler) async throws -> Response {
        guard events.areHeard, let name = EventName(call.request.method, call.request.uri.path) else {
            return try await handler(call)
        }
        let space = call["drive"].isEmpty ? SpaceReference(call["name"]) : call.space
        let before = try await store.principals(of: space)
        let response = try await handler(call)
        guard (200..<300).contains(response.status.code) else { return response }
        let text = "{\"spaceid\":\"\(store.storageID)$\(space.space)\",\"initiatorid\":\"\(initiator(of: call))\"}"
        events.tell(
            "event: \(name.rawValue)\ndata: \(text)\n\n", to: before.union(try await store.principals(of: space)))
        return response
    }

    /// As the client names itself, as far as that can stand in a text.
    private func initiator(of call: Call) -> String {
        String(
            (call.header("Initiator-ID") ?? "").prefix(64).filter {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
            })
    }
}

extension Store {
    /// The users and groups that a space is given to; none for one that does not exist.
    func principals(of reference: SpaceReference) async throws -> Set<Int64> {
        try await read { database in
            try Set(
                Int64.fetchAll(
                    database,
                    sql: """
                        SELECT principal FROM spaceGrant JOIN space ON space.key = spaceGrant.space WHERE space.id = ?
                        UNION SELECT owner FROM space WHERE id = ? AND owner IS NOT NULL
                        """,
                    arguments: [reference.space, reference.space]))
        }
    }
}
