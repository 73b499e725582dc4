import Foundation
import GRDB

/// What `?template=default` puts into a new space: an image and a readme in `.space` (recording 020).
enum SpaceTemplate {
    /// The recorded size of the image.
    private static let imageSize: Int64 = 47233
    /// As long as the recorded readme: 46 bytes.
    private static let readme = "Here you can add a description for this Space."

    static func add(toSpace space: Int64, now: Timestamp, in database: Database) throws {
        let folder = try insert("", isFolder: true, name: ".space", size: 0, parent: nil, space, now, database)
        // The picture is not kept: only its size counts.
        let image = try insert(
            "image/png", isFolder: false, name: "image.png", size: imageSize, parent: folder.key, space, now, database)
        let text = Data(readme.utf8)
        let note = try insert(
            "text/markdown", isFolder: false, name: "readme.md", size: Int64(text.count), parent: folder.key, space,
            now,
            database)
        try database.execute(
            sql: "UPDATE node SET content = ? WHERE key = ?",
            arguments: [try Store.insertContent(text, database), note.key])
        try database.execute(
            sql: "UPDATE space SET used = used + ?, image = ?, readme = ? WHERE key = ?",
            arguments: [imageSize + Int64(text.count), image.id, note.id, space])
    }

    private static func insert(
        _ mimeType: String, isFolder: Bool, name: String, size: Int64, parent: Int64?, _ space: Int64, _ now: Timestamp,
        _ database: Database
    ) throws -> (key: Int64, id: String) {
        let id = UUID().uuidString.lowercased()
        try database.execute(
            sql: """
                INSERT INTO node (id, space, parent, name, isFolder, size, mimeType, modified)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [id, space, parent, name, isFolder, size, mimeType, now.nanoseconds])
        return (database.lastInsertedRowID, id)
    }
}
