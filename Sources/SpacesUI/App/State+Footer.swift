import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// The keys that apply now; those of commands that are not possible are dimmed.
    func drawFooter(into buffer: inout Buffer, in rect: Rect, look: Look) {
        if layers.isEmpty, drawFilterHelp(into: &buffer, in: rect, look: look) { return }
        KeyHints.draw(
            hints, into: &buffer, rect: rect.inset(columns: 1), keyStyle: look[.key], labelStyle: look[.keyLabel],
            disabledStyle: look[.disabled])
    }

    var hints: [KeyHints.Hint] {
        if asksToDiscard { return [hint("y", localized("discard")), hint("n", localized("keep editing"))] }
        return switch layers.last {
        case .form(let form):
            [
                hint("Enter", form.purpose == .create ? localized("create") : localized("save")),
                hint("Esc", localized("cancel")),
                hint("Tab", localized("next field")),
                form.focus == .quota ? hint("PgUp PgDn", localized("presets")) : nil,
                form.focus == .template ? hint("Space", localized("change")) : nil,
            ].compactMap { $0 }
        case .confirmation(let confirmation):
            confirmation.needsName
                ? [
                    hint("Enter", confirmation.word, isEnabled: confirmation.isNameRight),
                    hint("Esc", localized("leave it")),
                ]
                : [hint("y", confirmation.deed), hint("n", localized("leave it"))]
        case .members(let dialog): hints(of: dialog)
        case .bulk(let dialog): hints(of: dialog)
        case .run: runHints
        case .conflict(let choice):
            (choice.conflict.fields.isEmpty ? [] : [hint("t", localized("theirs")), hint("m", localized("yours"))])
                + (choice.conflict.fields.count > 1
                    ? [hint("T M", localized("all")), hint("Up Down", localized("move"))] : [])
                + [
                    hint("Enter", localized("save"), isEnabled: choice.isDecided),
                    hint("Esc", localized("back to the form")),
                ]
        case .help(let help):
            help.isTyping
                ? [
                    hint("Enter", localized("keep")), hint("Esc", localized("clear")),
                    hint("Up Down", localized("move")),
                ]
                : [
                    hint("Enter", localized("perform")), hint(keymap.name(of: .filter), localized("filter")),
                    hint("Up Down", localized("move")),
                    hint("Esc", help.filter == nil ? localized("back") : localized("clear")),
                ]
        case .detail(let page) where page.searchField != nil:
            [hint("Enter", localized("keep")), hint("Esc", localized("clear"))]
        case .detail(let page) where !page.term.isEmpty:
            [
                hint("n N", localized("next and previous")), hint("/", localized("search")),
                hint("Esc", localized("clear")),
            ]
        case .detail:
            [hint("Tab", localized("next side")), hint("Up Down", localized("scroll"))]
                + [.edit, .members, .editReadme, .showImage, .disable, .restore, .purge].map(hint)
                + [hint("Esc", localized("back"))]
        case .export(let form): hints(of: form)
        case .screen(let open): open.screen.hints(in: self)
        case nil where filterField != nil:
            [
                hint("Enter", localized("keep")), hint("Esc", localized("clear")),
                hint(
                    "Up Down",
                    filterRecall == nil || filterHistory.isEmpty ? localized("move") : localized("earlier filters")),
            ]
        case nil: listHints
        }
    }

    private var listHints: [KeyHints.Hint] {
        var hints = keymap.bindings.filter { $0.footer != nil && !$0.keys.isEmpty }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
            .map { hint($0.command) }
        if !list.filter.isEmpty { hints.insert(hint(.clearFilter), at: 0) }
        return hints
    }

    private func hint(_ command: Command) -> KeyHints.Hint {
        // Both directions of sorting share one place.
        let key =
            command == .sortByPrevious
            ? "\(keymap.name(of: .sortByPrevious)) \(keymap.name(of: .sortByNext))" : keymap.name(of: command)
        return KeyHints.Hint(
            key: key, label: command.label, isEnabled: availability(of: command).isEnabled,
            isPinned: command == .help || command == .quit)
    }

    func hint(_ key: String, _ label: String, isEnabled: Bool = true) -> KeyHints.Hint {
        KeyHints.Hint(key: key, label: label, isEnabled: isEnabled, isPinned: key == "Esc")
    }

    /// What just happened, above the footer, over the last lines of the list.
    func drawNotice(into buffer: inout Buffer, above footer: Rect, look: Look) {
        guard let notice else { return }
        let columns = footer.columns - 5
        let room = max(1, min(4, size.rows - 4))
        // Where another key would be taken for something else, the way to the details is not told.
        let hasDetails = notice.level == .error && layers.isEmpty && filterField == nil
        let text = notice.text + (hasDetails ? " " + localized("Details: \(keymap.name(of: .showErrorLog))") : "")
        var lines = TextWrapping.lines(of: text, columns: columns)
        if lines.count > room {
            lines = Array(lines.prefix(room))
            lines[room - 1] = CellWidth.truncate(lines[room - 1] + String(look.glyphs.ellipsis), to: columns)
        }
        for (index, line) in lines.enumerated() {
            let row = footer.row - lines.count + index
            buffer.fill(Rect(column: 0, row: row, columns: footer.columns, rows: 1), style: look[.text])
            if index == 0 { buffer.write(notice.mark(look.glyphs), column: 1, row: row, style: look[notice.role]) }
            buffer.write(line, column: 3, row: row, style: look[notice.role])
        }
    }
}

extension Notice {
    func mark(_ glyphs: Glyphs) -> String {
        switch level {
        case .success: String(glyphs.success)
        case .info: String(glyphs.note)
        case .note, .warning: String(glyphs.warning)
        case .error: String(glyphs.failure)
        }
    }
}
