import HTTPTypes
import Hummingbird
import NIOCore

/// Where signed-in people hear what happens in their spaces, as server-sent events.
struct EventRoutes: Sendable {
    let events: Events

    var routes: [RouteTable.Route] {
        [.init(.get, "/ocs/v2.php/apps/notifications/api/v1/notifications/sse", listen)]
    }

    /// Nothing is sent while nothing happens, as the real servers do where nobody asked for more.
    private func listen(_ call: Call) async throws -> Response {
        guard let stream = events.subscribe(call.caller.key) else {
            return Response(status: .serviceUnavailable, headers: [.retryAfter: "60"])
        }
        let body = ResponseBody { writer in
            // Where nothing happens nothing is written: only what comes, or ends, tells that the listener has gone.
            try await call.request.body.consumeWithCancellationOnInboundClose { _ in
                // So that the head is sent at once.
                try await writer.write(ByteBuffer(string: ":\n\n"))
                for await event in stream { try await writer.write(ByteBuffer(string: event)) }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-cache"], body: body)
    }
}
