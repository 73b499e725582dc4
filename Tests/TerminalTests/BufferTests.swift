import TestSupport
import Testing

@testable import Terminal

struct BufferTests {
    @Test func cutsAtTheEdges() {
        var buffer = Buffer(size: Size(columns: 4, rows: 2))
        #expect(buffer.write("abcdef", column: 2, row: 0) == 2)
        #expect(buffer.write("abcdef", column: -2, row: 1) == 6)
        buffer.write("x", column: 0, row: 2)
        buffer.write("x", column: 0, row: -1)
        #expect(shown(buffer) == "  ab\ncdef")
    }

    @Test func leavesABlankWhereHalfAWideCharacterIsLost() {
        var buffer = Buffer(size: Size(columns: 6, rows: 1))
        buffer.write("漢字漢", column: 0, row: 0)
        buffer.write("x", column: 1, row: 0)
        buffer.write("y", column: 2, row: 0)
        #expect(shown(buffer) == " xy 漢")
        #expect(isWhole(buffer))
    }

    @Test func doesNotBeginAWideCharacterInTheLastColumn() {
        var buffer = Buffer(size: Size(columns: 3, rows: 1))
        #expect(buffer.write("漢字", column: 0, row: 0) == 2)
        #expect(shown(buffer) == "漢")
    }

    @Test func showsSignsForControls() {
        var buffer = Buffer(size: Size(columns: 12, rows: 1))
        buffer.write("a\u{1B}[2Jb\r\nc\u{202E}", column: 0, row: 0)
        #expect(shown(buffer) == "a␛[2Jb␍␊c⟨20")
    }

    @Test func keepsToItsLimit() {
        var buffer = Buffer(size: Size(columns: 8, rows: 1))
        #expect(buffer.write("abcdef", column: 1, row: 0, limit: 3) == 3)
        #expect(buffer.write("x", column: 6, row: 0, limit: 0) == 0)
        #expect(shown(buffer) == " abc")
    }

    @Test func hasNoCellsWithoutASize() {
        var buffer = Buffer(size: Size(columns: 0, rows: -3))
        buffer.write("abc", column: 0, row: 0)
        buffer.fill(Rect(column: 0, row: 0, columns: 9, rows: 9), with: "x")
        #expect(buffer.size == Size(columns: 0, rows: 0))
        #expect(buffer[0, 0] == .blank)
    }

    @Test func staysWholeWhateverIsDrawn() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        let texts = ["a", "漢字", "x漢y", "e\u{301}", "👨‍👩‍👧", "🇩🇪", "\u{1B}[2J", "น้ำ", "abcdefgh", "क्षि", "\t", ""]
        for _ in 0..<2000 {
            let size = Size(columns: .random(in: 0..<9, using: &random), rows: .random(in: 0..<4, using: &random))
            var buffer = Buffer(size: size)
            for _ in 0..<12 {
                let column = Int.random(in: -4..<12, using: &random)
                let row = Int.random(in: -2..<6, using: &random)
                let text = texts.randomElement(using: &random) ?? ""
                switch Int.random(in: 0..<4, using: &random) {
                case 0: buffer.fill(Rect(column: column, row: row, columns: 3, rows: 2), with: "#")
                case 1: buffer.restyle(Rect(column: column, row: row, columns: 3, rows: 2)) { $0.attributes = .bold }
                default: buffer.write(text, column: column, row: row, limit: .random(in: 0..<8, using: &random))
                }
            }
            #expect(isWhole(buffer), "seed \(seed)")
        }
    }

    private func shown(_ buffer: Buffer) -> String {
        let screen = MemoryDisplay(size: buffer.size)
        screen.present(buffer, cursor: nil)
        return screen.text
    }

    /// Whether each wide character has its two cells, and each continuation its character.
    private func isWhole(_ buffer: Buffer) -> Bool {
        (0..<buffer.size.rows).allSatisfy { row in
            let cells = Array(buffer[row: row])
            return cells.indices.allSatisfy { index in
                let isOwned = index > 0 && cells[index - 1].width == 2
                let hasRoom = cells[index].width < 2 || index + 1 < cells.count && cells[index + 1].isContinuation
                return cells[index].isContinuation == isOwned && hasRoom
            }
        }
    }
}
