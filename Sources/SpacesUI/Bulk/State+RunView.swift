import Localization
import Foundation
import SpacesModel
import Terminal
import Widgets

/// The page of a run: how far it is, what came of each space, and what the server said about the one under the cursor.
extension State {
    func draw(_ page: RunPage, into buffer: inout Buffer, look: Look) -> Point? {
        guard let run else { return nil }
        let area = pageArea
        let top = runTop(run, page, look: look)
        _ = top.draw(into: &buffer, in: area)
        let foot = runFoot(run, page, look: look)
        let room = runListRows(page, look: look)
        let body = Rect(column: area.column, row: area.row + top.count, columns: area.columns, rows: room)
        let rows = run.rows(problemsOnly: page.showsProblemsOnly)
        var cursor: Point?
        let names = run.plan.items.map(\.label) + run.plan.skipped.map(\.space.name)
        let nameWidth = max(4, min(names.map { CellWidth.of($0) }.max() ?? 0, area.columns * 2 / 5))
        for (line, index) in (page.top..<min(rows.count, page.top + room)).enumerated() {
            let rect = Rect(column: body.column, row: body.row + line, columns: body.columns, rows: 1)
            if index == page.cursor {
                buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                cursor = Point(column: rect.column, row: rect.row)
            }
            draw(rows[index], of: run, nameWidth: nameWidth, into: &buffer, in: rect, look: look)
        }
        if rows.isEmpty, page.showsProblemsOnly {
            buffer.writeFitting(
                localized("Nothing went wrong so far. f shows all."), column: body.column + 2, row: body.row,
                columns: body.columns - 2, style: look[.dim], glyphs: look.glyphs)
        }
        drawScrollHint(page.top..<min(rows.count, page.top + room), of: rows.count, into: &buffer, look: look)
        let start = area.endRow - foot.count
        _ = foot.draw(
            into: &buffer, in: Rect(column: area.column, row: start, columns: area.columns, rows: foot.count))
        return cursor
    }

    /// How many rows of the list there is room for.
    func runListRows(_ page: RunPage, look: Look) -> Int {
        guard let run else { return 0 }
        return max(0, pageArea.rows - runTop(run, page, look: look).count - runFoot(run, page, look: look).count)
    }

    private func runTop(_ run: BulkRun, _ page: RunPage, look: Look) -> [DialogLine] {
        let columns = pageArea.columns
        let isAiry = size.rows >= 20
        var lines: [DialogLine] = [
            DialogLine(.need) { buffer, rect in
                let role: Role = run.isUnderWay ? .info : run.hasProblems ? .warning : .success
                let end = buffer.writeRight(run.phaseLabel, endColumn: rect.endColumn, row: rect.row, style: look[role])
                buffer.writeFitting(
                    run.title, column: rect.column, row: rect.row, columns: end - rect.column - 2, style: look[.title],
                    glyphs: look.glyphs)
                return nil
            },
            DialogLine(.need) { buffer, rect in drawProgress(run, into: &buffer, in: rect, look: look) },
        ]
        if size.rows >= 10 { lines.append(.text(.need, [(run.summary, look[.text])], glyphs: look.glyphs)) }
        if let message = page.message {
            lines += DialogLine.wrapped(
                .need, "\(message.mark(look.glyphs)) \(message.text)", look[message.role], columns: columns)
        } else if case .paused(let reason?) = run.phase {
            lines += DialogLine.wrapped(
                .need, localized("! \(reason), so nothing more is begun. p goes on, c leaves the rest undone."),
                look[.warning],
                columns: columns)
        } else if run.phase == .running, let comingWait {
            lines += DialogLine.wrapped(
                .need, "! " + waitSentence(until: comingWait), look[.warning], columns: columns)
        } else if run.phase == .interrupted {
            lines += DialogLine.wrapped(
                .need,
                localized(
                    """
                    ! Begun \(Numbers.moment(run.begun, in: timeZone)), and cut off when the program ended. \
                    This is what came of it.
                    """), look[.warning], columns: columns)
        }
        if isAiry { lines.append(.air) }
        return lines
    }

    private func drawProgress(_ run: BulkRun, into buffer: inout Buffer, in rect: Rect, look: Look) -> Point? {
        let total = run.plan.items.count
        let settled = run.settledCount
        var words = localized("\(Numbers.grouped(settled)) of \(Numbers.grouped(total))")
        if run.phase != .interrupted, let rate = run.rate(at: now) {
            words += "   \(Self.rate(rate))"
            if run.phase == .running, let seconds = run.secondsLeft(at: now), seconds >= 1 {
                words += ", " + localized("about \(Self.duration(seconds)) left")
            }
        }
        let columns = max(8, min(40, rect.columns - CellWidth.of(words) - 3))
        Gauge(
            fraction: total == 0 ? 1 : Double(settled) / Double(total),
            fill: look.theme.gaugeFill(for: .normal, glyphs: look.glyphs), glyphs: look.glyphs
        )
        .draw(
            into: &buffer, column: rect.column, row: rect.row, columns: columns, style: look[.gaugeNormal],
            track: look[.gaugeTrack])
        buffer.writeFitting(
            words, column: rect.column + columns + 2, row: rect.row, columns: rect.columns - columns - 2,
            style: look[.text], glyphs: look.glyphs)
        return nil
    }

    private static func rate(_ perSecond: Double) -> String {
        let number = perSecond < 10 ? Numbers.tenths(perSecond) : Numbers.grouped(Int(perSecond.rounded()))
        return localized("\(number) a second")
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e6).rounded(.up))
        return switch whole {
        case ..<120: "\(whole) s"
        case ..<7200: localized("\(whole / 60) min")
        default: localized("\(whole / 3600) h")
        }
    }

    private func draw(
        _ row: RunRow, of run: BulkRun, nameWidth: Int, into buffer: inout Buffer, in rect: Rect, look: Look
    ) {
        let name: String
        let (sign, word, role): (String, String, Role)
        var change = ""
        switch row {
        case .item(let index):
            let item = run.plan.items[index]
            let outcome = run.outcomes[index]
            name = item.label
            (sign, role) = outcome.kind.sign(look.glyphs)
            word = outcome.kind.label
            change = item.before.isEmpty ? item.after : "\(item.before) \(look.arrow) \(item.after)"
        case .skipped(let index):
            let skip = run.plan.skipped[index]
            (name, sign, word, role) = (skip.space.name, look.glyphs.missing, localized("left out"), .dim)
            change = skip.reason
        }
        buffer.write(sign, column: rect.column + 2, row: rect.row, style: look[role])
        let end = buffer.writeRight(word, endColumn: rect.endColumn, row: rect.row, style: look[role]) - 2
        let start = rect.column + 4
        buffer.writeFitting(
            name, column: start, row: rect.row, columns: min(nameWidth, end - start), style: look[.text],
            glyphs: look.glyphs)
        let at = start + nameWidth + 2
        buffer.writeFitting(
            change, column: at, row: rect.row, columns: end - at, style: look[.dim], glyphs: look.glyphs)
    }

    /// What is known about the row under the cursor, where that is more than its word.
    private func runFoot(_ run: BulkRun, _ page: RunPage, look: Look) -> [DialogLine] {
        let rows = run.rows(problemsOnly: page.showsProblemsOnly)
        guard rows.indices.contains(page.cursor), case .item(let index) = rows[page.cursor] else { return [] }
        let outcome = run.outcomes[index]
        if outcome.sentence.isEmpty { return [] }
        let most = size.rows < 12 ? 1 : 4
        var text = outcome.sentence
        if let message = outcome.message, !text.contains(message) {
            text += " " + localized("The server says: \(message)")
        }
        if !outcome.reference.isEmpty { text += " (\(outcome.reference))" }
        let role = outcome.kind.sign(look.glyphs).1
        let lines = DialogLine.wrapped(.need, text, look[role], columns: pageArea.columns)
        return (size.rows >= 20 ? [.air] : []) + lines.prefix(most)
    }
}

extension BulkOutcome.Kind {
    /// The sign before an item, and its role.
    fileprivate func sign(_ glyphs: Glyphs) -> (String, Role) {
        switch self {
        case .waiting: (" ", .dim)
        case .sending: (String(glyphs.ellipsis), .info)
        case .done: (String(glyphs.success), .success)
        case .failed: (String(glyphs.failure), .error)
        case .unknown: ("?", .warning)
        }
    }
}
