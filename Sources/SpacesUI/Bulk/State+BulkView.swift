import Localization
import SpacesModel
import Terminal
import Widgets
import Texts

extension Look {
    /// How things are drawn where only their number of rows matters.
    static let measuring = Look(theme: .plain, glyphs: .unicode)

    /// Stands between before and after.
    var arrow: String { glyphs == .ascii ? "->" : "→" }
}

/// The dialogs on the way to a plan.
extension State {
    func draw(_ dialog: BulkDialog, into buffer: inout Buffer, look: Look) -> Point? {
        switch dialog.step {
        case .inviting(let form): return drawInvitation(form, dialog, into: &buffer, look: look)
        default: break
        }
        let columns = min(72, size.columns - (size.columns < 50 ? 0 : 4))
        let lines = lines(of: dialog, columns: columns - 4, look: look)
        let room = max(1, size.rows - (size.rows < 12 ? 2 : 4))
        let rect = Rect(size).centered(columns: columns, rows: min(lines.count, room) + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: title(of: dialog), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        return lines.fitting(inner.rows).draw(into: &buffer, in: inner)
    }

    private func title(of dialog: BulkDialog) -> String {
        let spaces = spaces(of: dialog)
        let whom = spaces.count == 1 ? spaces[0].name : counted(spaces.count, "space", "spaces")
        return switch dialog.step {
        case .menu, .plan: localized("Act on \(whom)")
        case .value(let form): form.entry.label.replacing(" …", with: "").replacing(" %", with: "") + ": \(whom)"
        case .renaming: localized("Rename \(whom)")
        case .inviting: localized("Add a member to \(whom)")
        case .removing: localized("Remove a member from \(whom)")
        }
    }

    private func lines(of dialog: BulkDialog, columns: Int, look: Look) -> [DialogLine] {
        switch dialog.step {
        case .menu(let cursor): menuLines(dialog, cursor, columns: columns, look: look)
        case .value(let form): valueLines(form, dialog, columns: columns, look: look)
        case .renaming(let form): renameLines(form, dialog, columns: columns, look: look)
        case .removing(let chooser): leaverLines(chooser, columns: columns, look: look)
        case .inviting, .plan: []
        }
    }

    // MARK: Menu

    private func menuLines(_ dialog: BulkDialog, _ cursor: Int, columns: Int, look: Look) -> [DialogLine] {
        let entries = BulkEntry.allCases
        let total = spaces(of: dialog).count
        let swept = sweptSpaces(of: dialog)
        let aside =
            swept.isEmpty || size.rows < 20
            ? nil : localized("\(swept.countedByType) marked along: the plan includes them on request.")
        let said =
            (dialog.hint ?? aside).map { DialogLine.wrapped(.need, "! \($0)", look[.warning], columns: columns) }
            ?? []
        let room = max(1, size.rows - (size.rows < 12 ? 2 : 4) - said.count)
        let first = max(0, min(cursor - room / 2, entries.count - room))
        var lines = entries.indices.dropFirst(first).prefix(room).map { index in
            let entry = entries[index]
            let refusal = refusal(of: entry, in: dialog)
            let style = look[refusal.reason == nil ? (index == cursor ? .selected : .text) : .disabled]
            return DialogLine(.need) { buffer, rect in
                if index == cursor {
                    buffer.write(
                        String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                }
                buffer.write(
                    entry.key.name, column: rect.column + 2, row: rect.row,
                    style: look[refusal.reason == nil ? .key : .disabled])
                let used = buffer.writeFitting(
                    entry.label, column: rect.column + 5, row: rect.row, columns: rect.columns - 5, style: style,
                    glyphs: look.glyphs)
                let start = rect.column + 5 + max(used, min(30, rect.columns / 2)) + 2
                let note = refusal.reason ?? (refusal.count < total ? localized("\(refusal.count) of \(total)") : "")
                buffer.writeFitting(
                    note, column: start, row: rect.row, columns: rect.endColumn - start, style: look[.dim],
                    glyphs: look.glyphs)
                return index == cursor ? Point(column: rect.column, row: rect.row) : nil
            }
        }
        lines += said
        return lines
    }

    // MARK: Values

    private func field(_ label: String, _ field: TextField, isFocused: Bool, look: Look) -> DialogLine {
        let labels = [localized("Percent"), localized("Quota"), localized("Find"), localized("Replace")]
        let labelColumns = 2 + (labels.map { CellWidth.of($0) }.max() ?? 0)
        return DialogLine(.need) { buffer, rect in
            buffer.write(label, column: rect.column, row: rect.row, style: look[isFocused ? .prompt : .text])
            let start = rect.column + max(9, labelColumns)
            let style = look[isFocused ? .fieldFocused : .field]
            buffer.fill(Rect(column: start, row: rect.row, columns: rect.endColumn - start, rows: 1), style: style)
            let cursor = field.draw(
                into: &buffer, column: start, row: rect.row, columns: rect.endColumn - start, style: style,
                placeholderStyle: look[.placeholder])
            return isFocused ? cursor : nil
        }
    }

    private func valueLines(_ form: ValueForm, _ dialog: BulkDialog, columns: Int, look: Look) -> [DialogLine] {
        let isPercent = form.entry == .raiseQuota || form.entry == .lowerQuota
        var lines: [DialogLine] = [.air]
        lines.append(
            field(isPercent ? localized("Percent") : localized("Quota"), form.field, isFocused: true, look: look))
        lines.append(.air)
        lines += said(dialog.hint, look: look, columns: columns) ?? meaning(of: form, look: look)
        return lines
    }

    /// A complaint about what was typed.
    private func said(_ hint: String?, look: Look, columns: Int) -> [DialogLine]? {
        hint.map { DialogLine.wrapped(.need, "! \($0)", look[.error], columns: columns) }
    }

    private func meaning(of form: ValueForm, look: Look) -> [DialogLine] {
        guard !form.field.isEmpty, case .success(let action) = form.action else {
            return [
                .text(
                    .need, [(localized("Enter shows the plan; nothing is changed yet"), look[.dim])],
                    glyphs: look.glyphs)
            ]
        }
        return [
            .text(
                .need, [(localized("\(action.title): Enter shows the plan"), look[.dim])],
                glyphs: look.glyphs)
        ]
    }

    private func renameLines(_ form: RenameForm, _ dialog: BulkDialog, columns: Int, look: Look) -> [DialogLine] {
        var lines: [DialogLine] = [
            .air, field(localized("Find"), form.find, isFocused: form.isFindFocused, look: look),
            field(localized("Replace"), form.replacement, isFocused: !form.isFindFocused, look: look), .air,
        ]
        if let hint = said(dialog.hint, look: look, columns: columns) { return lines + hint }
        guard case .success(let pattern) = form.pattern, !(form.find.isEmpty && form.replacement.isEmpty) else {
            return lines
                + DialogLine.wrapped(
                    .help,
                    localized(
                        "Find is an expression; empty means the whole name. {name} is the old name, {n} a number."),
                    look[.dim], columns: columns)
        }
        let spaces = spaces(of: dialog)
        for (index, space) in spaces.prefix(6).enumerated() {
            let name = pattern.name(for: space.name, number: index + 1, of: spaces.count)
            let isSame = name.isExactly(space.name)
            lines.append(
                DialogLine(index == 0 ? .need : .context) { buffer, rect in
                    let half = (rect.columns - 4) / 2
                    buffer.writeFitting(
                        space.name, column: rect.column, row: rect.row, columns: half, style: look[.dim],
                        glyphs: look.glyphs)
                    buffer.write(look.arrow, column: rect.column + half + 1, row: rect.row, style: look[.dim])
                    buffer.writeFitting(
                        isSame ? localized("stays") : name, column: rect.column + half + 4,
                        row: rect.row,
                        columns: rect.endColumn - (rect.column + half + 4), style: look[isSame ? .dim : .text],
                        glyphs: look.glyphs)
                    return nil
                })
        }
        return lines
    }

    private func leaverLines(_ chooser: LeaverChooser, columns: Int, look: Look) -> [DialogLine] {
        let shown = chooser.shown
        var lines: [DialogLine] = [field(localized("Filter"), chooser.filter, isFocused: true, look: look), .air]
        if shown.isEmpty {
            let text =
                chooser.leavers.isEmpty ? localized("These spaces tell of no members.") : localized("Nobody matches.")
            return lines + [.text(.need, [(text, look[.dim])], glyphs: look.glyphs)]
        }
        let cursor = shown.firstIndex { $0 == chooser.selected } ?? 0
        let room = max(1, min(12, size.rows - 8))
        let first = max(0, min(cursor - room / 2, shown.count - room))
        for index in shown.indices.dropFirst(first).prefix(room) {
            let leaver = shown[index]
            lines.append(
                DialogLine(.need) { buffer, rect in
                    if index == cursor {
                        buffer.write(
                            String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                    }
                    let count = localized("in \(counted(leaver.count, "space", "spaces"))")
                    let end = buffer.writeRight(count, endColumn: rect.endColumn, row: rect.row, style: look[.dim]) - 2
                    buffer.writeFitting(
                        leaver.identity.shownName, column: rect.column + 2, row: rect.row,
                        columns: end - rect.column - 2, style: look[index == cursor ? .selected : .text],
                        glyphs: look.glyphs)
                    return nil
                })
        }
        return lines
    }

    // MARK: Members

    private func drawInvitation(
        _ form: InvitationForm, _ dialog: BulkDialog, into buffer: inout Buffer, look: Look
    ) -> Point? {
        let rect = Rect(size).centered(
            columns: min(78, size.columns - (size.columns < 50 ? 0 : 4)),
            rows: min(20, size.rows - (size.rows < 12 ? 0 : 2)))
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: title(of: dialog), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        guard !inner.isEmpty, let first = spaces(of: dialog).first else { return nil }
        // The form is that of one space; what it says about it holds for all of them.
        var shape = MembersDialog(first, lock: nil)
        shape.listing = MemberListing(members: [])
        if let hint = dialog.hint { shape.message = Notice(.info, hint.asSentence) }
        let lines = MemberLines(dialog: shape, state: self, columns: inner.columns, look: look)
        return lines.invitation(form, rows: inner.rows).draw(into: &buffer, in: inner)
    }
}
