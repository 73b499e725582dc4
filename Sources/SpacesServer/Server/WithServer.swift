/// Starts a server, runs a body against it, and stops it again: for tests, journeys and demonstrations.
///
/// - Parameters:
///   - configuration: Port 0, the default, takes any free port.
///   - body: Gets the server, whose `store` tells what is stored, and its address.
package func withServer<Value: Sendable>(
    _ configuration: ServerConfiguration,
    _ body: @Sendable (_ server: SpacesServer, _ baseURL: String) async throws -> Value
) async throws -> Value {
    let server = try SpacesServer(configuration: configuration)
    let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
    let running = Task {
        defer { continuation.finish() }
        try await server.run { continuation.yield($0) }
    }
    do {
        guard let baseURL = await addresses.first(where: { _ in true }) else {
            try await running.value
            throw SpacesServer.Refusal(description: "the server ended before it answered")
        }
        let value = try await body(server, baseURL)
        running.cancel()
        _ = await running.result
        return value
    } catch {
        running.cancel()
        _ = await running.result
        throw error
    }
}
