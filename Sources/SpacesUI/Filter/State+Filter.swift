import SpacesQuery
import Terminal
import Widgets

extension State {
    /// A key while the filter is being typed.
    mutating func receiveInFilter(_ key: Key) {
        switch key {
        case Key(.enter):
            filterField = nil
            list.choose()
            keepFilter()
        case Key(.escape):
            filterField = nil
            setFilter("")
        case .control("c"): filterField = nil
        case Key(.tab): complete()
        case Key(.up) where recallFilter(step: 1), Key(.down) where recallFilter(step: -1): break
        case Key(.up), Key(.down), Key(.pageUp), Key(.pageDown):
            if let command = keymap.command(for: key) { perform(command) }
        default:
            if filterField?.handle(key) == true {
                filterRecall = filterField?.isEmpty == true ? FilterRecall(filterHistory, startingFrom: "") : nil
                applyFilter()
            }
        }
    }

    mutating func applyFilter() {
        if let text = filterField?.text, text != list.filter { setFilter(text) }
    }

    mutating func setFilter(_ text: String) {
        list.measure(at: now, timeZone)
        list.filter(by: text)
    }

    /// What the word at the cursor could become.
    var completion: QueryCompletion? {
        filterField.flatMap { field in
            field.isEmpty ? nil : QueryCompletion(field.text, at: field.cursor, people: list.catalog.people)
        }
    }

    /// Puts the likeliest completion in the place of what was typed of it; again, the next one.
    private mutating func complete() {
        guard let field = filterField else { return }
        var cycle: FilterCompletion
        if let earlier = filterCompletion, earlier.result(in: field).text == field.text {
            cycle = earlier
            cycle.choice = (cycle.choice + 1) % cycle.completion.choices.count
        } else {
            guard let completion, !completion.choices.isEmpty else { return }
            cycle = FilterCompletion(typed: field.text, completion: completion)
        }
        filterCompletion = cycle
        filterField = cycle.result(in: field)
        applyFilter()
    }

    /// Below the list while the filter is typed: what is wrong with it, else what it could become, else the keys.
    func drawFilterHelp(into buffer: inout Buffer, in rect: Rect, look: Look) -> Bool {
        guard let field = filterField else { return false }
        if let hint = Query.read(field.text).hints.last {
            buffer.writeFitting(
                "\(look.glyphs.warning) \(hint.message)", column: rect.column + 1, row: rect.row,
                columns: rect.columns - 2, style: look[.warning], glyphs: look.glyphs)
            return true
        }
        guard let completion, field.cursor == field.text.count else { return false }
        let choices = completion.choices.map { ("  " + $0, look[.keyLabel]) }
        buffer.write(
            [("Tab", look[.key])] + choices, column: rect.column + 1, row: rect.row, columns: rect.columns - 2,
            glyphs: look.glyphs)
        return true
    }
}
