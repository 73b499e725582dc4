/// One sign-in of one person by one client, which lasts over many tokens.
struct Session: Sendable, Equatable {
    /// Key in the database.
    let key: Int64
    /// The claim `sid` of its tokens.
    let id: String
    /// Id of the user on the wire.
    let user: String
    let client: String
    let scope: Scope
    /// When the password was given.
    let authenticated: Timestamp
}
