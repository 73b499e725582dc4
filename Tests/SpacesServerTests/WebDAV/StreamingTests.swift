import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import SpacesServer

/// Files come and go in pieces: none is in memory as a whole, and none is ever seen half.
@Suite struct StreamingTests {
    /// Bytes that differ from place to place, over several pieces.
    private static func bytes(_ count: Int = 2 * Store.pieceSize + 12_345, salt: Int = 0) -> Data {
        Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8 &+ salt) })
    }

    private static func target(_ server: TestServer) throws -> (target: FileTarget, caller: User) {
        let caller = try #require(server.server.store.directory.user(named: "admin"))
        return (try FileTarget(["webdav", "file"], for: caller), caller)
    }

    private static func contents(_ server: TestServer) async throws -> Int? {
        try await server.server.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM content") }
    }

    @Test func keepsEveryByte() async throws {
        try await TestServer.run { server in
            for count in [0, 1, Store.pieceSize - 1, Store.pieceSize, Store.pieceSize + 1, 3 * Store.pieceSize] {
                let bytes = Self.bytes(count)
                let status = try await server.send("PUT", "/webdav/file", body: bytes).status
                #expect(status == 201 || status == 204)
                #expect(try await server.send("GET", "/webdav/file").body == bytes, "\(count)")
            }
            let bytes = Self.bytes()
            try await server.send("PUT", "/webdav/file", body: bytes)
            let edge = Store.pieceSize
            for range in [0..<1, edge - 1..<edge + 1, edge..<2 * edge, 5..<2 * edge + 7, bytes.count - 1..<bytes.count]
            {
                let header = ["Range": "bytes=\(range.lowerBound)-\(range.upperBound - 1)"]
                let part = try await server.send("GET", "/webdav/file", headers: header)
                #expect(part.status == 206 && part.body == bytes[range], "\(range)")
            }
            #expect(
                try await server.send("COPY", "/webdav/file", headers: ["Destination": "/webdav/copy"]).status == 201)
            #expect(
                try await server.send("MOVE", "/webdav/file", headers: ["Destination": "/webdav/moved"]).status == 201)
            #expect(try await server.send("DELETE", "/webdav/moved").status == 204)
            #expect(try await server.send("GET", "/webdav/copy").body == bytes)
            #expect(try await server.server.store.findings() == [])
            #expect(try await Self.contents(server) == 1)
        }
    }

    /// Collects a body, and does something else when its first piece has come.
    private struct Interrupting: ResponseBodyWriter {
        let body: Body
        let interruption: @Sendable () async throws -> Void

        final class Body {
            var bytes = Data()
        }

        mutating func write(_ buffer: ByteBuffer) async throws {
            #expect(buffer.readableBytes <= Store.pieceSize)
            if body.bytes.isEmpty { try await interruption() }
            body.bytes += Data(buffer.readableBytesView)
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// Reads the file by pieces while something else is done to it.
    private static func read(
        _ server: TestServer, during interruption: @escaping @Sendable () async throws -> Void
    ) async throws -> Data {
        let (target, caller) = try Self.target(server)
        let (node, content) = try await server.server.store.file(at: target, for: caller, withContent: true)
        let body = Interrupting.Body()
        try await content.body(0..<node.size).write(Interrupting(body: body, interruption: interruption))
        return body.bytes
    }

    /// What is read is what was there when the reading began, to its end; then it is gone.
    @Test func readsOneVersionToItsEnd() async throws {
        try await TestServer.run { server in
            let (old, new) = (Self.bytes(salt: 1), Self.bytes(salt: 2))
            try await server.send("PUT", "/webdav/file", body: old)
            let replaced = try await Self.read(server) {
                try await server.send("PUT", "/webdav/file", body: new)
                #expect(try await server.send("GET", "/webdav/file").body == new)
            }
            #expect(replaced == old)
            let deleted = try await Self.read(server) {
                let answer = try await server.send("DELETE", "/webdav/file")
                #expect(answer.status == 204)
            }
            #expect(deleted == new)
            // The next change of anything takes away what nobody has or reads any more.
            try await server.send("PUT", "/webdav/other", text: "x")
            #expect(try await Self.contents(server) == 1)
            #expect(try await server.server.store.findings() == [])
        }
    }

    /// Never the beginning of one and the end of another: what is not there ends the answer.
    @Test func failsRatherThanMix() async throws {
        try await TestServer.run { server in
            try await server.send("PUT", "/webdav/file", body: Self.bytes())
            await #expect(throws: Store.MissingPiece.self) {
                _ = try await Self.read(server) {
                    try await server.server.store.write { try $0.execute(sql: "DELETE FROM piece WHERE start > 0") }
                }
            }
        }
    }

    @Test func forgetsAnUploadThatEndsBefore() async throws {
        try await TestServer.run { server in
            try await server.send("PUT", "/webdav/file", text: "old")
            let (target, caller) = try Self.target(server)
            do {
                var upload = FileUpload(to: target, by: caller, in: server.server.store)
                try await upload.append(ByteBuffer(bytes: Self.bytes()))
                #expect(upload.size == Int64(Self.bytes().count))
                // No more than a piece is in memory.
                #expect(upload.received.rest.count == 12_345)
                #expect(try await server.send("GET", "/webdav/file").text == "old")
                // While it comes, other writes leave it alone.
                try await server.send("PUT", "/webdav/other", text: "x")
                #expect(try await Self.contents(server) == 3)
            }
            try await server.send("PUT", "/webdav/other", text: "y")
            #expect(try await Self.contents(server) == 2)
            #expect(try await server.send("GET", "/webdav/file").text == "old")
            #expect(try await server.server.store.findings() == [])
        }
    }

    @Test func sweepsAtTheStart() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        var configuration = TestServer.configuration()
        configuration.database = .file(folder.appending(path: "spaces.sqlite").path(percentEncoded: false))
        try await TestServer.run(configuration) { server in
            try await server.send("PUT", "/webdav/file", text: "kept")
            // As a server leaves it that is killed while a file comes.
            try await server.server.store.database.write { _ = try Store.insertContent(Self.bytes(), $0) }
            #expect(try await Self.contents(server) == 2)
        }
        try await TestServer.run(configuration) { server in
            let file = try await server.send("GET", "/webdav/file")
            #expect(file.text == "kept")
            #expect(try await Self.contents(server) == 1)
        }
    }

    /// A body of unknown length: what is too much is noticed while it comes.
    @Test func takesABodyOfUnknownLength() async throws {
        var configuration = TestServer.configuration()
        configuration.publicURL = nil
        configuration.maximumUploadSize = 3 * Store.pieceSize
        try await withServer(configuration) { server, url in
            func put(_ count: Int, _ path: String) async throws -> RawClient {
                let head = "PUT \(path) HTTP/1.1\r\nHost: x\r\n\(RawClient.credentials)Connection: close\r\n"
                var request = Array((head + "Transfer-Encoding: chunked\r\n\r\n").utf8)
                var rest = Self.bytes(count)
                while !rest.isEmpty {
                    let chunk = rest.prefix(100_000)
                    request += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
                    rest = rest.dropFirst(100_000)
                }
                return try await RawClient.send(bytes: request + Array("0\r\n\r\n".utf8), to: url)
            }
            #expect(try await put(600_000, "/webdav/file").status == 201)
            #expect(try await put(3 * Store.pieceSize + 1, "/webdav/file").status == 413)
            let answer = try await RawClient.send("HEAD", "/webdav/file", to: url)
            #expect(answer.text.contains("Content-Length: 600000\r\n"))
            let space = try await server.store.spaces().first { $0.type == .personal }
            let id = try #require(space?.id)
            _ = try await RawClient.send(
                "PATCH", "/graph/v1.0/drives/\(id)", body: #"{"quota":{"total":700000}}"#, to: url)
            #expect(try await put(300_000, "/webdav/more").status == 507)
            #expect(try await put(700_000, "/webdav/file").status == 204)
            #expect(try await RawClient.send("GET", "/webdav/more", to: url).status == 404)
            #expect(try await server.store.findings() == [])
        }
    }
}
