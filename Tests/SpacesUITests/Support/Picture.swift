import Foundation
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// What a state shows, as text: compared with a picture that a person has looked at.
///
/// Pictures lie in `Screens`, one file each. `RECORD_SCREENS=1 swift test --filter ScreenTests` writes them anew; look at
/// what changed before it is committed.
struct Picture: Equatable, CustomStringConvertible {
    let lines: [String]

    var description: String { lines.joined(separator: "\n") }

    /// Draws a state into its size; cells of a wide character stand as that character alone.
    init(_ state: State, glyphs: Glyphs = .unicode) {
        let screen = MemoryDisplay(state, look: Look(theme: .plain, glyphs: glyphs))
        lines = (0..<screen.size.rows).map(screen.line)
    }

    /// The roles of all cells: a letter for each, and a legend.
    init(rolesOf state: State) {
        let screen = MemoryDisplay(state, look: Look(theme: .roles, glyphs: .unicode))
        let text = screen.styles { style in
            guard case .palette(let number) = style.foreground else { return nil }
            return Role.allCases[Int(number)].rawValue
        }
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private init(text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Compares with the recorded picture of this name, or records it where that is asked for.
    func expectAsRecorded(_ name: String, at location: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1" {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Screens").standardized
            try Data((description + "\n").utf8).write(to: folder.appending(path: name + ".txt"))
            return
        }
        let file = try #require(
            Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Screens"),
            "no picture \(name) is recorded", sourceLocation: location)
        let recorded = Picture(text: String(try String(contentsOf: file, encoding: .utf8).dropLast()))
        guard recorded != self else { return }
        let row = zip(lines, recorded.lines).prefix { $0 == $1 }.count
        func line(_ picture: Picture) -> String { row < picture.lines.count ? picture.lines[row] : "(no row)" }
        Issue.record(
            """
            \(name) differs from row \(row) on
            recorded |\(line(recorded))|
            drawn    |\(line(self))|
            recorded:
            \(recorded)
            drawn:
            \(self)
            """, sourceLocation: location)
    }
}

extension MemoryDisplay {
    /// A screen of the state's size that shows it.
    convenience init(_ state: State, look: Look) {
        self.init(size: state.screenSize)
        var buffer = Buffer(size: state.screenSize)
        let cursor = state.draw(into: &buffer, look: look)
        present(buffer, cursor: cursor)
    }
}

extension Theme {
    /// Every role in a colour of its own, so that a picture can tell which role a cell has.
    static let roles = Theme(
        name: "roles", depth: .all256,
        styles: Dictionary(
            uniqueKeysWithValues: Role.allCases.enumerated().map {
                ($1, Style(foreground: .palette(UInt8($0)), attributes: []))
            }))
}
