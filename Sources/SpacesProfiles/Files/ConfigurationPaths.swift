/// Where the configuration and the themes of the program are (XDG Base Directory Specification).
package struct ConfigurationPaths: Equatable, Sendable {
    /// The folder of the person, if one is known.
    package let personal: String?
    /// The folders of the system, the first before the others.
    package let system: [String]
    /// The folder for what the program writes down by itself, if one is known.
    package let state: String?
    /// The home folder; empty where none is known.
    package let home: String

    /// Takes the environment; relative paths in it are ignored, as the specification says.
    package init(environment: [String: String]) {
        func folder(_ path: String) -> String? {
            guard path.hasPrefix("/") else { return nil }
            return (path.hasSuffix("/") ? String(path.dropLast()) : path) + "/spaces"
        }
        home = environment["HOME"] ?? ""
        personal = environment["XDG_CONFIG_HOME"].flatMap(folder) ?? folder(home + "/.config")
        state = environment["XDG_STATE_HOME"].flatMap(folder) ?? folder(home + "/.local/state")
        let given = (environment["XDG_CONFIG_DIRS"] ?? "").split(separator: ":").compactMap { folder(String($0)) }
        system = given.isEmpty ? ["/etc/xdg/spaces"] : given
    }

    /// All folders, the nearest to the person first.
    package var folders: [String] { (personal.map { [$0] } ?? []) + system }
    /// The files to read, the nearest to the person first; they need not exist.
    package var files: [String] { folders.map { $0 + "/config.yaml" } }
}
