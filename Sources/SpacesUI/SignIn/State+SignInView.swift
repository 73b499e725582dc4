import Localization
import Terminal
import Widgets

extension State {
    /// Why to sign in, what it takes, and what stays as it is.
    func draw(_ question: SignInQuestion, into buffer: inout Buffer, look: Look) -> Point? {
        let columns = min(68, size.columns - (size.columns < 50 ? 0 : 4))
        let isAiry = size.rows >= 14
        var paragraphs: [(String, Role)] = []
        if question.hasEnded, question.reason != nil {
            paragraphs.append((localized("Your sign-in to \(server.host) has ended."), .title))
        }
        if let reason = question.reason { paragraphs.append((reason, .text)) }
        paragraphs.append(
            (
                localized(
                    "Signing in leaves the screen for as long as it takes. The list, the marks and what you typed stay."
                ),
                .dim
            ))
        var lines: [(String, Role)] = []
        for (index, (text, role)) in paragraphs.enumerated() {
            if isAiry, index > 0 { lines.append(("", .text)) }
            lines += TextWrapping.lines(of: text, columns: columns - 4).map { ($0, role) }
        }
        if isAiry { lines.append(("", .text)) }
        let room = max(1, size.rows - 3)
        // What stands last is the least.
        if lines.count > room { lines = Array(lines.prefix(room)) }
        lines.append((localized("Enter  sign in now     Esc  not now"), .key))

        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: localized("Sign in"), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        for (index, (text, role)) in lines.enumerated() where index < inner.rows {
            buffer.writeFitting(
                text, column: inner.column, row: inner.row + index, columns: inner.columns, style: look[role],
                glyphs: look.glyphs)
        }
        return Point(column: inner.column, row: min(inner.endRow, inner.row + lines.count) - 1)
    }

    /// That the list is a part only, above it.
    func drawPart(into buffer: inout Buffer, in layout: Layout, look: Look) {
        guard let rect = layout.remark, let partLabel else { return }
        buffer.writeFitting(
            "! " + partLabel, column: 1, row: rect.row, columns: rect.columns - 2, style: look[.warning],
            glyphs: look.glyphs)
    }
}
