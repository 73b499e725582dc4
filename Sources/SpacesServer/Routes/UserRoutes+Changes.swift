import HTTPTypes
import Hummingbird
import NIOPosix

/// What administrators change of users, and users of themselves. The order of the checks is the real server's.
extension UserRoutes {
    func create(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let request = try UserRequest(try await call.body(upTo: maximumBodySize))
        guard let displayName = request.change.displayName, !displayName.isEmpty else {
            throw GraphError.invalidRequest("Empty displayname")
        }
        guard AccountRules.isUsername(request.change.username ?? "") else {
            throw GraphError.invalidRequest("Invalid username")
        }
        if let mail = request.change.mail, !AccountRules.isMail(mail) {
            throw GraphError.invalidRequest("invalid email address")
        }
        try request.checkReadOnly()
        let user = try await store.createUser(try await change(request))
        let writer = writer(for: call)
        return .json(status: .created) { writer.write(user, to: &$0) }
    }

    func update(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let request = try UserRequest(try await call.body(upTo: maximumBodySize))
        if request.change.language != nil {
            throw GraphError.invalidRequest("user is not allowed to change other users language")
        }
        return try await update(try user(of: call), request, call)
    }

    /// Of themselves, users change the language; what others know them by is for administrators.
    func updateSelf(_ call: Call) async throws -> Response {
        let request = try UserRequest(try await call.body(upTo: maximumBodySize))
        if request.change.displayName != nil {
            throw GraphError.invalidRequest("user is not allowed to change own displayname")
        }
        if request.change.mail != nil { throw GraphError.invalidRequest("user is not allowed to change own mail") }
        // Stricter than the real server, whose directory lets a user rename, enable or give a password to themselves.
        if !request.present.isSubset(of: ["preferredlanguage"]), !call.caller.role.administersUsers {
            throw GraphError.accessDenied("Forbidden")
        }
        return try await update(call.caller, request, call)
    }

    private func update(_ user: User, _ request: UserRequest, _ call: Call) async throws -> Response {
        if request.present.isEmpty { return Response(status: .noContent) }
        try request.checkReadOnly()
        if let username = request.change.username, !AccountRules.isUsername(username) {
            throw GraphError.invalidRequest("Invalid username")
        }
        if let mail = request.change.mail, !AccountRules.isMail(mail) {
            throw GraphError.invalidRequest("'\(mail)' is not a valid email address")
        }
        let changed = try await store.updateUser(user, try await change(request))
        let writer = writer(for: call)
        return .json { writer.write(changed, to: &$0) }
    }

    func delete(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let user = try user(of: call)
        if user.key == call.caller.key { throw GraphError.forbidden("self deletion forbidden") }
        try await store.deleteUser(user)
        return Response(status: .noContent)
    }

    func changePassword(_ call: Call) async throws -> Response {
        let members: [JSONValue.Member]
        var (current, new) = ("", "")
        do {
            members = try JSONValue.members(
                of: try await call.body(upTo: maximumBodySize), type: "libregraph.PasswordChange")
            for member in members {
                switch member.name.lowercased() {
                case "currentpassword":
                    current = try member.value.text("PasswordChange.currentPassword") ?? ""
                case "newpassword": new = try member.value.text("PasswordChange.newPassword") ?? ""
                default: throw DecodingFailure.unknown(member.name)
                }
            }
        } catch let failure as DecodingFailure {
            throw GraphError.invalidRequest(failure.message)
        }
        if current.isEmpty { throw GraphError.invalidRequest("current password cannot be empty") }
        if new.isEmpty { throw GraphError.invalidRequest("new password cannot be empty") }
        if current == new {
            throw GraphError.invalidRequest("new password must be different from current password")
        }
        let (stored, given) = (call.caller.passwordHash, current)
        let isRight = try await NIOThreadPool.singleton.runIfActive { try stored?.matches(given) ?? false }
        guard isRight else { throw GraphError.invalidRequest("wrong current password") }
        _ = try await store.updateUser(call.caller, UserChange(passwordHash: try await hash(of: new)))
        return Response(status: .noContent)
    }

    private func change(_ request: UserRequest) async throws -> UserChange {
        var change = request.change
        if let password = request.password { change.passwordHash = try await hash(of: password) }
        return change
    }

    /// Hashes on a thread that may block, before the database is held.
    private func hash(of password: String) async throws -> String {
        try await NIOThreadPool.singleton.runIfActive { [passwordCost] in
            try PasswordHash(password: password, cost: passwordCost).description
        }
    }
}

extension Call {
    /// Fails for all but those who administer users.
    func requireAdministrator() throws(GraphError) {
        guard caller.role.administersUsers else { throw .accessDenied("Forbidden") }
    }
}
