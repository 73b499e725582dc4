/// The alias of a space that was given none (docs/server-behaviour.md §3.2).
enum SpaceAlias {
    /// `project/` and the name in lower case, with dashes for spaces.
    static func ofProject(named name: String) -> String {
        var alias = "project/"
        for scalar in name.lowercased().unicodeScalars { alias.unicodeScalars.append(scalar == " " ? "-" : scalar) }
        return alias
    }
}
