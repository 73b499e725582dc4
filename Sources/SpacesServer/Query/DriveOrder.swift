/// The order of a list of drives (docs/server-behaviour.md §2.4, recordings 034 to 038).
struct DriveOrder: Sendable, Equatable {
    /// What drives are compared by.
    enum Key: String, Sendable {
        /// Bytes of the name in lower case.
        case name
        case lastModifiedDateTime
    }

    let key: Key
    let isDescending: Bool
}
