/// What is set of a user; nil leaves it as it is.
struct UserChange: Sendable, Equatable {
    var displayName: String?
    var mail: String?
    var username: String?
    var givenName: String?
    var surname: String?
    var language: String?
    var isEnabled: Bool?
    /// As `PasswordHash.description` writes it.
    var passwordHash: String?
}
