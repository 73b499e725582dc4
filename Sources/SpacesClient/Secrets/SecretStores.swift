import Localization

/// The stores that this machine has, and which of them to use.
package struct SecretStores: Sendable {
    /// What a person can choose.
    package enum Choice: String, CaseIterable, Sendable {
        case desktop, file, memory
    }

    private let environment: [String: String]

    package init(environment: [String: String]) {
        self.environment = environment
    }

    /// Where a new secret goes: where the person says, else to the desktop's secret service, else to a file.
    package func forKeeping(_ choice: Choice?) async throws(SecretFailure) -> any SecretStore {
        switch choice {
        case .memory: return MemorySecretStore()
        case .file: return try usableFile()
        case .desktop:
            guard let desktop = try await DesktopSecretStore.found(environment: environment) else {
                throw SecretFailure(
                    localized(
                        "No secret service of a desktop answers (secret-tool, DBUS_SESSION_BUS_ADDRESS): use --store file."
                    ))
            }
            return desktop
        case nil:
            if let desktop = try await DesktopSecretStore.found(environment: environment) { return desktop }
            return try usableFile()
        }
    }

    /// The files, unless it is clear before anybody signs in that nothing can be kept there.
    private func usableFile() throws(SecretFailure) -> FileSecretStore {
        let store = try FileSecretStore(environment: environment)
        if let fault = FolderFault(of: store.folder) { throw SecretFailure(fault) }
        return store
    }

    /// Every store that may hold a secret.
    package func all(_ choice: Choice?) async throws(SecretFailure) -> [any SecretStore] {
        var stores: [any SecretStore] = []
        if choice == nil || choice == .file { stores.append(try FileSecretStore(environment: environment)) }
        if choice == nil || choice == .desktop,
            let desktop = try await DesktopSecretStore.found(environment: environment)
        {
            stores.append(desktop)
        }
        return stores
    }

    /// The store that holds a session under this key, or `nil` where none does; the file is asked first, as it costs least.
    package func holding(
        _ key: SecretKey, _ choice: Choice?
    ) async throws(SecretFailure) -> (any SecretStore)? {
        if choice == nil || choice == .file {
            let file = try FileSecretStore(environment: environment)
            if try await file.read(key) != nil { return file }
        }
        if choice == nil || choice == .desktop,
            let desktop = try await DesktopSecretStore.found(environment: environment),
            try await desktop.read(key) != nil
        {
            return desktop
        }
        return nil
    }
}
