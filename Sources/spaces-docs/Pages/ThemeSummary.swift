import Themes
import Yams

/// What the built-in themes say of themselves.
enum ThemeSummary {
    private struct Header: Decodable {
        let summary: String
    }

    /// The names and the summaries, the default theme first.
    static func all() throws -> [(name: String, summary: String)] {
        try BuiltInThemes.sources.map { name, yaml in
            (name, try YAMLDecoder().decode(Header.self, from: yaml).summary)
        }
    }
}
