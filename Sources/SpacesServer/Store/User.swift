/// A user of the installation as stored.
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
    /// False for an account that an administrator switched off: it stays, but nobody can log in to it.
    var isEnabled = true
    /// As set by an administrator; nil where the parts of the display name serve.
    var givenName: String?
    var surname: String?
    /// Language of the user's pages, such as `en`.
    var language = "en"
    /// Id of the assignment of the role; nil where none was made, which counts as the role of ordinary users.
    var roleAssignment: String?
    /// Keys of the groups that the user is in.
    var groups: [Int64] = []
}
