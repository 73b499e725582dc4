import Terminal
import Widgets

extension State {
    /// That the list is a part only, above it.
    func drawPart(into buffer: inout Buffer, in layout: Layout, look: Look) {
        guard let rect = layout.remark, let partLabel else { return }
        buffer.writeFitting(
            "! " + partLabel, column: 1, row: rect.row, columns: rect.columns - 2, style: look[.warning],
            glyphs: look.glyphs)
    }
}
