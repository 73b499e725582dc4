/// The body of a POST or PATCH on users, decoded as strictly as the real server does.
///
/// Nil is what the body does not name; keys match in any case, as in Go.
struct UserRequest: Sendable, Equatable {
    /// What it sets, but for the password, of which only a hash is stored.
    private(set) var change = UserChange()
    private(set) var password: String?
    /// Names in the body, in lower case.
    private(set) var present: Set<String> = []

    init(_ bytes: [UInt8]) throws(GraphError) {
        do {
            for member in try JSONValue.members(of: bytes, type: "libregraph.User") where member.value != .null {
                try decode(member)
            }
        } catch {
            throw .invalidRequest("invalid request body: \(error.message)")
        }
    }

    private mutating func decode(_ member: JSONValue.Member) throws(DecodingFailure) {
        let name = member.name.lowercased()
        switch name {
        case "displayname": change.displayName = try member.value.text("User.displayName")
        case "mail": change.mail = try member.value.text("User.mail")
        case "onpremisessamaccountname": change.username = try member.value.text("User.onPremisesSamAccountName")
        case "givenname": change.givenName = try member.value.text("User.givenName")
        case "surname": change.surname = try member.value.text("User.surname")
        case "preferredlanguage": change.language = try member.value.text("User.preferredLanguage")
        case "accountenabled": change.isEnabled = try member.value.boolean("User.accountEnabled")
        case "passwordprofile":
            for part in try member.value.members("User.passwordProfile", type: "libregraph.PasswordProfile") {
                switch part.name.lowercased() {
                case "password": password = try part.value.text("PasswordProfile.passwordProfile.password")
                case "forcechangepasswordnextsignin", "forcechangepasswordnextsigninwithmfa":
                    _ = try part.value.boolean("PasswordProfile.passwordProfile.\(part.name)")
                default: throw .unknown(part.name)
                }
            }
        case "id", "memberof", "usertype", "identities", "drive", "drives", "approleassignments", "photo": break
        default: throw .unknown(member.name)
        }
        present.insert(name)
    }

    /// What is never set by a client.
    func checkReadOnly() throws(GraphError) {
        // swift-format-ignore
        let readOnly = [
            ("id", "user id is"), ("memberof", "memberOf id is"), ("usertype", "userType is"),
        ]
        for (name, subject) in readOnly where present.contains(name) {
            throw .invalidRequest("\(subject) a read-only attribute")
        }
    }
}
