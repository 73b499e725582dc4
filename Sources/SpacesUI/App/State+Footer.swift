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
        switch layers.last {
        case .form(let form):
            [
                hint("Enter", form.purpose == .create ? "create" : "save"), hint("Esc", "cancel"),
                hint("Tab", "next field"),
                form.focus == .quota ? hint("PgUp PgDn", "presets") : nil,
                form.focus == .template ? hint("Space", "change") : nil,
            ].compactMap { $0 }
        case .confirmation(let confirmation):
            confirmation.needsName
                ? [hint("Enter", confirmation.verb, isEnabled: confirmation.isNameRight), hint("Esc", "leave it")]
                : [hint("y", confirmation.title.lowercased()), hint("n", "leave it")]
        case .members(let dialog): hints(of: dialog)
        case .bulk(let dialog): hints(of: dialog)
        case .run: runHints
        case .conflict(let choice):
            (choice.conflict.fields.isEmpty ? [] : [hint("t", "theirs"), hint("m", "yours")])
                + (choice.conflict.fields.count > 1 ? [hint("T M", "all"), hint("Up Down", "move")] : [])
                + [hint("Enter", "save"), hint("Esc", "back to the form")]
        case .draftConflict: [hint("t", "keep theirs"), hint("m", "save yours")]
        case .image: [hint("Esc", "back")]
        case .journal(let page): hints(of: page)
        case .undo: [hint("y", "write it back"), hint("n", "leave it")]
        case .errorLog(let page): hints(of: page)
        case .help(let help):
            help.isTyping
                ? [hint("Enter", "keep"), hint("Esc", "clear"), hint("Up Down", "move")]
                : [
                    hint("Enter", "perform"), hint(keymap.name(of: .filter), "filter"), hint("Up Down", "move"),
                    hint("Esc", help.filter == nil ? "back" : "clear"),
                ]
        case .copy: [hint("Enter", "copy"), hint("Up Down", "move"), hint("Esc", "back")]
        case .webAddress(let address):
            [hint("y", "copy"), hint("r", address.showsCode ? "text" : "QR code"), hint("Esc", "back")]
        case .commandPalette(let palette):
            [
                hint("Enter", "perform", isEnabled: palette.selected.map { availability(of: $0).isEnabled } ?? false),
                hint("Up Down", "move"), hint("Esc", "back"),
            ]
        case .detail:
            [hint("Tab", "next side"), hint("Up Down", "scroll")]
                + [.edit, .members, .editReadme, .showImage, .disable, .restore, .purge].map(hint)
                + [hint("Esc", "back")]
        case .summary: [hint("Enter", "show these"), hint("Up Down", "move"), hint("Esc", "back")]
        case .profiles(let chooser):
            [
                hint("Enter", "switch", isEnabled: chooser.selected != nil), hint("Up Down", "move"),
                hint("Esc", "stay here"),
            ]
        case .themes(let chooser):
            [
                hint("Enter", "keep", isEnabled: chooser.selected(of: themes.catalog) != nil), hint("Up Down", "try"),
                hint("Esc", "back"),
            ]
        case .columns:
            [
                hint("Space", "show or hide"), hint("J K", "order"), hint("Enter", "keep"), hint("Esc", "take back"),
                hint("Left Right", "width"), hint("=", "auto"), hint("r", "reset"),
            ]
        case .sorting:
            [
                hint("Enter", "by this alone"), hint("Space", "add or remove"), hint("O", "keep"),
                hint("Esc", "take back"), hint("I", "invert"), hint("1-9", "place"),
            ]
        case .views(let dialog): hints(of: dialog)
        case nil where filterField != nil:
            [
                hint("Enter", "keep"), hint("Esc", "clear"),
                hint("Up Down", filterRecall == nil || filterHistory.isEmpty ? "move" : "earlier filters"),
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
        KeyHints.Hint(key: key, label: label, isEnabled: isEnabled)
    }

    /// What just happened, above the footer, over the last lines of the list.
    func drawNotice(into buffer: inout Buffer, above footer: Rect, look: Look) {
        guard let notice else { return }
        let columns = footer.columns - 5
        let room = max(1, min(4, size.rows - 4))
        // Where another key would be taken for something else, the way to the details is not told.
        let hasDetails = notice.level == .error && layers.isEmpty && filterField == nil
        let text = notice.text + (hasDetails ? " Details: \(keymap.name(of: .showErrorLog))" : "")
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
        case .info: "i"
        case .warning: String(glyphs.warning)
        case .error: String(glyphs.failure)
        }
    }
}
