import Foundation
import Yams

/// The users file: a YAML list of `username`, `displayName`, `mail`, `password` or `passwordHash`, and `role`.
package enum UsersFile {
    /// A sentence about what is wrong with the file.
    package struct Failure: Error, CustomStringConvertible {
        /// A sentence for the person who wrote the file.
        package let description: String
    }

    private struct Entry: Decodable {
        let username: String
        let displayName: String?
        let mail: String?
        let password: String?
        let passwordHash: String?
        let role: String?
    }

    /// The users in the file at a path.
    package static func users(atPath path: String) throws -> [UserDefinition] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw Failure(description: "cannot read the users file \(path): \(error.localizedDescription)")
        }
        do {
            return try users(in: String(decoding: data, as: UTF8.self))
        } catch let failure as Failure {
            throw Failure(description: "the users file \(path): \(failure.description)")
        }
    }

    /// The users in the text of a file.
    package static func users(in text: String) throws -> [UserDefinition] {
        let entries: [Entry]
        do {
            entries = try YAMLDecoder().decode([Entry].self, from: text)
        } catch {
            throw Failure(description: "is no list of users: \(error)")
        }
        var users: [UserDefinition] = []
        for entry in entries {
            let name = entry.username
            guard !name.isEmpty, !name.contains(where: { $0 == ":" || $0.isWhitespace }) else {
                throw Failure(description: "the username \"\(name)\" is empty or has a colon or space in it")
            }
            guard !users.contains(where: { $0.username.lowercased() == name.lowercased() }) else {
                throw Failure(description: "the username \(name) comes twice")
            }
            guard let role = GlobalRole(rawValue: entry.role ?? GlobalRole.user.rawValue) else {
                let known = GlobalRole.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(description: "\(name) has the role \"\(entry.role ?? "")\"; known are \(known)")
            }
            users.append(
                UserDefinition(
                    username: name, displayName: entry.displayName ?? name,
                    mail: entry.mail ?? "\(name)@example.org", secret: try secret(of: entry), role: role))
        }
        return users
    }

    private static func secret(of entry: Entry) throws -> UserDefinition.Secret {
        switch (entry.password, entry.passwordHash) {
        case (let password?, nil) where !password.isEmpty: return .password(password)
        case (nil, let hash?):
            guard PasswordHash(hash) != nil else {
                throw Failure(description: "the passwordHash of \(entry.username) is no $scrypt$ hash")
            }
            return .hash(hash)
        default: throw Failure(description: "\(entry.username) needs either a password or a passwordHash")
        }
    }
}
