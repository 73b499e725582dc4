import AsyncHTTPClient
import Localization
import NIOCore
import NIOHTTP1

extension HTTPSpacesService {
    package func follow(_ tell: @escaping @Sendable (ServerEvent) -> Void) async throws(SpacesFailure) {
        let collector = EventCollector(tell)
        var wait = Self.shortestWait
        var hasEverBegun = false
        while true {
            var hasBegun = false
            do throws(SpacesFailure) {
                try await transport.events(to: collector) { hasBegun = true }
            } catch {
                // A server that has no such stream is not asked again; one that is away is.
                guard hasBegun || hasEverBegun || error.mayPass else { throw error }
            }
            if hasBegun {
                hasEverBegun = true
                collector.take(.ended)
                wait = Self.shortestWait
            }
            do throws(CancellationError) {
                // So that not all programs come back in the same moment after the server was restarted.
                try await Pause.wait(wait * Double.random(in: 0.5...1))
            } catch {
                throw .make(.events, .cancelled, reason: localized("cancelled"), advice: "")
            }
            wait = min(wait * 2, Self.longestWait)
        }
    }

    private static let shortestWait = Duration.seconds(2)
    private static let longestWait = Duration.seconds(60)
}

extension ServerRequest {
    /// `GET /ocs/v2.php/apps/notifications/api/v1/notifications/sse`, where both servers tell of changes.
    fileprivate static let events = ServerRequest(
        method: .get, target: "/ocs/v2.php/apps/notifications/api/v1/notifications/sse",
        headers: ["Accept": "text/event-stream"])
}

extension Transport {
    /// Reads one stream to its end, and tells what it says.
    fileprivate func events(
        to collector: EventCollector, onBeginning: () -> Void
    ) async throws(SpacesFailure) {
        let response = try await send(.events, .events)
        let type = response.headers.first(name: "Content-Type")?.lowercased() ?? ""
        guard response.status == .ok, type.hasPrefix("text/event-stream") else {
            throw .answered(.events, try await collected(response, .events), by: connection)
        }
        onBeginning()
        collector.take(.began)
        var parser = EventStreamParser()
        do {
            for try await chunk in response.body {
                for event in try parser.take(Array(chunk.readableBytesView)) {
                    guard collector.admitsEvent() else { continue }
                    if let known = ServerEvent(event, initiator: initiator) { collector.take(known) }
                }
            }
        } catch {
            throw .interrupted(.events, error, to: connection, status: 200)
        }
    }
}
