import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

/// The lines of a form, top to bottom, as a roomy screen shows them.
struct FormLines {
    let form: SpaceForm
    let columns: Int
    let look: Look

    /// As many as the longest label in the language of the person takes, and a gap.
    private var labelColumns: Int { max(10, 2 + (form.rows.map { CellWidth.of($0.label) }.max() ?? 0)) }

    var lines: [FormLine] {
        var lines = [air]
        for row in form.rows {
            lines.append(field(row))
            if row == .quota, form.locked[row] == nil { lines.append(presets) }
            if let reason = form.locked[row] { lines.append(note(reason, .dim, below: row, weight: .help)) }
            if let problem = form.visibleProblem(of: row) { lines += wrapped("! " + problem, .error, below: row) }
            if row == .name, form.hasTwin, form.visibleProblem(of: row) == nil {
                lines += wrapped("! " + localized("another space has this name"), .warning, below: row)
            }
            if row == .quota, let warning = form.quotaWarning { lines += wrapped("! " + warning, .warning, below: row) }
        }
        if case .edit(let space) = form.purpose, let now = space.quota, space.type != .virtual {
            lines += [air, gauge(localized("now"), now)]
            lines.append(form.quotaAfter.map { gauge(localized("after"), $0) } ?? FormLine(.air) { _, _, _ in nil })
        }
        lines.append(air)
        if let failure = form.failure {
            lines += TextWrapping.lines(of: "\(look.glyphs.failure) " + failure.sentence, columns: columns).prefix(5)
                .map { text in FormLine(.reason) { buffer, rect, row in write(text, .error, &buffer, rect, row) } }
            lines.append(air)
        }
        return lines + [outcome]
    }

    private var air: FormLine { FormLine(.air) { _, _, _ in nil } }

    private func field(_ row: SpaceForm.Row) -> FormLine {
        FormLine(.field, row: row) { buffer, rect, line in
            let isFocused = form.focus == row && form.sent == nil
            let isLocked = form.locked[row] != nil
            buffer.write(
                row.label, column: rect.column, row: line,
                style: look[isFocused ? .prompt : isLocked ? .disabled : .text])
            let start = rect.column + labelColumns
            let width = rect.endColumn - start
            if row == .template {
                let word = form.usesTemplate ? localized("yes: with an image and a readme") : localized("no: empty")
                buffer.write(word, column: start, row: line, style: look[isFocused ? .fieldFocused : .field])
                return Point(column: start, row: line)
            }
            guard var text = form.fields[row] else { return nil }
            // What is not being edited shows its beginning.
            if form.focus != row { text.cursor = 0 }
            let style = look[isFocused ? .fieldFocused : isLocked ? .disabled : .field]
            buffer.fill(Rect(column: start, row: line, columns: width, rows: 1), style: style)
            return text.draw(
                into: &buffer, column: start, row: line, columns: width, style: style,
                placeholderStyle: look[.placeholder])
        }
    }

    private var presets: FormLine {
        FormLine(.help) { buffer, rect, line in
            let current = form.text(of: .quota)
            let pieces = SpaceForm.presets(maximum: form.maximumQuota).flatMap { limit in
                [(limit.exactText, look[limit.exactText == current ? .selected : .dim]), ("  ", look[.dim])]
            }
            let start = rect.column + labelColumns
            buffer.write(pieces, column: start, row: line, columns: rect.endColumn - start, glyphs: look.glyphs)
            return nil
        }
    }

    private func wrapped(_ text: String, _ role: Role, below row: SpaceForm.Row) -> [FormLine] {
        TextWrapping.lines(of: text, columns: columns - labelColumns).prefix(3)
            .map { note($0, role, below: row, weight: .reason) }
    }

    private func note(_ text: String, _ role: Role, below row: SpaceForm.Row, weight: FormLine.Weight) -> FormLine {
        FormLine(weight, row: row) { buffer, rect, line in
            let start = rect.column + labelColumns
            buffer.writeFitting(
                text, column: start, row: line, columns: rect.endColumn - start, style: look[role], glyphs: look.glyphs)
            return nil
        }
    }

    private func gauge(_ label: String, _ quota: Quota) -> FormLine {
        FormLine(.gauge) { buffer, rect, line in
            let style = look[Role.gauge(for: quota.state)]
            let words = look[Role.words(for: quota.state)]
            buffer.write(label, column: rect.column, row: line, style: look[.dim])
            let start = rect.column + labelColumns
            let width = max(4, rect.endColumn - start - 28)
            Gauge(
                fraction: quota.usedFraction, fill: look.theme.gaugeFill(for: quota.state, glyphs: look.glyphs),
                glyphs: look.glyphs
            )
            .draw(into: &buffer, column: start, row: line, columns: width, style: style, track: look[.gaugeTrack])
            if let percent = quota.usedPercent {
                buffer.writeRight(
                    percent > 9999 ? ">9999 %" : "\(percent) %", endColumn: start + width + 8, row: line, style: words)
            }
            let word = start + width + 10
            buffer.writeFitting(
                quota.state.label, column: word, row: line, columns: rect.endColumn - word, style: words,
                glyphs: look.glyphs)
            return nil
        }
    }

    /// What Enter would do now.
    private var outcome: FormLine {
        FormLine(.reason) { buffer, rect, line in
            let text: String
            var role = Role.text
            if form.sent != nil {
                (text, role) = (localized("saving…"), .info)
            } else if form.hint != nil, !form.problems.isEmpty {
                (text, role) = (
                    localized("not sent: \(counted(form.problems.count, "field", "fields")) to mend"), .error
                )
            } else if !form.problems.isEmpty {
                let isUntouched = form.purpose == .create && form.text(of: .name).isEmpty
                (text, role) = (isUntouched ? localized("type a name first") : localized("cannot be sent yet"), .dim)
            } else if form.purpose == .create {
                text = localized("Enter creates the space")
            } else if form.changeCount == 0 {
                (text, role) = (localized("nothing changed yet"), .dim)
            } else {
                text = localized("Enter saves \(counted(form.changeCount, "change", "changes"))")
            }
            buffer.writeFitting(
                text, column: rect.column, row: line, columns: rect.columns, style: look[role], glyphs: look.glyphs)
            return nil
        }
    }

    private func write(_ text: String, _ role: Role, _ buffer: inout Buffer, _ rect: Rect, _ row: Int) -> Point? {
        buffer.write(text, column: rect.column, row: row, style: look[role], limit: rect.columns)
        return nil
    }
}
