import Localization
import SpacesModel
import Terminal
import Widgets

extension WebAddress {
    /// The address in full, or as a code for a telephone.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        if showsCode, let rows = codeRows(in: state, look: look) {
            draw(code: rows, into: &buffer, in: state, look: look)
            return nil
        }
        let columns = min(84, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let width = columns - 4
        var lines: [DialogLine] = [.text(.context, [(name, look[.title])], glyphs: look.glyphs), .air]
        lines += DialogLine.wrapped(.need, text, look[.text], columns: width)
        if showsCode {
            let why =
                look.glyphs == .ascii
                ? localized("A QR code needs half blocks, and this terminal is drawn in ASCII.")
                : code == nil
                    ? localized("The address is too long for a QR code.")
                    : localized("The QR code has no room here: enlarge the window.")
            lines += [.air] + DialogLine.wrapped(.need, why, look[.warning], columns: width)
        }
        let shown = lines.fitting(state.size.rows - 3)
        let frame = buffer.bounds.centered(columns: columns, rows: shown.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        _ = shown.draw(into: &buffer, in: inner)
        return nil
    }

    /// The code as lines of half blocks, if there is room for it.
    private func codeRows(in state: State, look: Look) -> [String]? {
        guard look.glyphs != .ascii, let rows = code?.halfBlocks, rows.count <= state.size.rows - 1,
            (rows.first?.count ?? 0) <= state.size.columns
        else { return nil }
        return rows
    }

    private func draw(code rows: [String], into buffer: inout Buffer, in state: State, look: Look) {
        let columns = rows.first?.count ?? 0
        let hasFrame = rows.count + 3 <= state.size.rows && columns + 4 <= state.size.columns
        var area = Rect(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows - 1)
            .centered(columns: columns + (hasFrame ? 4 : 0), rows: rows.count + (hasFrame ? 2 : 0))
        if hasFrame {
            area = DialogFrame.draw(
                into: &buffer, rect: area, title: name, border: look[.dialogBorder],
                titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        }
        for (index, row) in rows.enumerated() {
            // White on black whatever the theme is: cameras know no other way.
            buffer.write(
                row, column: area.column, row: area.row + index,
                style: look.theme.depth == .none
                    ? Style(attributes: .reverse)
                    : Style(foreground: .palette(16), background: .palette(231)).reduced(to: look.theme.depth))
        }
    }
}
