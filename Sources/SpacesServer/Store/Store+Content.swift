import Foundation
import GRDB
import NIOCore

/// The bytes of files, piece by piece.
extension Store {
    /// Bytes of a piece: as much of a file as a reader or a writer has in memory.
    static let pieceSize = 256 << 10

    /// A part of a file that is not there, though the file is: the answer that needs it must end at once.
    struct MissingPiece: Error {
        let content: Int64
        let offset: Int64
    }

    /// Stores the bytes of a small file.
    ///
    /// - Returns: The key of the content, for the file to have.
    static func insertContent(_ bytes: Data, _ database: Database) throws -> Int64 {
        try database.execute(sql: "INSERT INTO content DEFAULT VALUES")
        let key = database.lastInsertedRowID
        var rest = bytes
        while !rest.isEmpty {
            try insertPiece(rest.prefix(pieceSize), at: Int64(bytes.count - rest.count), of: key, database)
            rest = rest.dropFirst(pieceSize)
        }
        return key
    }

    /// Copies a content for another file; nil where the bytes are not kept.
    static func copyContent(ofNode node: Int64, _ database: Database) throws -> Int64? {
        guard let source = try content(ofNode: node, database) else { return nil }
        let copy = try insertContent(Data(), database)
        try database.execute(
            sql: "INSERT INTO piece (content, start, bytes) SELECT ?, start, bytes FROM piece WHERE content = ?",
            arguments: [copy, source])
        return copy
    }

    /// The content of a file; nil where its bytes are not kept.
    static func content(ofNode node: Int64, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(database, sql: "SELECT content FROM node WHERE key = ?", arguments: [node])
    }

    private static func insertPiece(_ bytes: Data, at start: Int64, of content: Int64, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO piece (content, start, bytes) VALUES (?, ?, ?)", arguments: [content, start, bytes])
    }

    /// Stores the next piece of a file that is being received, where it may still be written and fits.
    ///
    /// - Parameter content: What was stored of the file so far; nil for its first piece.
    func append(
        _ bytes: Data, at start: Int64, to content: HeldContent?, for target: FileTarget, by caller: User
    ) async throws -> HeldContent {
        try await write { [holds] database in
            try checkRoom(for: start + Int64(bytes.count), at: target, by: caller, in: database)
            let content = try content ?? holds.hold(Self.insertContent(Data(), database))
            try Self.insertPiece(bytes, at: start, of: content.key, database)
            return content
        }
    }

    /// The content of a file that has come whole, its last bytes included.
    static func content(of file: ReceivedFile, _ database: Database) throws -> Int64 {
        guard let content = file.content?.key else { return try insertContent(file.rest, database) }
        if !file.rest.isEmpty {
            try insertPiece(file.rest, at: file.size - Int64(file.rest.count), of: content, database)
        }
        return content
    }

    /// Bytes of a file from an offset on: as many as are left of the piece that they lie in.
    ///
    /// - Throws: `MissingPiece` where the offset is behind what is stored.
    func bytes(of content: HeldContent, from offset: Int64) async throws -> ByteBuffer {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT start, bytes FROM piece WHERE content = ? AND start <= ? ORDER BY start DESC LIMIT 1",
                arguments: [content.key, offset])
            guard let row, let bytes: Data = row[1], offset < row[0] + Int64(bytes.count) else {
                throw MissingPiece(content: content.key, offset: offset)
            }
            return ByteBuffer(bytes: bytes.dropFirst(Int(offset - row[0])))
        }
    }
}
