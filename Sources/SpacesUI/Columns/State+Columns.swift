import Localization
import Terminal

extension State {
    // MARK: Panning

    /// Moves the columns behind the name, until the last one is seen.
    mutating func pan(by step: Int) {
        let layout = columnLayout(width: self.layout.list.columns)
        guard layout.lastPan > 0 else {
            notice = Notice(
                .info, localized("All columns are in sight. \(keymap.name(of: .chooseColumns)) chooses others."))
            return
        }
        pan = max(0, min(layout.hiddenLeft + step, layout.lastPan))
    }

    // MARK: Choosing

    mutating func receive(_ key: Key, in chooser: ColumnChooser) {
        var chooser = chooser
        let last = columns.entries.count - 1
        switch key {
        case Key(.enter), "C", "q": return closeChooser()
        case Key(.escape), .control("c"):
            columns = chooser.before
            return setTopLayer(nil)
        case Key(.up), "k", .control("p"): chooser.cursor = max(0, chooser.cursor - 1)
        case Key(.down), "j", .control("n"): chooser.cursor = min(last, chooser.cursor + 1)
        case Key(.home), "g": chooser.cursor = 0
        case Key(.end), "G": chooser.cursor = last
        case " ", "x": columns.toggle(at: chooser.cursor)
        case "K", Key(.up, .shift): chooser.cursor = columns.move(at: chooser.cursor, by: -1)
        case "J", Key(.down, .shift): chooser.cursor = columns.move(at: chooser.cursor, by: 1)
        case Key(.left), "h", "-": widen(at: chooser.cursor, by: -1)
        case Key(.right), "l", "+": widen(at: chooser.cursor, by: 1)
        case "=", "0": columns.setWidth(nil, at: chooser.cursor)
        case "r": columns = .standard
        default: break
        }
        pan = 0
        setTopLayer(.columns(chooser))
    }

    private mutating func closeChooser() {
        setTopLayer(nil)
        notice = Notice(
            .success,
            localized("The columns are \(columns.shown.map { $0.word }.joined(separator: ", "))."))
    }

    /// Changes the width of a column from what it has on the screen.
    private mutating func widen(at index: Int, by step: Int) {
        let column = columns.entries[index].column
        let place = columnLayout(width: layout.list.columns).places.first { $0.column == column }
        let width = columns.entries[index].width ?? place?.width ?? column.width
        columns.setWidth(width + step, at: index)
    }
}
