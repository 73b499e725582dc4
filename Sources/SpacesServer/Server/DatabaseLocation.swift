/// Where the database is.
package enum DatabaseLocation: Sendable, Equatable {
    /// Gone when the server ends; for tests and demonstrations.
    case memory
    case file(String)
}
