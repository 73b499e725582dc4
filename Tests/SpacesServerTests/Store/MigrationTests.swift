import Foundation
import GRDB
import Testing

@testable import SpacesServer

/// Databases of older servers open, with all that is in them.
@Suite struct MigrationTests {
    @Test func cutsFilesIntoPieces() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        let path = folder.appending(path: "spaces.sqlite").path(percentEncoded: false)
        let bytes = Data((0..<600_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
        do {
            let queue = try DatabaseQueue(path: path)
            try Schema.migrator.migrate(queue, upTo: "ended memberships")
            try await queue.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO principal (key, id, username, displayName) VALUES (1, 'u', 'alan', 'Alan');
                        INSERT INTO space (key, id, type, name, alias, used, modified, owner)
                            VALUES (1, 'u', 'personal', 'Alan', 'personal/alan', 600107, 0, 1);
                        INSERT INTO node (key, id, space, name, isFolder, size, modified) VALUES
                            (1, 'a', 1, 'large', 0, 600000, 0), (2, 'b', 1, 'empty', 0, 0, 0),
                            (3, 'c', 1, 'counted', 0, 100, 0), (4, 'd', 1, 'small', 0, 7, 0),
                            (5, 'e', 1, 'folder', 1, 0, 0);
                        INSERT INTO content (node, bytes) VALUES (2, x''), (4, x'636F6E74656E74');
                        """)
                try database.execute(sql: "INSERT INTO content (node, bytes) VALUES (1, ?)", arguments: [bytes])
            }
            try queue.close()
        }
        var configuration = TestServer.configuration()
        configuration.database = .file(path)
        try await TestServer.run(configuration) { server in
            let large = try await server.send("GET", "/webdav/large", as: "alan")
            #expect(large.body == bytes)
            #expect(try await server.send("GET", "/webdav/empty", as: "alan").body == Data())
            #expect(try await server.send("GET", "/webdav/counted", as: "alan").body == Data(count: 100))
            #expect(try await server.send("GET", "/webdav/small", as: "alan").text == "content")
            #expect(try await server.server.store.findings() == [])
            #expect(try await server.send("PUT", "/webdav/large", as: "alan", text: "new").status == 204)
            #expect(try await server.server.store.findings() == [])
        }
    }
}
