import Localization
import Foundation
import SpacesModel
import Terminal
import Widgets

extension State {
    /// The dialog in one frame: the members above, what is being done about one of them below.
    func draw(_ dialog: MembersDialog, into buffer: inout Buffer, look: Look) -> Point? {
        let frame = frame(of: dialog)
        var title = localized("Members of \(dialog.spaceName)")
        if case .inviting = dialog.step { title = localized("Add a member to \(dialog.spaceName)") }
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame,
            title: CellWidth.truncate(title, to: frame.columns - 8, ellipsis: String(look.glyphs.ellipsis)),
            border: look[.dialogBorder], titleStyle: look[.dialogTitle], background: look[.dialog],
            glyphs: look.glyphs)
        guard !inner.isEmpty else { return nil }
        let page = MemberLines(dialog: dialog, state: self, columns: inner.columns, look: look)
        if case .inviting(let form) = dialog.step {
            return page.invitation(form, rows: inner.rows).draw(into: &buffer, in: inner)
        }
        return page.lines(rows: inner.rows).draw(into: &buffer, in: inner)
    }

    /// As high as the members need, whatever the filter leaves of them, so that nothing jumps.
    private func frame(of dialog: MembersDialog) -> Rect {
        let roles = Set(dialog.listing.members.map(\.role)).count
        let wanted = max(dialog.listing.members.count + roles + 13, 20)
        return Rect(size).centered(
            columns: min(78, size.columns - (size.columns < 50 ? 0 : 4)),
            rows: min(wanted, size.rows - (size.rows < 12 ? 0 : 2)))
    }

    /// Keeps the member under the cursor on the screen.
    mutating func scrollMembers() {
        guard case .members(var dialog)? = layers.last else { return }
        let inner = frame(of: dialog).inset(columns: 2, rows: 1)
        let lines = MemberLines(
            dialog: dialog, state: self, columns: inner.columns, look: Look(theme: .plain, glyphs: .unicode))
        dialog.scroll(toFit: max(1, lines.room(rows: inner.rows)))
        setTopLayer(.members(dialog))
    }

    /// The keys that do something in the dialog now; those that only managers have are dimmed for others.
    func hints(of dialog: MembersDialog) -> [KeyHints.Hint] {
        switch dialog.step {
        case .browsing:
            let mayChange = dialog.refusal == nil
            return [
                hint("a", localized("add"), isEnabled: mayChange), hint("r", localized("role"), isEnabled: mayChange),
                hint("x", localized("expiry"), isEnabled: mayChange),
                hint("d", localized("remove"), isEnabled: mayChange),
                hint(keymap.name(of: .filter), localized("filter")),
                hint("Esc", dialog.filter.isEmpty ? localized("close") : localized("clear")),
            ]
        case .filtering:
            return [
                hint("Enter", localized("keep")), hint("Esc", localized("clear")), hint("Up Down", localized("move")),
            ]
        case .inviting(let form):
            switch form.focus {
            case .who:
                return [
                    hint("Enter", localized("choose")), hint("Up Down", localized("move")),
                    hint("Esc", localized("leave it")),
                ]
            case .role:
                return [
                    hint("Enter", localized("add")), hint("Left Right", localized("role")),
                    hint("Tab", localized("expiry")), hint("Esc", localized("leave it")),
                ]
            case .end:
                return [
                    hint("Enter", localized("add")), hint("Tab", localized("who")), hint("Esc", localized("leave it")),
                ]
            }
        case .changingRole:
            return [
                hint("Enter", localized("save")), hint("Left Right", localized("role")),
                hint("Esc", localized("leave it")),
            ]
        case .changingEnd: return [hint("Enter", localized("save")), hint("Esc", localized("leave it"))]
        case .removing: return [hint("y", localized("remove")), hint("n", localized("keep"))]
        }
    }
}
