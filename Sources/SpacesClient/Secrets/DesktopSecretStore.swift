import Foundation
import Localization
import SpacesModel

/// Keeps secrets in the desktop's secret service (freedesktop.org Secret Service API), by libsecret's `secret-tool`.
///
/// The secret goes through its standard input, never through its arguments.
package struct DesktopSecretStore: SecretStore {
    private let environment: [String: String]
    /// Locks are files, because the service has none.
    private let locks: FileSecretStore
    private let timeLimit: Duration
    /// Of a longer secret, in bytes, `secret-tool` keeps the beginning and says that all went well.
    private static let longest = 8191

    /// Finds out whether there is a service that answers; `nil` where there is none, such as in an SSH session.
    package static func found(
        environment: [String: String], timeLimit: Duration = .seconds(10)
    ) async throws(SecretFailure) -> DesktopSecretStore? {
        guard environment["DBUS_SESSION_BUS_ADDRESS"].map({ !$0.isEmpty }) ?? false else { return nil }
        let store = DesktopSecretStore(
            environment: ChildEnvironment.forSecrets(environment), locks: try FileSecretStore(environment: environment),
            timeLimit: timeLimit)
        do {
            // Nothing is kept under these attributes: a service that works says so with status 1 and no complaint.
            let outcome = try await store.tool(["lookup", "application", "spaces", "purpose", "probe"])
            return outcome.end == .exited(0) || (outcome.end == .exited(1) && outcome.errors.isEmpty) ? store : nil
        } catch {
            return nil
        }
    }

    package func read(_ key: SecretKey) async throws(SecretFailure) -> SecretText? {
        let outcome = try await answered(["lookup"] + attributes(key), localized("The secret was not read"))
        if outcome.end == .exited(1), outcome.errors.isEmpty {
            try await checkMissing(key, localized("The secret was not read"))
            return nil
        }
        try check(outcome, localized("The secret was not read"))
        return outcome.output.isEmpty ? nil : outcome.output
    }

    package func write(_ secret: SecretText, _ key: SecretKey) async throws(SecretFailure) {
        guard secret.exposed.utf8.count <= Self.longest else {
            throw SecretFailure(localized("The secret is longer than secret-tool takes. Use --store file."))
        }
        let arguments = ["store", "--label=\(key.label)"] + attributes(key)
        try check(
            try await answered(arguments, input: secret, localized("The secret was not written")),
            localized("The secret was not written"))
    }

    package func remove(_ key: SecretKey) async throws(SecretFailure) {
        let outcome = try await answered(["clear"] + attributes(key), localized("The secret was not removed"))
        if outcome.end == .exited(1), outcome.errors.isEmpty {
            return try await checkMissing(key, localized("The secret was not removed"))
        }
        try check(outcome, localized("The secret was not removed"))
    }

    package func keys(for server: ServerAddress) async throws(SecretFailure) -> FoundKeys {
        let what = localized("The secret was not read")
        let arguments = ["search", "--all", "application", "spaces", "server", server.description]
        let outcome = try await answered(arguments, what)
        // Where there are none, that is no failure; what it says of each is on both outputs, depending on its version.
        let items = Self.attributes(in: outcome.output.exposed + "\n" + outcome.errors.exposed)
        if items.isEmpty, outcome.end != .exited(0), outcome.end != .exited(1) || !outcome.errors.isEmpty {
            try check(outcome, what)
        }
        return FoundKeys(
            keys: items.map { item in
                SecretKey(server: server, profile: Self.name(item["profile"]), user: Self.name(item["user"]))
            })
    }

    /// The attributes of each item that a search lists, a line for each: `attribute.user = ada`. They come in any order; one
    /// that is named again belongs to the next item.
    static func attributes(in text: String) -> [[String: String]] {
        var items: [[String: String]] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard line.hasPrefix("attribute."), let mark = line.range(of: " = ") else { continue }
            let name = String(line[..<mark.lowerBound].dropFirst("attribute.".count))
            if items.last?[name] != nil || items.isEmpty { items.append([:]) }
            items[items.count - 1][name] = String(line[mark.upperBound...])
        }
        return items
    }

    /// An attribute must have a value: `-` stands for none.
    private static func name(_ attribute: String?) -> String? { attribute == "-" ? nil : attribute }

    package func lock(_ key: SecretKey) async throws(SecretFailure) -> any SecretLock {
        try await locks.lock(key)
    }

    package func place(of key: SecretKey) -> String {
        localized("the desktop's secret service, as “\(key.label)”")
    }

    private func attributes(_ key: SecretKey) -> [String] {
        [
            "application", "spaces", "server", key.server.description, "profile", key.profile ?? "-", "user",
            key.user ?? "-",
        ]
    }

    private func tool(_ arguments: [String], input: SecretText? = nil) async throws -> ChildProcess.Outcome {
        try await ChildProcess(
            ["secret-tool"] + arguments, environment: environment, input: input, timeLimit: timeLimit,
            outputLimit: PrivateFile.sizeLimit
        ).run()
    }

    private func answered(
        _ arguments: [String], input: SecretText? = nil, _ what: String
    ) async throws(SecretFailure) -> ChildProcess.Outcome {
        do {
            return try await tool(arguments, input: input)
        } catch {
            throw SecretFailure(localized("\(what): secret-tool cannot be run. Use --store file."))
        }
    }

    /// Nothing was found, and nothing said about it. That is how `secret-tool` answers as well when the keyring is locked and
    /// the person was not asked, or did not unlock it; what is there it lists all the same.
    private func checkMissing(_ key: SecretKey, _ what: String) async throws(SecretFailure) {
        if try await answered(["search"] + attributes(key), what).output.isEmpty { return }
        throw SecretFailure(localized("\(what): the keyring of the desktop is locked. Unlock it, or use --store file."))
    }

    private func check(_ outcome: ChildProcess.Outcome, _ what: String) throws(SecretFailure) {
        guard outcome.end != .exited(0) else { return }
        let words = outcome.errors.exposed.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) }
        let reason = words.map { "“\($0)”" } ?? localized("its secret service does not answer")
        throw SecretFailure(localized("\(what) by the desktop: \(reason). Unlock the keyring, or use --store file."))
    }
}
