import Terminal
import TestSupport
import Testing
import Widgets

struct TextFieldViewTests {
    // swift-format-ignore
    @Test(arguments: [
        // field              columns  shown         cursor at
        ("|",                 10,      "hint",       0),
        ("Mars|",             10,      "Mars",       4),
        ("012345678|",        10,      "012345678",  9),
        ("0123456789|",       10,      "56789",      5),
        ("0123456789abcd|",   10,      "56789abcd",  9),
        ("0123456789abcde|",  10,      "abcde",      5),
        ("01234567|89abcde",  10,      "0123456789", 8),
        ("0123456789|abcde",  10,      "56789abcde", 5),
        ("|0123456789abcde",  10,      "0123456789", 0),
        ("日本語日本|",         10,      " 日本",      5),
        ("日本|語",            10,      "日本語",      4),
        ("|日本",              3,       "日",         0),
        ("日|本",              3,       " 本",        1),
        ("ab|日",              3,       "b日",        1),
        ("0|1",               1,       "1",          0),
        ("0|日",               1,       "",           0),
    ])
    func keepsTheCursorInSight(picture: String, columns: Int, shown: String, cursor: Int) {
        var buffer = Buffer(size: Size(columns: 20, rows: 1))
        var field = TextFieldTests.field(picture)
        field.placeholder = "hint"
        let at = field.draw(
            into: &buffer, column: 3, row: 0, columns: columns, style: .plain, placeholderStyle: .plain)
        #expect(buffer.picture == (shown.isEmpty ? "" : "   " + shown))
        #expect(at == Point(column: 3 + cursor, row: 0))
    }

    @Test func neverLeavesItsCells() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let length = Int.random(in: 0...30, using: &random)
            let characters = (0..<length).compactMap { _ in "a日é👩‍👩‍👧".randomElement(using: &random) }
            var field = TextField(String(characters))
            field.cursor = Int.random(in: 0...30, using: &random)
            let columns = Int.random(in: 0...12, using: &random)
            var buffer = Buffer(size: Size(columns: 16, rows: 1))
            buffer.fill(buffer.bounds, with: "x")
            let at = field.draw(
                into: &buffer, column: 2, row: 0, columns: columns, style: .plain, placeholderStyle: .plain)
            let outside = buffer[row: 0].prefix(2) + buffer[row: 0].dropFirst(2 + columns)
            let isInside = at.column >= 2 && at.column < 2 + max(1, columns)
            #expect(
                outside.allSatisfy { $0.glyph == "x" } && isInside,
                "seed \(seed): \(field.text), cursor \(field.cursor), \(columns) columns")
        }
    }

    @Test func hidesSecrets() {
        var buffer = Buffer(size: Size(columns: 10, rows: 1))
        let at = TextField("日本ab", isSecret: true)
            .draw(into: &buffer, column: 0, row: 0, columns: 10, style: .plain, placeholderStyle: .plain)
        #expect(buffer.picture == "****")
        #expect(at.column == 4)
    }

    @Test func stylesTheWholeField() {
        var buffer = Buffer(size: Size(columns: 6, rows: 1))
        let style = Style(attributes: .underline)
        TextField("Ma").draw(into: &buffer, column: 1, row: 0, columns: 4, style: style, placeholderStyle: .plain)
        #expect(buffer[row: 0].map { $0.style == style } == [false, true, true, true, true, false])
    }
}
