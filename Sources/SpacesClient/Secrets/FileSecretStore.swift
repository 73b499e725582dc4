import Localization
import Foundation
import Glibc
import NIOPosix
import SpacesModel

/// Keeps each secret in a file of its own that only its owner can read, in a folder that only its owner can enter.
///
/// A folder or a file that others may look into, that belongs to somebody else, or that is no plain one, is refused
/// rather than mended: whoever loosened it may have seen the secret.
package struct FileSecretStore: SecretStore {
    /// The absolute path of the folder.
    package let folder: String
    private let lockTimeLimit: Duration

    package init(folder: String, lockTimeLimit: Duration = .seconds(20)) {
        self.folder = folder
        self.lockTimeLimit = lockTimeLimit
    }

    /// The folder for secrets that change by themselves (XDG Base Directory Specification: `$XDG_STATE_HOME`).
    package init(environment: [String: String]) throws(SecretFailure) {
        guard let base = StateFolder.path(environment) else {
            throw SecretFailure(
                localized("There is no place for secrets: HOME is not set. Set it, or keep them with --store memory."))
        }
        self.init(folder: base + "/sessions")
    }

    package func read(_ key: SecretKey) async throws(SecretFailure) -> SecretText? {
        let file = PrivateFile(folder: folder, name: key.fileName + ".json")
        return try await onThread { () throws(SecretFailure) in try file.read().map(SecretText.init) }
    }

    package func write(_ secret: SecretText, _ key: SecretKey) async throws(SecretFailure) {
        let file = PrivateFile(folder: folder, name: key.fileName + ".json")
        try await onThread { () throws(SecretFailure) in try file.replace(with: secret.exposed) }
    }

    package func remove(_ key: SecretKey) async throws(SecretFailure) {
        let file = PrivateFile(folder: folder, name: key.fileName + ".json")
        try await onThread { () throws(SecretFailure) in try file.remove() }
    }

    package func keys(for server: ServerAddress) async throws(SecretFailure) -> FoundKeys {
        try await onThread { [folder] () throws(SecretFailure) in
            guard let directory = try PrivateFolder.opened(folder, creating: false) else { return FoundKeys() }
            close(directory)
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: folder)
            } catch {
                throw SecretFailure(localized("The folder \(folder) cannot be read."))
            }
            var found = FoundKeys()
            let beginning = SecretKey.beginning(of: server)
            for name in names.sorted() where name.hasPrefix(beginning) && name.hasSuffix(".json") {
                let hash = name.dropFirst(beginning.count).dropLast(5)
                guard hash.count == 16, hash.allSatisfy(\.isHexDigit) else { continue }
                let file = PrivateFile(folder: folder, name: name)
                do throws(SecretFailure) {
                    guard let text = try file.read(),
                        let session = try StoredSession(SecretText(text), for: server, place: file.shown)
                    else { continue }
                    let key = SecretKey(of: session, server: server, fileName: String(name.dropLast(5)))
                    found.keys.append(key)
                } catch {
                    found.problems.append(error)
                }
            }
            return found
        }
    }

    package func lock(_ key: SecretKey) async throws(SecretFailure) -> any SecretLock {
        try await FileLock.taken(in: folder, name: key.fileName + ".lock", within: lockTimeLimit)
    }

    package func place(of key: SecretKey) -> String {
        localized("\(folder)/\(key.fileName).json (only you can read it)")
    }
}

/// Does what may wait for a disk on a thread that is there for it; threads of NIO sleep while there is nothing to do.
func onThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws(SecretFailure) -> Value
) async throws(SecretFailure) -> Value {
    do {
        return try await NIOThreadPool.singleton.runIfActive(body)
    } catch let failure as SecretFailure {
        throw failure
    } catch {
        throw SecretFailure(localized("The secret was not touched: the program is being cancelled."))
    }
}
