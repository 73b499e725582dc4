import Widgets
import Terminal
import TestSupport
import Testing

@testable import SpacesUI

/// Every state as it is seen on a large, a usual and a tiny terminal.
@Suite(.serialized, .ownThread) struct ScreenTests {
    static let sizes = [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 8)]

    @Test(arguments: Scene.all, sizes)
    func looksAsRecorded(scene: Scene, size: Size) throws {
        let picture = Picture(scene.state(size), glyphs: scene.glyphs)
        try picture.expectAsRecorded("\(scene.name)-\(size.columns)x\(size.rows)")
    }

    static let colored = [
        "list", "list-filtered", "list-user", "edit-changed", "purge-wrong-name", "notice-error", "help",
    ]

    /// Text alone would not notice that a colour was lost.
    @Test(arguments: Scene.all.filter { colored.contains($0.name) })
    func hasItsRoles(scene: Scene) throws {
        let size = Size(columns: 80, rows: 24)
        try Picture(rolesOf: scene.state(size)).expectAsRecorded("\(scene.name)-roles")
    }

    @Test(arguments: sizes)
    func everySceneDiffersFromTheList(size: Size) throws {
        let list = Picture(try #require(Scene.all.first).state(size))
        // On the tiny screen there is no room for the pane that `w` hides, and none for the state of a change.
        let alike = (size.columns < 100 ? ["readme"] : []) + (size.rows < 10 ? ["list-without-pane"] : [])
        for scene in Scene.all where !["list", "notice-info"].contains(scene.name) && !alike.contains(scene.name) {
            #expect(Picture(scene.state(size), glyphs: scene.glyphs) != list, "\(scene.name)")
        }
    }

    /// Whatever a name holds, the cells after it begin where those of the other rows begin.
    @Test(arguments: sizes)
    func hostileNamesLeaveColumnsAligned(size: Size) throws {
        let state = Sample.loaded(Scene.hostile, size: size)
        let screen = MemoryDisplay(state, look: Look(theme: .plain, glyphs: .unicode))
        let layout = state.layout
        let places = state.columnLayout(width: layout.list.columns).places
        let used = try #require(places.first { $0.column == .used || $0.column == .usage })
        let rows = min(Scene.hostile.count, layout.listRows)
        func cells(_ row: Int) -> String {
            String(screen.buffer[row: row].dropFirst(used.start - 2).prefix(used.width + 2).map(\.glyph.character))
        }
        let plain = cells(layout.list.row)
        #expect(plain.hasPrefix("  ") && plain.contains { $0.isNumber || $0 == "█" })
        for row in 0..<rows { #expect(cells(layout.list.row + row) == plain) }
    }

    /// Nothing in a dialog is drawn over its frame, and what is wrong is said to the end.
    @Test(
        arguments: Scene.forms + Scene.questions + Scene.members.filter { $0.glyphs == .unicode } + Scene.bulkDialogs,
        sizes)
    func dialogsKeepTheirFrame(scene: Scene, size: Size) throws {
        let lines = Picture(scene.state(size)).lines
        let top = try #require(lines.firstIndex { $0.contains("╭") })
        let bottom = try #require(lines.firstIndex { $0.contains("╰") })
        let left = try #require(lines[top].firstIndex(of: "╭")).utf16Offset(in: lines[top])
        let right = try #require(lines[top].lastIndex(of: "╮")).utf16Offset(in: lines[top])
        for line in lines[top + 1..<bottom] {
            let cells = Array(line)
            #expect(cells.count > right && cells[left] == "│" && cells[right] == "│", "\(line)")
            #expect(cells[left + 1] == " " && cells[right - 1] == " ", "\(line)")
        }
    }

    /// No control character ever gets as far as a cell.
    @Test func hostileNamesAreShownWithoutControls() {
        for scene in Scene.all where scene.name.hasSuffix("hostile") {
            let text = Picture(scene.state(Size(columns: 120, rows: 40))).lines.joined()
            for scalar in text.unicodeScalars {
                #expect(scalar.properties.generalCategory != .control, "\(scalar.value)")
            }
        }
    }
}
