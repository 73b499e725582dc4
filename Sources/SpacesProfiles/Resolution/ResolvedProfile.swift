import Localization
package import SpacesModel

/// The settings that count for a server, each with where it comes from.
package struct ResolvedProfile: Equatable, Sendable {
    package struct Value: Equatable, Sendable {
        /// `nil` where nobody said anything and there is nothing to fall back on.
        package let value: SettingValue?
        package let origin: Origin
    }

    /// The name of the profile; `nil` where the server was named without one.
    package let name: String?
    private let values: [Setting: Value]
    /// Why nothing can be changed: a file that may say more about safety is not understood.
    package let lockReason: String?
    /// The options and variables that would change something of that, and do not count.
    private let ignored: [String]

    init(name: String?, values: [Setting: Value], lockReason: String? = nil, ignored: [String] = []) {
        self.name = name
        self.values = values
        self.lockReason = lockReason
        self.ignored = ignored
    }

    /// That an option or a variable does not count, in a sentence; `nil` where all do.
    package var ignoredNote: String? {
        if ignored.isEmpty { return nil }
        return localized("Ignored while the configuration is broken: \(ignored.joined(separator: ", ")).")
    }

    package subscript(setting: Setting) -> Value {
        values[setting] ?? Value(value: setting.standard, origin: .standard)
    }

    /// A text, or `nil` where there is none or an empty one.
    package func text(_ setting: Setting) -> String? {
        if case .text(let text)? = self[setting].value, !text.isEmpty { return text }
        return nil
    }

    package func flag(_ setting: Setting) -> Bool { self[setting].value == .flag(true) }

    package func list(_ setting: Setting) -> [String] {
        if case .list(let words)? = self[setting].value { return words }
        return []
    }

    package func number(_ setting: Setting) -> Int? {
        if case .number(let number)? = self[setting].value { return number }
        return nil
    }

    package func interval(_ setting: Setting) -> Duration {
        if case .interval(let duration)? = self[setting].value { return duration }
        return .zero
    }

    package var authentication: Authentication { text(.auth).flatMap(Authentication.init) ?? .auto }
    /// `nil` for the best there is.
    package var store: CredentialStore? { text(.store).flatMap(CredentialStore.init) }
    package var confirmation: Confirmation { text(.confirm).flatMap(Confirmation.init) ?? .normal }
    package var refresh: AutoRefresh {
        guard case .interval(let interval)? = self[.refresh].value else { return .automatic }
        return interval > .zero ? .every(interval) : .off
    }
}
