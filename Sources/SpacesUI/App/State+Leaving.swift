import Localization
import Terminal
import Widgets

/// What leaves things: Esc, the key that quits, and a chord with Alt, which begins as Esc does.
extension State {
    /// Whether letters are typed into a line of text at this moment.
    var isTyping: Bool { layers.last?.takesText ?? (filterField != nil) }

    /// Whether the person is asked about dropping what was typed.
    var asksToDiscard: Bool { isDiscardAsked && layers.last?.holdsTypedText == true }

    /// Whether a key goes back from what is on top.
    func goesBack(_ key: Key) -> Bool {
        switch key {
        case Key(.escape), .control("c"): true
        default: !isTyping && keymap.command(for: key) == .quit
        }
    }

    /// The keys that a chord stands for that means nothing by itself: Esc and then another key arrive together on a slow
    /// line, and look like that key with Alt. `nil` for a chord that means something, and for any other key.
    func pieces(ofChord key: Key) -> [Key]? {
        guard key.isEscapedKey, keymap.command(for: key) == nil else { return nil }
        // Whatever a line of text makes of it, such as moving by words, it keeps.
        var line = TextField()
        if isTyping, line.handle(key) { return nil }
        return [Key(.escape), Key(key.code, key.modifiers.subtracting(.alt))]
    }

    /// Gives a key to the layer on top, unless it would drop what was typed there: that is asked about first.
    mutating func press(_ key: Key, on layer: Layer) {
        if asksToDiscard { return answerDiscarding(key, layer) }
        var key = key
        if key != .control("c"), goesBack(key), layer.isLeftByQuitting { key = Key(.escape) }
        let leaves =
            if case .screen(let open) = layer { open.screen.isLeft(by: key, in: keymap) } else { key == Key(.escape) }
        if leaves, key != .control("c"), layer.holdsTypedText {
            isDiscardAsked = true
        } else {
            receive(key, in: layer)
        }
    }

    private mutating func answerDiscarding(_ key: Key, _ layer: Layer) {
        isDiscardAsked = false
        if ["y", "Y", .control("c")].contains(key) { receive(Key(.escape), in: layer) }
    }

    /// The question over what was typed.
    func drawDiscardQuestion(into buffer: inout Buffer, look: Look) -> Point {
        let columns = min(48, size.columns - 4)
        let answers = localized("y  discard     n  keep editing")
        let lines = (size.rows < 14 ? [] : [""]) + TextWrapping.lines(of: answers, columns: columns - 4)
        let inner = DialogFrame.draw(
            into: &buffer, rect: buffer.bounds.centered(columns: columns, rows: lines.count + 2),
            title: localized("Discard what you typed?"), border: look[.dialogBorder], titleStyle: look[.dialogTitle],
            background: look[.dialog], glyphs: look.glyphs)
        for (row, line) in lines.enumerated() where row < inner.rows {
            buffer.write(line, column: inner.column, row: inner.row + row, style: look[.key], limit: inner.columns)
        }
        return Point(column: inner.column, row: max(inner.row, min(inner.endRow, inner.row + lines.count) - 1))
    }
}

extension Key {
    /// Whether the key is sent as Esc and another one: with Alt, and nothing that has a sequence of its own.
    fileprivate var isEscapedKey: Bool {
        guard modifiers.contains(.alt) else { return false }
        return switch code {
        case .character, .enter, .tab, .backspace: true
        default: false
        }
    }
}
