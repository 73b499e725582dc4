import Localization

/// The folder for what the program keeps by itself between two runs (XDG Base Directory Specification).
enum StateFolder {
    /// Its absolute path, or `nil` where there is no home.
    static func path(_ environment: [String: String]) -> String? {
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let base = state ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
        return base.map { $0 + "/spaces" }
    }
}
