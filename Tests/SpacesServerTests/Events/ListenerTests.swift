import Testing

@testable import SpacesServer

@Suite("Listeners") struct ListenerTests {
    /// Where nothing happens nothing is written to a listener, so that no failed write tells that it has gone: connections of
    /// programs that were killed would stay until their address may have no more.
    @Test func whoGoesAwayIsForgotten() async throws {
        var configuration = TestServer.configuration(users: Array(TestServer.users.prefix(1)))
        configuration.publicURL = nil
        try await withServer(configuration) { server, url in
            let end = try await RawConnection.onThread {
                let connection = try RawConnection(to: url)
                connection.send(
                    "GET /ocs/v2.php/apps/notifications/api/v1/notifications/sse HTTP/1.1\r\nHost: localhost\r\n"
                        + RawClient.credentials + "\r\n")
                connection.receive { $0.contains(":\n\n") }
                connection.endSending()
                return connection.receive()
            }
            #expect(end == .closed)
            while server.events.haveSubscribers { await Task.yield() }
        }
    }
}
