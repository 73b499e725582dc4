import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Lines that one step of the wheel moves.
    private static let wheelLines = 3

    /// A click selects and a double click is what Enter is; the wheel moves, and headings sort.
    ///
    /// Reports that come while the mouse is off are no clicks: they are what a terminal sent too late.
    mutating func receive(_ mouse: Mouse, clicks: Int) {
        guard isMouseOn else { return }
        // The banner has the top line to itself.
        let point = Point(column: mouse.at.column, row: mouse.at.row - (screenSize.rows - size.rows))
        switch (mouse.action, mouse.button) {
        case (.wheelUp, _): turnWheel(by: -Self.wheelLines)
        case (.wheelDown, _): turnWheel(by: Self.wheelLines)
        case (.press, .left):
            notice = nil
            if layout.footer.contains(point) {
                // The second click of two would meet the keys of the dialog that the first one opened.
                if clicks == 1 { clickHint(at: point) }
            } else {
                click(at: point, isDouble: clicks > 1)
            }
        default: return
        }
        list.scroll(toFit: layout.listRows)
    }

    /// Switches the mouse on or off: while it is on, the terminal does not select text by itself.
    mutating func toggleMouse() {
        isMouseOn.toggle()
        ask(.setMouse(isOn: isMouseOn))
        let key = keymap.name(of: .toggleMouse)
        notice = Notice(
            .info,
            isMouseOn
                ? localized(
                    "The mouse is on: click, double-click, wheel. Hold Shift to select text; \(key) switches it off.")
                : localized("The mouse is off, so that the terminal can select text; \(key) switches it on."))
    }

    private mutating func turnWheel(by lines: Int) {
        switch layers.last {
        case nil: list.move(by: lines)
        case .detail(var page):
            let last = lastScroll
            page.scroll = max(0, min(last, min(page.scroll, last) + lines))
            setTopLayer(.detail(page))
        case .help(var help):
            help.move(to: help.cursor + lines, of: help.choices(in: help.lines(of: keymap)).count)
            setTopLayer(.help(help))
        case .screen(let open): turnWheel(by: lines, in: open)
        case .members, .bulk, .run:
            // A line at a time, as their keys move.
            receive(Key(lines < 0 ? .up : .down))
        default: break
        }
    }

    /// The second click of two performs what the first one chose: a list may have moved under the mouse in between.
    private mutating func click(at point: Point, isDouble: Bool) {
        if !layers.isEmpty, isDouble {
            guard hasClickedChoice else { return }
            if case .screen(let open)? = layers.last { return choose(in: open) }
            return receive(Key(.enter))
        }
        hasClickedChoice = false
        switch layers.last {
        case nil: clickList(at: point, isDouble: isDouble)
        case .help(var help):
            let lines = help.lines(of: keymap)
            let choices = help.choices(in: lines)
            let area = helpArea(of: help)
            let seen = helpWindow(of: help, lines: lines, choices: choices)
            guard area.contains(point),
                let choice = choices.firstIndex(of: seen.lowerBound + point.row - area.row)
            else { return }
            help.move(to: choice, of: choices.count)
            choose(.help(help))
        case .screen(let open): click(at: point, in: open)
        default: break
        }
    }

    private mutating func choose(_ layer: Layer) {
        hasClickedChoice = true
        setTopLayer(layer)
    }

    private mutating func clickList(at point: Point, isDouble: Bool) {
        let layout = layout
        if layout.headings.contains(point) {
            clickHeading(at: point.column - layout.headings.column)
        } else if layout.list.contains(point), list.top + point.row - layout.list.row < list.shownCount {
            let row = list.top + point.row - layout.list.row
            // The list may have moved between two clicks: both must have met the same space.
            if isDouble, row == list.cursor {
                perform(.showDetail)
            } else {
                // Who clicks has seen what is there.
                cursorMove = nil
                list.move(to: row)
            }
        } else if layout.status?.contains(point) == true, filterField == nil {
            if let state = careState(at: point.column) { setFilter("state:\(state.word)") } else { perform(.filter) }
        }
    }

    /// Sorts by a column, and by the same one the other way round.
    private mutating func clickHeading(at column: Int) {
        let places = columnLayout(width: layout.headings.columns).places
        // The gap behind a column is its own: what one aims at is often at its edge.
        guard let place = places.last(where: { $0.start <= column }), column <= place.start + place.width else {
            return
        }
        if place.column == list.order.column {
            perform(.invertSort)
        } else {
            list.sort(by: SortOrder(place.column, isDescending: place.column.startsDescending))
        }
    }

    /// Presses the key whose hint was clicked, where the footer shows one.
    private mutating func clickHint(at point: Point) {
        let rect = layout.footer.inset(columns: 1)
        let hints = hints
        let column = point.column - rect.column
        guard
            let placement = KeyHints.placements(of: hints, columns: rect.columns)
                .first(where: { $0.column <= column && column < $0.column + $0.columns })
        else { return }
        let hint = hints[placement.index]
        if hint.keys.count == 1 { return receive(hint.keys[0]) }
        let names = hint.key.split(separator: " ")
        var end = placement.column
        // One of several keys by where it stands; the label belongs to the first.
        let clicked = names.first { name in
            end += CellWidth.of(String(name)) + 1
            return column < end
        }
        if let key = Key(named: String(clicked ?? names.first ?? "")) { receive(key) }
    }
}
