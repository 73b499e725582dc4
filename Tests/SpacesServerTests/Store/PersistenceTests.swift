import Foundation
import SpacesServer
import Testing

/// What is written stays, over a restart on the same file.
@Suite struct PersistenceTests {
    @Test func keepsEverythingInAFile() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        var configuration = TestServer.configuration()
        configuration.database = .file(folder.appending(path: "spaces.sqlite").path(percentEncoded: false))
        #expect(try !Store.hasUsers(configuration.database))
        let drive = "/graph/v1.0/drives"
        try await TestServer.run(configuration) { server in
            let id = try await server.makeSpace("Kept", quota: 500, members: ["alan": .editor])
            try await server.send("PUT", "/dav/spaces/\(id)/file", text: "content")
            let disabled = try await server.makeSpace("Disabled")
            try await server.send("DELETE", "\(drive)/\(disabled)")
        }
        #expect(try Store.hasUsers(configuration.database))
        configuration.users = []
        try await TestServer.run(configuration) { server in
            let spaces = try await server.send("GET", "\(drive)?$filter=driveType eq 'project'&$orderby=name").json[
                "value"]
            #expect(spaces[0]["root"]["deleted"]["state"].text == "trashed")
            #expect(spaces[1]["quota"]["used"].integer == 7)
            #expect(spaces[1]["root"]["permissions"].elements.count == 2)
            let id = try #require(spaces[1]["id"].text)
            #expect(try await server.send("GET", "/dav/spaces/\(id)/file", as: "alan").text == "content")
        }
    }
}
