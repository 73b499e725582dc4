import Foundation
import SpacesServer
import Testing

/// One server for a database.
@Suite struct DatabaseLockTests {
    private static func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        try body(folder)
    }

    @Test func refusesASecondServer() throws {
        try Self.inFolder { folder in
            let path = folder.appending(path: "spaces.sqlite").path(percentEncoded: false)
            let link = folder.appending(path: "link").path(percentEncoded: false)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            var configuration = TestServer.configuration()
            configuration.database = .file(path)
            do {
                let server = try SpacesServer(configuration: configuration)
                for other in [path, link] {
                    configuration.database = .file(other)
                    let error = #expect(throws: SpacesServer.Refusal.self) {
                        try SpacesServer(configuration: configuration)
                    }
                    #expect(
                        error?.description
                            == "another server has the database \(other) open: stop it, or name another file")
                    #expect(throws: SpacesServer.Refusal.self) { try Store.hasUsers(configuration.database) }
                }
                withExtendedLifetime(server) {}
            }
            // The file stays, the lock does not.
            #expect(FileManager.default.fileExists(atPath: path + ".lock"))
            #expect(throws: Never.self) { try SpacesServer(configuration: configuration) }
        }
    }

    @Test func allowsMemoryToEverybody() throws {
        let servers = try (0..<2).map { _ in try SpacesServer(configuration: TestServer.configuration()) }
        #expect(servers.count == 2)
    }

    /// The program says so in one sentence, changes nothing, and the one before goes on; killed, it leaves no lock.
    @Test func tellsItAsAProgram() throws {
        try Self.inFolder { folder in
            let users = folder.appending(path: "users.yaml")
            try Data("- {username: admin, password: demo, role: Admin}\n".utf8).write(to: users)
            let path = folder.appending(path: "spaces.sqlite").path(percentEncoded: false)
            let first = try ServerProcess(database: path, users: users.path(percentEncoded: false))
            let process = Process()
            process.executableURL = ServerProcess.program
            process.arguments = ["--database", path, "--listen", "127.0.0.1:0"]
            let (output, errors) = (Pipe(), Pipe())
            process.standardOutput = output
            process.standardError = errors
            try process.run()
            let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus != 0)
            #expect(text == "Error: another server has the database \(path) open: stop it, or name another file\n")
            #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty)
            first.kill()
            try ServerProcess(database: path, users: users.path(percentEncoded: false)).kill()
        }
    }
}
