import SpacesClient
@testable import SpacesProfiles
import SpacesServer
@testable import SpacesUI
import Terminal
import Texts
import Widgets

extension FuzzTarget {
    /// Configurations and users: whatever a file holds is read or told with its line, and a changed one says one thing more.
    static let configuration = FuzzTarget(
        name: "configuration", longest: 500,
        words: [
            "profiles:\n", "default: ", "  home:\n", "    server: https://cloud.example.org\n", "auth: basic\n",
            "read-only: yes\n",
            "keys:\n", "confirm: strict\n", "trust: ", "- ", "&a ", "*a", "!!str ", "|\n", ">-\n", "{", "}", "[", "]",
            "\"", "'", "# ",
            "\t", "\r\n", "---\n", "<<: ", "? ", "username: admin\n", "password: demo\n", "role: Admin\n", "\u{FEFF}",
            "\u{85}",
        ]
    ) { bytes throws(Broken) in
        let source = ConfigurationReader.Source(path: "/config.yaml", home: "/home/ada")
        let (file, problems) = ConfigurationReader.read(bytes, of: source)
        let lines = bytes.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        for problem in problems { try hold(!problem.sentence.isEmpty, "a problem without a sentence") }
        for profile in file.profiles {
            try hold((1...lines + 1).contains(profile.line), "a profile in line \(profile.line) of \(lines)")
        }
        for setting in [Setting.readOnly, .server] {
            let edit = ConfigurationEdit(setting, of: file.profiles.first?.name ?? "home", in: source)
            _ = (edit.adding("yes", to: bytes.text), edit.removing(from: bytes.text))
        }
        _ = allowed { () throws(any Error) in try UsersFile.users(in: bytes.text) }
    }

    /// Themes.
    static let themes = FuzzTarget(
        name: "themes", longest: 500,
        words: [
            "name: ", "summary: ", "inherits: ", "palette:\n", "roles:\n", "  text: ", "fg: ", "bg: ",
            "attributes: [bold]", "\"#1e1e2e\"",
            "#fff", "bright-red", "color 208", "{ truecolor: ", "256: ", "16: ", "&a ", "*a", "- ", "? ", "\t", "|\n",
            "default",
        ]
    ) { bytes throws(Broken) in
        var reader = ThemeFileReader(path: "/theme.yaml")
        let read = allowed { () throws(ThemeFailure) in try reader.read(bytes.text) }
        guard let file = read else { return }
        for depth in [ColorDepth.none, .eight, .sixteen, .all256] { _ = file.theme(named: "fuzzed", depth: depth) }
        _ = file.unknownColors
        for warning in reader.warnings { try hold(!warning.isEmpty, "an empty warning") }
    }

    /// Saved views read back from what they write.
    static let views = FuzzTarget(
        name: "views", longest: 300,
        words: [
            "views:\n", "  - name: ", "    filter: ", "    sort: ", "    columns: ", "    number: ", "\"", "'", "''",
            "\\", "\\n", " #",
            "name ascending", "name", "used", "quota", ",", "-", "9", "\t", "\u{301}", "\u{2028}", "\r\n", "\u{FEFF}",
        ]
    ) { bytes throws(Broken) in
        let (views, problems) = SavedViews.read(bytes.text, of: "/views.yaml")
        for problem in problems { try hold(!problem.description.isEmpty, "an empty problem") }
        let written = views.text
        let (again, problemsAgain) = SavedViews.read(written, of: "/views.yaml")
        try hold(again == views && problemsAgain.isEmpty, "\(written) becomes \(again.text), \(problemsAgain)")
    }

    /// No line of a readme is wider than its room, none steers the terminal, and a longer one costs no more than its length.
    static let markdown = FuzzTarget(
        name: "markdown", longest: 300,
        words: [
            "# ", "## ", "- ", "* ", "1. ", "> ", "```\n", "~~~", "|", "|---|", "**", "_", "`", "[", "](", ")", "![",
            "<http://", "\n\n",
            "    ", "\t", "- [x] ", "---\n", "===\n", "&amp;", "\\", "~~", "日本", "\u{301}", "<b>",
            "https://example.org/",
        ]
    ) { bytes throws(Broken) in
        let document = Readme(FileContent(bytes: bytes)).document
        for columns in [20, 60] {
            for line in document.lines(columns: columns, limit: 200, glyphs: .unicode) {
                try hold(!line.text.hasControls, "it steers: \(line.text.debugDescription)")
                try hold(CellWidth.of(line.text) <= columns, "wider than \(columns): \(line.text)")
            }
        }
    }
}
