import Foundation
import Localization
import SpacesClient

/// The sessions for a server that there are in the stores of this machine: all of them, or those of the profile and the user
/// that were named.
struct KeptSessions {
    struct Found {
        let key: SecretKey
        let store: any SecretStore
        /// `nil` for one that cannot be read.
        let session: StoredSession?
    }

    private(set) var found: [Found] = []
    /// Sessions of the same server that are not meant, because a profile or a user was named.
    private(set) var others = 0
    /// What may be such a session and cannot be read.
    private(set) var problems: [SecretFailure] = []

    init(for target: SignInTarget) async throws(SecretFailure) {
        for store in try await target.stores.all(target.choice) {
            let kept = try await store.keys(for: target.server)
            problems += kept.problems
            for key in kept.keys {
                let session: StoredSession?
                do throws(SecretFailure) {
                    session = try await store.session(key)
                } catch {
                    problems.append(error)
                    continue
                }
                if Self.isMeant(key, session, by: target) {
                    found.append(Found(key: key, store: store, session: session))
                } else {
                    others += 1
                }
            }
            // The one that the program would use is looked at though it cannot be read: it is to be told of, and forgotten.
            if !kept.keys.contains(target.key) {
                var session: StoredSession?
                do throws(SecretFailure) {
                    session = try await store.session(target.key)
                    if session == nil { continue }
                } catch {
                    problems.removeAll { $0 == error }
                }
                found.append(Found(key: target.key, store: store, session: session))
            }
        }
    }

    private static func isMeant(_ key: SecretKey, _ session: StoredSession?, by target: SignInTarget) -> Bool {
        if let profile = target.key.profile, key.profile != profile { return false }
        guard target.isUserNamed, let user = target.key.user else { return true }
        return key.user == user || session?.userName == user
    }

    /// That there are more, for who named a profile or a user; `nil` where there are none.
    func hint(_ server: ServerAddress) -> String? {
        guard others > 0 else { return nil }
        return localized(
            "\(counted(others, "other session", "other sessions")) for \(server.authority): spaces login status --server \(server)"
        )
    }
}
