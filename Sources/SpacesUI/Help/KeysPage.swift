import Localization
import Terminal
import Widgets

/// The keys of the place where one is, from the table of its screen.
struct KeysPage: MenuScreen {
    enum Action: Equatable, Sendable {
        case close
        case move(Motion)
    }

    /// A row of the table: its keys, what they do, and why that is not possible now.
    struct Row: Equatable, Sendable {
        var keys: String
        let help: String
        let reason: String?
    }

    /// What the place is called.
    let place: String
    let rows: [Row]
    var cursor = 0

    static var title: String { localized("Keys") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        KeyBinding.moving(Action.move, hint: localized("move"))
            + [.init(.close, [Key(.escape), Key(.enter), .control("c"), Key(.function(1)), "q"], like: .help, hint: localized("back"), localized("Close"), leaves: true)]
    }

    /// The rows that count now in a screen, each action once.
    init<Owner: Screen>(of screen: Owner, in state: State) {
        place = Owner.title
        var (rows, actions) = ([Row](), [Owner.Action]())
        for binding in Owner.bindings where binding.counts(in: screen.mode) {
            let keys = binding.written ?? binding.keys(in: state.keymap).map(\.name).joined(separator: "  ")
            if let index = actions.firstIndex(of: binding.action) {
                rows[index].keys += "  " + keys
                continue
            }
            let reason = screen.availability(of: binding.action, in: state).reason
            actions.append(binding.action)
            rows.append(Row(keys: keys, help: binding.help, reason: reason.flatMap { $0.isEmpty ? nil : $0 }))
        }
        self.rows = rows
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .close: [.close]
        case .move(let motion): move(motion, in: state)
        }
    }

    func lineCount(in state: State) -> Int { rows.count }

    var showsPageBelow: Bool { true }

    // MARK: Drawing

    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let columns = min(76, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let frame = Rect(state.size).centered(columns: columns, rows: min(rows.count + 2, state.size.rows - 1))
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: localized("Keys: \(place)"), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        let area = Rect(column: inner.column, row: frame.row + 1, columns: inner.columns, rows: frame.rows - 2)
        let window = ListWindow(area: area, count: rows.count, cursor: cursor)
        let keyColumns = min(rows.map { CellWidth.of($0.keys) }.max() ?? 0, area.columns / 3)
        for index in window.shown {
            draw(
                rows[index], isSelected: index == cursor, keyColumns: keyColumns, into: &buffer,
                rect: window.rect(of: index), look: look)
        }
        return window.shown.contains(cursor) ? Point(column: area.column, row: window.rect(of: cursor).row) : nil
    }

    private func draw(
        _ row: Row, isSelected: Bool, keyColumns: Int, into buffer: inout Buffer, rect: Rect, look: Look
    ) {
        if isSelected {
            buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
        }
        buffer.writeFitting(
            row.keys, column: rect.column + 2, row: rect.row, columns: keyColumns,
            style: look[row.reason == nil ? .key : .disabled], glyphs: look.glyphs)
        let start = rect.column + keyColumns + 4
        let used = buffer.writeFitting(
            row.help, column: start, row: rect.row, columns: rect.endColumn - start,
            style: look[row.reason != nil ? .disabled : isSelected ? .selected : .text], glyphs: look.glyphs)
        guard let reason = row.reason else { return }
        buffer.writeFitting(
            "(\(reason))", column: start + used + 2, row: rect.row, columns: rect.endColumn - start - used - 2,
            style: look[.dim], glyphs: look.glyphs)
    }
}
