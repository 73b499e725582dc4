/// What of this program's environment other programs get: what they need to work, and never a variable that may hold a
/// secret of ours.
package enum ChildEnvironment {
    /// For programs that give out secrets: password managers, GnuPG, a script of the person's.
    package static func forSecrets(_ environment: [String: String]) -> [String: String] {
        kept(environment, names: common.union(secrets), prefixes: ["LC_", "XDG_", "PASSWORD_STORE_"])
    }

    /// For programs that show something on the desktop.
    package static func forDesktop(_ environment: [String: String]) -> [String: String] {
        kept(environment, names: common.union(desktop), prefixes: ["LC_", "XDG_", "KDE_", "GNOME_"])
    }

    /// For what a person works with, such as an editor: everything, but no secret of ours. The address of a proxy goes there
    /// without the password in it.
    package static func forPerson(_ environment: [String: String]) -> [String: String] {
        environment.filter { name, _ in
            !(name.hasPrefix("SPACES_") && ["PASSWORD", "TOKEN", "SECRET"].contains { name.contains($0) })
        }
        .reduce(into: [:]) { kept, variable in
            let isProxy = variable.key.lowercased().hasSuffix("_proxy")
            kept[variable.key] = isProxy ? ProxyServer.withoutPassword(variable.value) : variable.value
        }
    }

    private static let common: Set<String> = [
        "DBUS_SESSION_BUS_ADDRESS", "HOME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "TMPDIR", "TZ", "USER",
    ]
    private static let secrets: Set<String> = [
        "DISPLAY", "GNUPGHOME", "GPG_AGENT_INFO", "GPG_TTY", "SSH_AUTH_SOCK", "TERM", "WAYLAND_DISPLAY",
    ]
    private static let desktop: Set<String> = [
        "BROWSER", "DESKTOP_SESSION", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
    ]

    private static func kept(
        _ environment: [String: String], names: Set<String>, prefixes: [String]
    ) -> [String: String] {
        environment.filter { name, _ in names.contains(name) || prefixes.contains(where: name.hasPrefix) }
    }
}
