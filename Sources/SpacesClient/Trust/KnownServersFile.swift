import Localization
package import Foundation

/// The file of the servers that a person trusts: `known-servers`, in a folder that only its owner can enter.
///
/// It holds no secret, but whoever could write it could stand for any server.
package struct KnownServersFile: Sendable {
    private let file: PrivateFile

    package init(folder: String) {
        file = PrivateFile(folder: folder, name: "known-servers", contents: .trust)
    }

    /// The folder for what a program learns by itself (XDG Base Directory Specification: `$XDG_STATE_HOME`); `nil` where
    /// there is none, as without a home.
    package init?(environment: [String: String]) {
        guard let base = StateFolder.path(environment) else { return nil }
        self.init(folder: base + "/trust")
    }

    /// The path.
    package var path: String { file.path }

    /// What is in it; nothing, where there is no such file.
    package func read() throws(SecretFailure) -> KnownServers {
        guard let text = try file.read() else { return KnownServers() }
        do throws(KnownServers.Fault) {
            return try KnownServers(parsing: text)
        } catch {
            throw SecretFailure(
                localized(
                    """
                    Line \(error.line) of \(file.shown) is not understood: it takes an address and a key, as in \
                    https://cloud.example.org sha256//…
                    """))
        }
    }

    /// Adds the key of a server that has none in the file yet.
    package func add(_ key: KeyPin, of server: ServerAddress, at now: Date) async throws(SecretFailure) {
        try await change { (known) throws(SecretFailure) in
            let keys = known.keys(of: server)
            if keys.contains(key) { return }
            // Two programs asked at once, and were answered differently.
            guard keys.isEmpty else {
                throw SecretFailure(localized("Another key of \(server.authority) is trusted already, by \(path)."))
            }
            known.add(key, of: server, on: now.formatted(.iso8601.year().month().day()))
        }
    }

    /// Forgets all keys of a server; says whether there was one.
    package func forget(_ server: ServerAddress) async throws(SecretFailure) -> Bool {
        if try read().keys(of: server).isEmpty { return false }
        try await change { $0.remove(server) }
        return true
    }

    /// No other program changes the file meanwhile.
    private func change(
        _ body: @escaping @Sendable (inout KnownServers) throws(SecretFailure) -> Void
    ) async throws(SecretFailure) {
        let lock = try await FileLock.taken(in: file.folder, name: file.name + ".lock", within: .seconds(20))
        defer { lock.release() }
        try await onThread { () throws(SecretFailure) in
            var known = try read()
            try body(&known)
            try file.replace(with: known.text)
        }
    }
}
