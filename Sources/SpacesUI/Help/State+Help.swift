import Localization
import Terminal
import Widgets

extension State {
    // MARK: Keys

    /// Moving moves the cursor, `/` filters, Enter performs; everything that closes things clears the filter first.
    mutating func receive(_ key: Key, in help: HelpPage) {
        if help.isTyping { return receiveTyped(key, in: help) }
        var help = help
        let lines = help.lines(of: keymap)
        let choices = help.choices(in: lines)
        let page = max(1, helpArea(of: help).rows - 1)
        if key == Key(.enter) {
            guard choices.indices.contains(help.cursor) else { return }
            switch lines[choices[help.cursor]] {
            case .command(let command): choose(command)
            case .term(let example, _): tryTerm(example)
            case .blank, .heading, .sign: break
            }
            return
        }
        switch keymap.command(for: key) {
        case .moveUp: help.move(to: help.cursor - 1, of: choices.count)
        case .moveDown: help.move(to: help.cursor + 1, of: choices.count)
        case .pageUp, .halfPageUp: help.move(to: help.cursor - page, of: choices.count)
        case .pageDown, .halfPageDown: help.move(to: help.cursor + page, of: choices.count)
        case .moveToFirst: help.move(to: 0, of: choices.count)
        case .moveToLast: help.move(to: choices.count - 1, of: choices.count)
        case .filter:
            help.filter = help.filter ?? TextField(placeholder: localized("type to filter"))
            help.isTyping = true
        case .clearFilter where help.filter != nil:
            help.filter = nil
            help.move(to: 0, of: choices.count)
        case .clearFilter, .quit, .help, .showDetail: return setTopLayer(nil)
        default: break
        }
        setTopLayer(.help(help))
    }

    private mutating func receiveTyped(_ key: Key, in help: HelpPage) {
        var help = help
        let count = help.choices(in: help.lines(of: keymap)).count
        switch key {
        case Key(.escape), .control("c"): (help.filter, help.isTyping) = (nil, false)
        // A second Enter performs what stands under the cursor: the first one only ends the typing.
        case Key(.enter): help.isTyping = false
        case Key(.up): help.move(to: help.cursor - 1, of: count)
        case Key(.down): help.move(to: help.cursor + 1, of: count)
        default:
            if help.filter?.handle(key) == true { help.move(to: 0, of: count) }
        }
        if help.filter?.isEmpty ?? true, !help.isTyping { help.filter = nil }
        setTopLayer(.help(help))
    }

    /// Leaves the page for the filter with a term to change, and to see at once what it finds.
    private mutating func tryTerm(_ term: String) {
        layers.removeAll()
        filterField = TextField(term)
        applyFilter()
    }

    /// Text pasted into the filter of the page; nowhere else on it is anything typed.
    mutating func receive(paste text: String, in help: HelpPage) {
        guard help.isTyping else { return }
        var help = help
        help.filter?.paste(text)
        help.move(to: 0, of: 1)
        setTopLayer(.help(help))
    }

    // MARK: Drawing

    /// All keys by group, from the one key table. Returns where the cursor stands.
    func draw(_ help: HelpPage, into buffer: inout Buffer, look: Look) -> Point? {
        var cursor: Point?
        if let filter = help.filter {
            let row = pageArea.row
            buffer.write("/", column: pageArea.column, row: row, style: look[.prompt])
            let typed = filter.draw(
                into: &buffer, column: pageArea.column + 2, row: row, columns: pageArea.columns - 2,
                style: look[help.isTyping ? .fieldFocused : .match], placeholderStyle: look[.placeholder])
            if help.isTyping { cursor = typed }
        }
        let rect = helpArea(of: help)
        let lines = help.lines(of: keymap)
        if lines.isEmpty {
            buffer.writeFitting(
                localized("No command fits."), column: rect.column + 2, row: rect.row, columns: rect.columns - 2,
                style: look[.dim],
                glyphs: look.glyphs)
        }
        let choices = help.choices(in: lines)
        let selected = choices.indices.contains(help.cursor) ? choices[help.cursor] : nil
        let seen = helpWindow(of: help, lines: lines, choices: choices)
        for index in seen where index - seen.lowerBound < rect.rows {
            let line = Rect(
                column: rect.column, row: rect.row + index - seen.lowerBound, columns: rect.columns, rows: 1)
            draw(lines[index], isSelected: index == selected, into: &buffer, rect: line, look: look)
            if index == selected, cursor == nil { cursor = Point(column: rect.column, row: line.row) }
        }
        drawScrollHint(seen, of: lines.count, into: &buffer, look: look)
        return cursor
    }

    /// Where the lines of the page stand: below the filter, where there is one.
    func helpArea(of help: HelpPage) -> Rect {
        guard help.filter != nil else { return pageArea }
        let gap = pageArea.rows > 6 ? 2 : 1
        return Rect(
            column: pageArea.column, row: pageArea.row + gap, columns: pageArea.columns, rows: pageArea.rows - gap)
    }

    /// The lines that are seen, the cursor among them: the page moves no more than it has to.
    func helpWindow(of help: HelpPage, lines: [HelpPage.Line], choices: [Int]) -> Range<Int> {
        let rows = helpArea(of: help).rows
        let selected = choices.indices.contains(help.cursor) ? choices[help.cursor] : 0
        let first = max(0, min(selected - rows / 2, lines.count - rows))
        return first..<max(first, min(lines.count, first + rows))
    }

    private func draw(
        _ line: HelpPage.Line, isSelected: Bool, into buffer: inout Buffer, rect: Rect, look: Look
    ) {
        if isSelected {
            buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
        }
        // Terms of the filter are longer than keys, but not where the room is short.
        let keyColumns = max(15, min(27, rect.columns / 4))
        let start = rect.column + keyColumns
        let columns = rect.columns - keyColumns
        switch line {
        case .blank: break
        case .heading(let text): buffer.write(text, column: rect.column, row: rect.row, style: look[.title])
        case .term(let example, let summary):
            buffer.writeFitting(
                example, column: rect.column + 2, row: rect.row, columns: keyColumns - 3, style: look[.match],
                glyphs: look.glyphs)
            buffer.writeFitting(
                summary, column: start, row: rect.row, columns: columns, style: look[isSelected ? .selected : .text],
                glyphs: look.glyphs)
        case .sign(let sign):
            buffer.write(sign.sign(in: look.glyphs), column: rect.column + 2, row: rect.row, style: look[sign.role])
            buffer.writeFitting(
                sign.meaning, column: start, row: rect.row, columns: columns,
                style: look[isSelected ? .selected : .text], glyphs: look.glyphs)
        case .command(let command):
            let availability = availability(of: command)
            let names = keymap.keys(for: command).map(\.name).joined(separator: "  ")
            buffer.writeFitting(
                names, column: rect.column + 2, row: rect.row, columns: keyColumns - 3,
                style: look[availability.isEnabled ? .key : .disabled], glyphs: look.glyphs)
            let style = look[!availability.isEnabled ? .disabled : isSelected ? .selected : .text]
            let used = buffer.writeFitting(
                command.summary, column: start, row: rect.row, columns: columns, style: style, glyphs: look.glyphs)
            // A motion or the filter being impossible is no news; the cursor asks for it all the same.
            guard let reason = availability.reason, command.group == .act || isSelected else { break }
            buffer.writeFitting(
                "(\(reason))", column: start + used + 2, row: rect.row, columns: columns - used - 2, style: look[.dim],
                glyphs: look.glyphs)
        }
    }
}
