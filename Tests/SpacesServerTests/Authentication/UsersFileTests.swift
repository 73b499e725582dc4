import SpacesServer
import Testing

/// The users file and the hashes of passwords.
@Suite struct UsersFileTests {
    @Test func readsUsers() throws {
        let hash = try PasswordHash(password: "secret", cost: 4).description
        let users = try UsersFile.users(
            in: """
                - username: ada
                  displayName: Ada Lovelace
                  mail: ada@example.org
                  password: "1234"
                  role: Space Admin
                - {username: bob, passwordHash: "\(hash)"}
                """)
        #expect(
            users == [
                UserDefinition(
                    username: "ada", displayName: "Ada Lovelace", mail: "ada@example.org", password: "1234",
                    role: .spaceAdmin),
                UserDefinition(
                    username: "bob", displayName: "bob", mail: "bob@example.org", secret: .hash(hash), role: .user),
            ])
    }

    @Test(arguments: [
        "nonsense", "- username: a:b\n  password: x", "- username: a", "- {username: a, password: x, passwordHash: y}",
        "- {username: a, passwordHash: md5}", "- {username: a, password: x, role: Root}",
        "- {username: a, password: x}\n- {username: A, password: y}",
    ])
    func refuses(text: String) {
        #expect(throws: UsersFile.Failure.self) { try UsersFile.users(in: text) }
    }

    @Test func hashesAreSaltedAndReadBack() throws {
        let hash = try PasswordHash(password: "päss", cost: 4)
        let other = try PasswordHash(password: "päss", cost: 4)
        #expect(hash != other)
        let stored = try #require(PasswordHash(hash.description))
        #expect(try stored.matches("päss"))
        #expect(try !stored.matches("pass"))
        #expect(PasswordHash("$scrypt$ln=99,r=8,p=1$AAAA$AAAA") == nil)
    }

    @Test func generatedPasswordsDiffer() {
        #expect(GeneratedPassword.make().count == 20)
        #expect(GeneratedPassword.make() != GeneratedPassword.make())
    }
}
