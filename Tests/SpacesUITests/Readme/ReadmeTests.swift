import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// When a readme is asked for, and what is shown of it.
@Suite struct ReadmeTests {
    private func loads(_ effects: [Effect]) -> [String] {
        effects.compactMap { if case .loadReadme(let space) = $0 { space.name } else { nil } }
    }

    /// The loaded list with the cursor above the one space that has a readme.
    private func above(size: Size = Size(columns: 120, rows: 40)) -> State {
        Sample.loaded(at: "Lunar Archive", size: size)
    }

    @Test func isAskedForOnceWhenTheCursorRests() {
        var state = above()
        #expect(loads(state.press(.down)).isEmpty, "not while the cursor runs")
        #expect(loads(state.receive(.cursorRested)) == ["Mars Mission"])
        #expect(loads(state.receive(.cursorRested)).isEmpty)
        state.readReadme()
        state.press(.up)
        state.receive(.cursorRested)
        state.press(.down)
        #expect(loads(state.receive(.cursorRested)).isEmpty, "it is known")
    }

    @Test func isAskedForAgainWhenItsFileIsAnother() {
        var state = above()
        state.press(.down)
        state.receive(.cursorRested)
        state.readReadme()
        var spaces = Sample.spaces
        spaces[0].special[0].eTag = "\"other\""
        #expect(
            loads(state.receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: 1))) == ["Mars Mission"]
        )
    }

    @Test func isNotAskedForWhereNobodySeesIt() {
        var narrow = above(size: Size(columns: 80, rows: 24))
        narrow.press(.down)
        #expect(loads(narrow.receive(.cursorRested)).isEmpty)
        #expect(loads(narrow.press(.tab)) == ["Mars Mission"], "the page shows it")
        var slow = above()
        slow.receive(.linkChanged(isSlow: true))
        slow.press(.down)
        #expect(loads(slow.receive(.cursorRested)).isEmpty)
        var hidden = above()
        hidden.press("w", .down)
        #expect(loads(hidden.receive(.cursorRested)).isEmpty)
        #expect(loads(hidden.press("w")) == ["Mars Mission"])
    }

    @Test func isNotAskedForByWhoMayNotReadIt() {
        var spaces = Sample.spaces
        spaces[0].root?.members?.removeAll { $0.identity.kind == .group }
        var state = Sample.loaded(spaces)
        state.select("Lunar Archive")
        state.press(.down)
        #expect(loads(state.receive(.cursorRested)).isEmpty)
    }

    @Test func controlsInItNeverReachTheScreen() {
        let text = "# a\u{1B}[31mred\u{202E}\r\nb\u{7}\tc\u{85}\u{2028}d"
        let readme = Readme(FileContent(bytes: Array(text.utf8) + [0xFF, 0xC0]))
        let shown = readme.document.lines(columns: 80, glyphs: .unicode).map(\.text).joined(separator: "\n")
        for scalar in shown.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.value != 0x202E)
        }
        #expect(shown.contains("a␛[31mred") && shown.contains("b␇"))
    }
}
