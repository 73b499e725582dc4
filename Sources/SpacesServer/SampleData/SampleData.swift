import GRDB

/// Made-up spaces that look like those of a real installation.
enum SampleData {
    static func write(_ order: SampleOrder, now: Timestamp, to database: Database) throws {
    }
}
