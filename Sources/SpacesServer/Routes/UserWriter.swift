/// Writes users, groups and roles as JSON, keys in alphabetical order (recordings 002 and 073).
struct UserWriter: Sendable {
    let directory: Directory
    let publicURL: String
    /// The application that roles are assigned in, and what it is called.
    let applicationID: String
    static let applicationName = "OpenCloud"

    /// All that an administrator sees of a user.
    ///
    /// - Parameters:
    ///   - expansions: `memberOf` and `appRoleAssignments` show what they name.
    ///   - drive: The personal space as JSON, where it was asked for.
    ///   - showsMail: False for those who may not administer users.
    func write(
        _ user: User, showing expansions: Set<String> = [], drive: [UInt8]? = nil, showsMail: Bool = true,
        to json: inout JSONWriter
    ) {
        let names = user.displayName.split(separator: " ", maxSplits: 1).map(String.init)
        json.object {
            $0.member("accountEnabled", user.isEnabled)
            if expansions.contains("appRoleAssignments") { writeAssignments(of: user, to: &$0) }
            $0.member("displayName", user.displayName)
            if let drive {
                $0.key("drive")
                $0.raw(drive)
            }
            $0.member("givenName", user.givenName ?? names.first ?? "")
            $0.member("id", user.id)
            writeIdentities(of: user, to: &$0)
            if showsMail { $0.member("mail", user.mail) }
            if expansions.contains("memberOf") { writeGroups(of: user, to: &$0) }
            $0.member("onPremisesSamAccountName", user.username)
            $0.member("surname", user.surname ?? (names.count > 1 ? names[1] : ""))
            $0.member("userType", "Member")
        }
    }

    /// What an ordinary user learns of another by searching.
    func writeReduced(_ user: User, to json: inout JSONWriter) {
        json.object {
            $0.member("displayName", user.displayName)
            $0.member("id", user.id)
            writeIdentities(of: user, to: &$0)
            $0.member("userType", "Member")
        }
    }

    /// What a user sees of themselves.
    func writeSelf(_ user: User, showing expansions: Set<String>, to json: inout JSONWriter) {
        json.object {
            if expansions.contains("appRoleAssignments") { writeAssignments(of: user, to: &$0) }
            $0.member("displayName", user.displayName)
            $0.member("id", user.id)
            writeIdentities(of: user, to: &$0)
            $0.member("mail", user.mail)
            if expansions.contains("memberOf") { writeGroups(of: user, to: &$0) }
            $0.member("onPremisesSamAccountName", user.username)
            $0.member("preferredLanguage", user.language)
            $0.member("userType", "Member")
        }
    }

    /// A group, with its members where `expansions` names them.
    func write(_ group: Group, showing expansions: Set<String> = [], to json: inout JSONWriter) {
        json.object {
            $0.member("displayName", group.displayName)
            $0.array("groupTypes") { _ in }
            $0.member("id", group.id)
            if expansions.contains("members") {
                $0.array("members") {
                    for user in directory.members(of: group) { write(user, to: &$0) }
                }
            }
        }
    }

    /// The role that a user was given; a user has one or none.
    func writeAssignment(of user: User, to json: inout JSONWriter) {
        guard let assignment = user.roleAssignment else { return }
        json.object {
            $0.member("appRoleId", user.role.identifier)
            $0.member("id", assignment)
            $0.member("principalId", user.id)
            $0.member("principalType", "User")
            $0.member("resourceDisplayName", Self.applicationName)
            $0.member("resourceId", applicationID)
        }
    }

    private func writeAssignments(of user: User, to json: inout JSONWriter) {
        json.array("appRoleAssignments") { writeAssignment(of: user, to: &$0) }
    }

    private func writeGroups(of user: User, to json: inout JSONWriter) {
        json.array("memberOf") {
            for group in directory.groups where user.groups.contains(group.key) { write(group, to: &$0) }
        }
    }

    private func writeIdentities(of user: User, to json: inout JSONWriter) {
        json.array("identities") {
            $0.object {
                $0.member("issuer", publicURL)
                $0.member("issuerAssignedId", user.id)
            }
        }
    }
}
