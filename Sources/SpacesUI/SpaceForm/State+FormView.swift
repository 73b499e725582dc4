import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// The form in the middle of the screen; returns where the cursor stands in it.
    func drawForm(_ form: SpaceForm, into buffer: inout Buffer, look: Look) -> Point? {
        let columns = min(66, size.columns - (size.columns < 50 ? 0 : 4))
        var lines = FormLines(form: form, columns: columns - 4, look: look).lines
        // The smallest screens keep the fields, their reasons and the outcome.
        let room = size.rows - 2 - (size.rows < 12 ? 0 : 2)
        for weight in [FormLine.Weight.air, .help, .gauge] where lines.count > room {
            while lines.count > room, let index = lines.lastIndex(where: { $0.weight == weight }) {
                lines.remove(at: index)
            }
        }
        // Rather one field with all that is to be said about it than all of them without.
        while lines.count > room,
            let index = lines.lastIndex(where: { $0.weight == .field && $0.row != form.focus })
        {
            lines.remove(at: index)
        }
        let focused = lines.firstIndex { $0.row == form.focus } ?? 0
        if lines.count > room {
            let first = max(0, min(focused - room / 2, lines.count - room))
            lines = Array(lines[first..<min(lines.count, first + room)])
        }
        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let title =
            switch form.purpose {
            case .edit(let space): localized("Edit \(space.name)")
            case .create: localized("New space")
            }
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: CellWidth.truncate(title, to: columns - 8), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        var cursor: Point?
        for (index, line) in lines.enumerated() where index < inner.rows {
            let place = line.draw(&buffer, inner, inner.row + index)
            if line.row == form.focus, line.weight == .field { cursor = place }
        }
        return cursor
    }
}

/// A line of the form: what it belongs to, how easily it is left out, and how it is drawn.
struct FormLine {
    enum Weight { case field, reason, gauge, help, air }

    var row: SpaceForm.Row?
    var weight: Weight
    /// Draws into a rectangle at a row and returns where a cursor would stand.
    var draw: (inout Buffer, Rect, Int) -> Point?

    init(_ weight: Weight, row: SpaceForm.Row? = nil, draw: @escaping (inout Buffer, Rect, Int) -> Point?) {
        self.weight = weight
        self.row = row
        self.draw = draw
    }
}
