/// A user or group of the installation as stored.
struct User: Sendable, Equatable {
    /// Key in the database.
    let key: Int64
    /// Id on the wire.
    let id: String
    let username: String
    let displayName: String
    let mail: String
    let role: GlobalRole
    /// Nil for accounts that nobody can log in to.
    let passwordHash: PasswordHash?
}
