/// A user that the server is to know, as one entry of the users file.
package struct UserDefinition: Sendable, Equatable {
    /// What the user logs in with; case does not count.
    package var username: String
    /// What others see.
    package var displayName: String
    /// Address of mail.
    package var mail: String
    /// How the user proves who they are.
    package var secret: Secret
    /// What the user may do in the whole installation.
    package var role: GlobalRole

    /// How the user proves who they are.
    package enum Secret: Sendable, Equatable {
        /// Hashed before it is stored.
        case password(String)
        /// A hash as `PasswordHash.description` writes it: `$scrypt$ln=13,r=8,p=1$…$…`.
        case hash(String)
        /// An account that nobody can log in to.
        case none
    }

    /// A user with a password in the clear, which is stored hashed.
    package init(username: String, displayName: String, mail: String, password: String, role: GlobalRole) {
        self.init(username: username, displayName: displayName, mail: mail, secret: .password(password), role: role)
    }

    /// A user with any kind of secret.
    package init(username: String, displayName: String, mail: String, secret: Secret, role: GlobalRole) {
        self.username = username
        self.displayName = displayName
        self.mail = mail
        self.secret = secret
        self.role = role
    }

    /// The users that a demonstration has, all with the password `demo` (docs/server-behaviour.md §6.1).
    package static let demo: [UserDefinition] = [
        ("alan", "Alan Turing", GlobalRole.user), ("lynn", "Lynn Conway", .user),
        ("mary", "Mary Kenneth Keller", .user),
        ("margaret", "Margaret Hamilton", .spaceAdmin), ("dennis", "Dennis Ritchie", .admin),
    ].map { username, displayName, role in
        UserDefinition(
            username: username, displayName: displayName, mail: "\(username)@example.org", password: "demo", role: role)
    }
}
