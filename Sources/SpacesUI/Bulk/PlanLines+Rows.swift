import Localization
import SpacesModel
import Terminal
import Widgets

/// The spaces of a plan in columns: what they are called, their type, what is there now and what will be.
extension PlanLines {
    /// Where the columns of a row begin, counted from its left end, and how wide they are.
    private struct Columns {
        let name: Int
        /// 0 where the types are not shown.
        let type: Int
        /// 0 where there is room for one of the two values alone.
        let before: Int
        let after: Int

        var typeStart: Int { 2 + name + 2 }
        var beforeStart: Int { typeStart + (type > 0 ? type + 2 : 0) }
        /// The arrow between the two.
        var arrow: Int { before > 0 ? beforeStart + before + 1 : beforeStart }
        var afterStart: Int { arrow + (before > 0 ? 3 : 2) }
        var end: Int { afterStart + after + 2 }
    }

    private var layout: Columns {
        let names = (plan.items.map(\.label) + plan.skipped.map(\.space.name)).map { CellWidth.of($0) }.max() ?? 0
        let name = max(4, min(names, columns * 2 / 5))
        let isWide = columns >= 70
        // Where room is short a column that says the same of all that is changed has none.
        let types = Set(plan.items.map(\.space.type)).union(isWide ? plan.skipped.map(\.space.type) : [])
        let type = isWide || types.count > 1 ? min(types.map { CellWidth.of($0.label) }.max() ?? 0, 12) : 0
        let rest = columns - name - (type > 0 ? type + 2 : 0)
        let widest = plan.items.map { CellWidth.of($0.before) }.max() ?? 0
        let before = rest < 20 ? 0 : min(widest, max(4, rest / 3))
        let after = plan.items.map { CellWidth.of($0.after) }.max() ?? 0
        return Columns(
            name: name, type: type, before: before,
            after: max(
                isWide ? CellWidth.of(Self.afterTitle) : 4, min(after, rest - (before > 0 ? before + 10 : 6))))
    }

    private static var afterTitle: String { localized("AFTER") }

    /// The names of the columns.
    var headings: DialogLine {
        let layout = layout
        return DialogLine(.air) { [look, glyphs, plan] buffer, rect in
            if plan.items.isEmpty && plan.skipped.isEmpty { return nil }
            let before = layout.before > 0 && !plan.items.isEmpty
            let cells = [
                (Column.name.title, 2, layout.name), (Column.type.title, layout.typeStart, layout.type),
                (localized("NOW"), layout.beforeStart, before ? layout.before : 0),
                (Self.afterTitle, layout.afterStart, plan.items.isEmpty ? 0 : layout.after),
            ]
            for (text, start, width) in cells where width > 0 {
                buffer.writeFitting(
                    text, column: rect.column + start, row: rect.row, columns: width, style: look[.heading],
                    glyphs: glyphs)
            }
            return nil
        }
    }

    /// The spaces, those left out below them.
    var rows: [DialogLine] {
        let layout = layout
        var lines = plan.items.map { row($0, layout) }
        if !plan.skipped.isEmpty {
            if isAiry, !lines.isEmpty { lines.append(.air) }
            lines.append(.text(.need, [(localized("Left out"), look[.heading])], glyphs: glyphs))
            lines += plan.skipped.map { row($0, layout) }
        }
        return lines
    }

    private func row(_ item: BulkItem, _ layout: Columns) -> DialogLine {
        DialogLine(.need) { [look, glyphs] buffer, rect in
            func write(_ text: String, _ start: Int, _ width: Int, _ role: Role) {
                let room = min(width, rect.columns - start)
                guard room > 0 else { return }
                buffer.writeFitting(
                    text, column: rect.column + start, row: rect.row, columns: room, style: look[role], glyphs: glyphs)
            }
            write(item.label, 2, layout.name, .text)
            write(item.space.type.label, layout.typeStart, layout.type, .dim)
            write(item.before, layout.beforeStart, layout.before, .dim)
            write(look.arrow, layout.arrow, 2, .dim)
            write(item.after, layout.afterStart, layout.after, .text)
            if let warning = item.warning { write("! \(warning)", layout.end, rect.columns, .warning) }
            return nil
        }
    }

    private func row(_ skip: BulkSkip, _ layout: Columns) -> DialogLine {
        DialogLine(.need) { [look, glyphs] buffer, rect in
            let cells = [
                (skip.space.name, 2, layout.name), (skip.space.type.label, layout.typeStart, layout.type),
                (skip.reason, layout.beforeStart, rect.columns - layout.beforeStart),
            ]
            for (text, start, width) in cells where width > 0 {
                buffer.writeFitting(
                    text, column: rect.column + start, row: rect.row, columns: width, style: look[.dim], glyphs: glyphs)
            }
            return nil
        }
    }
}
