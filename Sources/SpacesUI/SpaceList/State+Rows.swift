import Localization
import Foundation
import SpacesModel
import SpacesQuery
import Terminal
import Widgets

extension State {
    /// The names of the columns, with a mark on each that the list is sorted by, and signs where more columns are.
    func drawHeadings(into buffer: inout Buffer, in rect: Rect, look: Look) {
        let columns = columnLayout(width: rect.columns)
        for place in columns.places {
            let sorting = list.order[place.column].map { sortMark(place: $0.place, $0.key, look) }
            let style = look[sorting == nil ? .heading : .headingSorted]
            let start = rect.column + place.start
            let title = place.column.title
            if place.column.isRightAligned {
                buffer.writeRight(title + (sorting ?? ""), endColumn: start + place.width, row: rect.row, style: style)
            } else {
                let whole = title + (sorting.map { " " + $0 } ?? "")
                buffer.writeFitting(
                    whole, column: start, row: rect.row, columns: place.width, style: style, glyphs: look.glyphs)
            }
        }
        if columns.hiddenLeft > 0, let second = columns.places.dropFirst().first {
            buffer.write(
                look.glyphs.moreLeft, column: rect.column + second.start - ColumnLayout.gap, row: rect.row,
                style: look[.key])
        }
        if columns.hiddenRight > 0 {
            buffer.write(look.glyphs.moreRight, column: rect.endColumn - 1, row: rect.row, style: look[.key])
        }
    }

    /// The arrow of a column that the list is sorted by, and its place where there are several.
    func sortMark(place: Int, _ key: SortOrder.Key, _ look: Look) -> String {
        let arrow = String(key.isDescending ? look.glyphs.descending : look.glyphs.ascending)
        return list.order.others.isEmpty ? arrow : arrow + "\(place)"
    }

    func columnLayout(width: Int) -> ColumnLayout {
        ColumnLayout(
            width: width, names: list.catalog.nameColumns, arrangement: columns, sortedBy: list.order, pan: pan,
            isLight: isLinkSlow)
    }

    /// The rows that fit, and where the selected one is.
    func drawRows(into buffer: inout Buffer, in rect: Rect, look: Look) -> Point? {
        let columns = columnLayout(width: rect.columns)
        var cursor: Point?
        for line in 0..<rect.rows {
            guard let space = list.space(atRow: list.top + line) else { break }
            let isSelected = list.top + line == list.cursor
            let row = rect.row + line
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: rect.column, row: row, style: look[.selection])
                cursor = Point(column: rect.column, row: row)
            }
            if let change = list.changes[space.id] {
                buffer.write(change.sign, column: rect.column + 1, row: row, style: look[.info])
            }
            if list.isMarked(space, row: list.top + line) {
                // In the place of the bar; beside it where the cursor stands.
                let place = rect.column + (isSelected ? 1 : 0)
                buffer.write(String(look.glyphs.mark), column: place, row: row, style: look[.marked])
            }
            let cells = RowCells(
                space: space, isSelected: isSelected, isPinned: list.context.pinned.contains(space.id),
                isSaving: pending[space.id] != nil, isSketch: isLinkSlow,
                now: now, showsStateColumn: columns.shows(.state), look: look)
            for place in columns.places {
                cells.draw(
                    place.column, into: &buffer, column: rect.column + place.start, row: row, columns: place.width,
                    query: list.query)
            }
        }
        return cursor
    }
}

/// Draws the cells of one row.
private struct RowCells {
    let space: Space
    let isSelected: Bool
    let isPinned: Bool
    /// True while a change of this space is under way.
    let isSaving: Bool
    /// True on a slow line: words and numbers without bars and colours.
    let isSketch: Bool
    let now: Date
    let showsStateColumn: Bool
    let look: Look

    private var rowState: RowState { RowState(space) }
    /// Disabled spaces step back; the selected one steps forward.
    private var style: Style { isSelected ? look[.selected] : quiet }
    private var quiet: Style { look[space.isDisabled && !isSketch ? .stateDisabled : .text] }

    func draw(_ column: Column, into buffer: inout Buffer, column start: Int, row: Int, columns: Int, query: Query) {
        switch column {
        case .name:
            let pin = isPinned ? " \(look.glyphs.pinned)" : ""
            let sign = space.isOrphaned ? " \(look.glyphs.orphaned)" : ""
            let name = CellWidth.truncate(
                space.name.isEmpty ? localized("(no name)") : space.name, to: columns - CellWidth.of(pin + sign),
                ellipsis: String(look.glyphs.ellipsis))
            var used = buffer.write(name, column: start, row: row, style: style)
            used += buffer.write(pin, column: start + used, row: row, style: look[isSketch ? .text : .key])
            buffer.write(sign, column: start + used, row: row, style: look[isSketch ? .text : .stateOrphaned])
            if !query.isEmpty { highlight(query, in: name, of: .name, into: &buffer, column: start, row: row) }
        case .managers, .owner, .subtitle, .alias, .id:
            let text = CellWidth.truncate(
                space.text(of: column) ?? "", to: columns, ellipsis: String(look.glyphs.ellipsis))
            if text.isEmpty {
                buffer.write(look.glyphs.missing, column: start, row: row, style: isSketch ? quiet : look[.dim])
            } else {
                buffer.write(text, column: start, row: row, style: quiet)
                if let field = column.field, !query.isEmpty {
                    highlight(query, in: text, of: field, into: &buffer, column: start, row: row)
                }
            }
        case .type:
            buffer.writeFitting(
                space.type.label, column: start, row: row, columns: columns, style: quiet, glyphs: look.glyphs)
        case .state:
            let label = isSaving ? localized("saving…") : rowState == .normal ? "" : rowState.label
            buffer.write(label, column: start, row: row, style: isSketch ? quiet : look[rowState.role])
        case .usage: drawUsage(into: &buffer, column: start, row: row)
        case .used:
            right(
                space.type == .virtual ? nil : space.quota?.used?.formatted(), into: &buffer, end: start + columns,
                row: row)
        case .quota: right(limit, into: &buffer, end: start + columns, row: row)
        case .remaining: right(remaining, into: &buffer, end: start + columns, row: row)
        case .members:
            right(space.memberCount.map { Numbers.grouped($0) }, into: &buffer, end: start + columns, row: row)
        case .modified:
            right(space.modified.map { Numbers.age(of: $0, at: now) }, into: &buffer, end: start + columns, row: row)
        }
    }

    private var limit: String? {
        guard space.type != .virtual else { return nil }
        return switch space.quota?.limit {
        case .bytes(let size): size.formatted()
        case .unlimited: look.glyphs.unlimited
        case nil: nil
        }
    }

    private var remaining: String? {
        guard space.type != .virtual else { return nil }
        if space.quota?.limit == .unlimited { return look.glyphs.unlimited }
        return space.quota?.remaining?.formatted()
    }

    private func right(_ text: String?, into buffer: inout Buffer, end: Int, row: Int) {
        buffer.writeRight(
            text ?? look.glyphs.missing, endColumn: end, row: row, style: text == nil && !isSketch ? look[.dim] : quiet)
    }

    /// A bar of eight cells, the percentage, and a sign for what is critical; or a word where there is nothing to measure.
    private func drawUsage(into buffer: inout Buffer, column: Int, row: Int) {
        guard let quota = space.quota, let fraction = quota.usedFraction, let percent = quota.usedPercent else {
            let word = showsStateColumn || rowState == .unknown ? look.glyphs.missing : rowState.label
            buffer.write(word, column: column, row: row, style: look[showsStateColumn ? .dim : rowState.role])
            return
        }
        let style = isSketch ? quiet : look[Role.gauge(for: quota.state)]
        if !showsStateColumn, rowState == .orphaned {
            // Where no column tells states, the word goes before the bar.
            buffer.write(rowState.label, column: column, row: row, style: isSketch ? quiet : look[rowState.role])
        } else if !isSketch {
            Gauge(
                fraction: fraction, fill: look.theme.gaugeFill(for: quota.state, glyphs: look.glyphs),
                glyphs: look.glyphs
            )
            .draw(into: &buffer, column: column, row: row, columns: 8, style: style, track: look[.gaugeTrack])
        }
        let label = percent > 999 ? ">999 %" : "\(percent) %"
        let words = isSketch || quota.state == .normal ? quiet : look[Role.words(for: quota.state)]
        buffer.writeRight(label, endColumn: column + 14, row: row, style: words)
        switch quota.state {
        case .critical: buffer.write("!", column: column + 15, row: row, style: words)
        case .exceeded: buffer.write(String(look.glyphs.failure), column: column + 15, row: row, style: words)
        default: break
        }
    }

    /// Marks the letters of a text that the filter found.
    private func highlight(
        _ query: Query, in text: String, of field: QueryField, into buffer: inout Buffer, column: Int, row: Int
    ) {
        let found = look[.match]
        for range in query.highlights(in: text, of: field) {
            let before = CellWidth.of(String(text.prefix(range.lowerBound)))
            let width = CellWidth.of(String(text.dropFirst(range.lowerBound).prefix(range.count)))
            buffer.restyle(Rect(column: column + before, row: row, columns: width, rows: 1)) {
                $0.foreground = found.foreground
                $0.attributes.formUnion(found.attributes)
            }
        }
    }
}

extension Column {
    /// The field of the filter that looks at the texts of the column.
    var field: QueryField? {
        switch self {
        case .name: .name
        case .managers: .manager
        case .owner: .owner
        case .subtitle: .subtitle
        case .alias: .alias
        case .id: .id
        default: nil
        }
    }
}
