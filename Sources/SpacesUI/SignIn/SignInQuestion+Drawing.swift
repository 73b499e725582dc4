import Localization
import Terminal
import Widgets

extension SignInQuestion {
    /// Why to sign in, what it takes, and what stays as it is.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let columns = min(68, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let isAiry = state.size.rows >= 14
        var paragraphs: [(String, Role)] = []
        if hasEnded, reason != nil {
            paragraphs.append((localized("Your sign-in to \(state.server.host) has ended."), .title))
        }
        if let reason { paragraphs.append((reason, .text)) }
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
        let room = max(1, state.size.rows - 3)
        // What stands last is the least.
        if lines.count > room { lines = Array(lines.prefix(room)) }
        lines.append((localized("Enter  sign in now     Esc  not now"), .key))

        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        for (index, (text, role)) in lines.enumerated() where index < inner.rows {
            buffer.writeFitting(
                text, column: inner.column, row: inner.row + index, columns: inner.columns, style: look[role],
                glyphs: look.glyphs)
        }
        return Point(column: inner.column, row: min(inner.endRow, inner.row + lines.count) - 1)
    }
}
