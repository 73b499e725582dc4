import SpacesModel
import SpacesServer
import Testing

@testable import SpacesClient

/// What the server tells by itself, from the embedded server over HTTP.
@Suite struct EventTests {
    @Test("A server without such a stream is not asked again") func isRefusedForGood() async throws {
        try await withServer(ServerConfiguration(users: [])) { _, baseURL in
            let address = try ServerAddress(parsing: baseURL + "/nothing")
            let connection = try ServerConnection(
                address: address, credentials: .basic(user: "admin", password: "demo"))
            let service = try HTTPSpacesService(connection, logger: ServiceTests.silent)
            await #expect(throws: SpacesFailure.self) { try await service.follow { _ in } }
            await service.shutdown()
        }
    }
}
