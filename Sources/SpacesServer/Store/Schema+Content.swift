import Foundation
import GRDB

extension Schema {
    /// The bytes of files in pieces, so that neither who reads a file nor who writes one holds it in memory.
    ///
    /// A row of `content` is never changed once a file has it: a file that is written anew gets another one, and who reads
    /// the old one reads it to its end. A content that no file has is loose: it is still being written, still being read, or
    /// to be swept away. Its key never comes again (AUTOINCREMENT), so that a late reader finds nothing, not another file. A
    /// `node` without content stands for bytes that are not kept.
    static let pieces = """
        ALTER TABLE content RENAME TO wholeContent;

        CREATE TABLE content (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            isLoose INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE INDEX contentLoose ON content (key) WHERE isLoose = 1;

        CREATE TABLE piece (
            key INTEGER PRIMARY KEY,
            content INTEGER NOT NULL REFERENCES content (key) ON DELETE CASCADE,
            start INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX piecePlace ON piece (content, start);

        ALTER TABLE node ADD COLUMN content INTEGER REFERENCES content (key);
        CREATE INDEX nodeContent ON node (content) WHERE content IS NOT NULL;

        CREATE TRIGGER nodeAdded AFTER INSERT ON node WHEN NEW.content IS NOT NULL BEGIN
            UPDATE content SET isLoose = 0 WHERE key = NEW.content;
        END;
        CREATE TRIGGER nodeChanged AFTER UPDATE OF content ON node WHEN OLD.content IS NOT NEW.content BEGIN
            UPDATE content SET isLoose = 1 WHERE key = OLD.content;
            UPDATE content SET isLoose = 0 WHERE key = NEW.content;
        END;
        CREATE TRIGGER nodeRemoved AFTER DELETE ON node WHEN OLD.content IS NOT NULL BEGIN
            UPDATE content SET isLoose = 1 WHERE key = OLD.content;
        END;
        """

    /// Cuts the files of an older database into pieces, one file after the other.
    static func moveContent(in database: Database) throws {
        for node in try Int64.fetchAll(database, sql: "SELECT node FROM wholeContent ORDER BY node") {
            let bytes = try Data.fetchOne(
                database, sql: "SELECT bytes FROM wholeContent WHERE node = ?", arguments: [node])
            let content = try Store.insertContent(bytes ?? Data(), database)
            try database.execute(sql: "UPDATE node SET content = ? WHERE key = ?", arguments: [content, node])
        }
        try database.execute(sql: "DROP TABLE wholeContent")
    }
}
