import Images
import Localization
import SpacesModel
import Terminal
import Widgets

extension SpaceImage {
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let room = Rect(column: 0, row: 1, columns: state.size.columns, rows: state.size.rows - 2)
        let title = space.name
        guard case .picture(let picture) = content else {
            let text =
                if case .failed(let sentence) = content { sentence } else {
                    localized("Loading the image of \(title)")
                }
            let lines = TextWrapping.lines(of: text, columns: min(60, state.size.columns - 4))
            let rect = room.centered(columns: min(64, state.size.columns), rows: lines.count + 2)
            let inner = frame(rect, title, &buffer, look)
            for (row, line) in lines.enumerated() where row < inner.rows {
                buffer.write(line, column: inner.column, row: inner.row + row, style: look[.text])
            }
            return nil
        }
        let blocks = HalfBlocks(image: picture)
        let cells = blocks.size(within: Size(columns: room.columns - 4, rows: room.rows - 2))
        let rect = room.centered(columns: max(cells.columns + 4, min(30, room.columns)), rows: cells.rows + 2)
        blocks.draw(into: &buffer, in: frame(rect, title, &buffer, look))
        return nil
    }

    private func frame(_ rect: Rect, _ title: String, _ buffer: inout Buffer, _ look: Look) -> Rect {
        DialogFrame.draw(
            into: &buffer, rect: rect, title: title, border: look[.dialogBorder], titleStyle: look[.dialogTitle],
            background: look[.dialog], glyphs: look.glyphs)
    }
}
