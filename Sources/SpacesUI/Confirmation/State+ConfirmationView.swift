import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// The question, with enough about the space to notice that it is the wrong one.
    func draw(_ confirmation: Confirmation, into buffer: inout Buffer, look: Look) -> Point? {
        let columns = min(64, size.columns - (size.columns < 50 ? 0 : 4))
        let width = columns - 4
        let isDangerous = confirmation.action == .purge
        var lines: [(String, Role)] = [(confirmation.space.name, .title)]
        // Enough to notice that it is the wrong one, to the last word where there is room.
        lines += TextWrapping.lines(of: facts(of: confirmation.space), columns: width)
            .prefix(size.rows >= 14 ? 3 : 1).map { ($0, .dim) }
        if confirmation.undoes != nil {
            lines += TextWrapping.lines(of: localized("This undoes your last change."), columns: width).map {
                ($0, .text)
            }
        }
        if let news = confirmation.news {
            lines += TextWrapping.lines(of: "\(look.glyphs.warning) \(news)", columns: width).map { ($0, .warning) }
        }
        if size.rows >= 14 { lines.append(("", .text)) }
        lines += TextWrapping.lines(of: confirmation.consequence, columns: width).map {
            ($0, isDangerous ? .warning : .text)
        }
        if size.rows >= 14 { lines.append(("", .text)) }
        if confirmation.needsName {
            let request = columns < 60 ? confirmation.space.shortRequest : confirmation.request
            let text = confirmation.hint.map { "! \($0)" } ?? request
            lines += TextWrapping.lines(of: text, columns: width).map {
                ($0, confirmation.hint == nil ? .text : .error)
            }
        } else {
            lines.append((localized("y  \(confirmation.deed)     n  leave it"), .key))
        }
        let room = max(1, size.rows - 2 - (confirmation.needsName ? 1 : 0))
        if lines.count > room { lines = [lines[0]] + lines.suffix(room - 1) }

        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2 + (confirmation.needsName ? 1 : 0))
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: confirmation.title, border: look[isDangerous ? .danger : .dialogBorder],
            titleStyle: look[isDangerous ? .danger : .dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        for (index, (text, role)) in lines.enumerated() where index < inner.rows {
            buffer.writeFitting(
                text, column: inner.column, row: inner.row + index, columns: inner.columns, style: look[role],
                glyphs: look.glyphs)
        }
        guard confirmation.needsName else {
            return Point(column: inner.column, row: min(inner.endRow, inner.row + lines.count) - 1)
        }
        let row = min(inner.row + lines.count, inner.endRow - 1)
        buffer.fill(Rect(column: inner.column, row: row, columns: inner.columns, rows: 1), style: look[.fieldFocused])
        return confirmation.typed.draw(
            into: &buffer, column: inner.column, row: row, columns: inner.columns, style: look[.fieldFocused],
            placeholderStyle: look[.placeholder])
    }

    private func facts(of space: Space) -> String {
        [
            space.type.label,
            space.quota?.used.map { localized("\($0.formatted()) used") },
            space.memberCount.map { counted($0, "member", "members") },
            space.managerNames.first.map {
                space.managerNames.count > 1 ? localized("managed by \($0) and others") : localized("managed by \($0)")
            },
            space.modified.map { localized("changed \(Numbers.phrase(since: $0, at: now))") },
        ].compactMap { $0 }.joined(separator: ", ")
    }
}
