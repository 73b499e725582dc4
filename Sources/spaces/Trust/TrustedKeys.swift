import Localization
import Foundation
import SpacesClient
import SpacesModel
import SpacesProfiles

/// Where the keys of servers are kept that a person trusts: in the profile that names the server, where that can be written,
/// else by the address in the file of known servers.
struct TrustedKeys {
    let profile: ResolvedProfile
    let server: ServerAddress
    let environment: [String: String]

    /// Keeps a key; returns where.
    func keep(_ key: KeyPin) async throws -> String {
        if let name = profileOfServer {
            let path = try ConfigurationFiles.change(.pin, of: name, paths) { $0.adding("\(key)", to: $1) }
            if let path { return localized("the profile \(name) in \(path)") }
        }
        guard let known = KnownServersFile(environment: environment) else {
            throw Refusal(
                localized("There is no place to keep the key: HOME is not set. For one run, add --pin \(key)."))
        }
        do throws(SecretFailure) {
            try await known.add(key, of: server, at: Date())
        } catch {
            throw Refusal(localized("\(error.sentence) The key is not kept; for one run, add --pin \(key)."))
        }
        return known.path
    }

    /// Forgets the key; returns the places where one was.
    func forget() async throws -> [String] {
        var places: [String] = []
        if let name = profileOfServer {
            let path = try ConfigurationFiles.change(.pin, of: name, paths) { $0.removing(from: $1) }
            if let path { places.append(localized("the profile \(name) in \(path)")) }
        }
        if let known = KnownServersFile(environment: environment), try await known.forget(server) {
            places.append(known.path)
        }
        return places
    }

    /// Where the key is named that counts now.
    var place: String {
        guard profile.list(.pin).isEmpty else { return profile[.pin].origin.description }
        return (KnownServersFile(environment: environment)?.path) ?? localized("nobody")
    }

    /// What to do when the new key of a server is right.
    var remedy: [String] {
        let ask = localized("Ask its administrator by another way than this connection whether it has a new key.")
        if profile.list(.pin).isEmpty || isPinOfProfile {
            return [ask, localized("If it is right:"), "", "  \(command) --forget", "  \(command)"]
        }
        return [ask, localized("If it is right, name it in \(place) instead.")]
    }

    /// Whether the key that counts stands in the profile itself.
    private var isPinOfProfile: Bool {
        if case .file(_, _, _?) = profile[.pin].origin { return true }
        return false
    }

    /// What to type to look at this server's certificate again.
    var command: String { Self.command(of: profile) ?? "spaces trust --server \(server)" }

    /// The same where the profile names the server.
    static func command(of profile: ResolvedProfile) -> String? {
        guard let name = profile.name, case .file = profile[.server].origin else { return nil }
        return "spaces trust --profile \(name)"
    }

    /// The keys that files name for a profile now: somebody may have trusted one since the program read them.
    static func pins(of name: String?, environment: [String: String]) -> [String] {
        guard let name else { return [] }
        return ConfigurationFiles.load(ConfigurationPaths(environment: environment)).resolve(name).list(.pin)
    }

    /// The servers that are known by their address. Where the folder is not this user's, nothing in it counts: a server that
    /// others vouch for needs none of it, and one that nobody vouches for is refused with the reason.
    static func knownServers(
        _ environment: [String: String]
    ) throws(ConnectionProblem) -> (KnownServers, problem: String?) {
        do throws(SecretFailure) {
            return (try KnownServersFile(environment: environment)?.read() ?? KnownServers(), nil)
        } catch {
            guard error.isOfFolder else { throw ConnectionProblem(error.sentence) }
            return (KnownServers(), localized("The keys of servers that you trust cannot be read. \(error.sentence)"))
        }
    }

    private var paths: ConfigurationPaths { ConfigurationPaths(environment: environment) }

    /// The profile, where it is what names the server: a key does not belong to one that an option points elsewhere.
    private var profileOfServer: String? {
        guard case .file = profile[.server].origin else { return nil }
        return profile.name
    }
}
