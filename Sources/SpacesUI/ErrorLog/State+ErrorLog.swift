import Localization
import SpacesClient
import Terminal
import Widgets

extension State {
    mutating func receive(_ key: Key, in page: ErrorLogPage) {
        var page = page
        if let field = page.field {
            filter(key, field, &page)
            setTopLayer(.errorLog(page))
            return
        }
        let rows = pageArea.rows
        let last = max(0, logLines(of: page, glyphs: .unicode).count - rows)
        let scroll = min(page.scroll ?? last, last)
        var wanted = scroll
        switch keymap.command(for: key) {
        case .moveUp: wanted -= 1
        case .moveDown: wanted += 1
        case .pageUp, .halfPageUp: wanted -= max(1, rows - 1)
        case .pageDown, .halfPageDown: wanted += max(1, rows - 1)
        case .moveToFirst: wanted = 0
        case .moveToLast: wanted = last
        case .filter: page.field = TextField(page.filter)
        case .edit where key == "e":
            page.isErrorsOnly.toggle()
            wanted = .max
        case .clearFilter where !page.filter.isEmpty:
            page.filter = ""
            wanted = .max
        case .clearFilter, .quit, .showErrorLog:
            setTopLayer(nil)
            return
        default: notice = Notice(.info, localized("\(key.name) has no meaning here. Esc goes back to the list."))
        }
        // Who has come to the end stays there while more is added.
        page.scroll = wanted >= last ? nil : max(0, wanted)
        setTopLayer(.errorLog(page))
    }

    mutating func receive(paste text: String, in page: ErrorLogPage) {
        guard var field = page.field else { return }
        var page = page
        field.paste(text)
        page.field = field
        page.filter = field.text
        page.scroll = nil
        setTopLayer(.errorLog(page))
    }

    private mutating func filter(_ key: Key, _ field: TextField, _ page: inout ErrorLogPage) {
        var field = field
        switch key {
        case Key(.enter): page.field = nil
        case Key(.escape), .control("c"):
            page.field = nil
            page.filter = ""
        default:
            guard field.handle(key) else { return }
            page.field = field
            page.filter = field.text
        }
        page.scroll = nil
    }

    func hints(of page: ErrorLogPage) -> [KeyHints.Hint] {
        if page.field != nil { return [hint("Enter", localized("keep")), hint("Esc", localized("clear"))] }
        return [
            hint("e", page.isErrorsOnly ? localized("everything") : localized("errors only")),
            hint(keymap.name(of: .filter), localized("search")),
            hint("Up Down", localized("scroll")), hint(keymap.name(of: .moveToLast), localized("newest")),
            hint("Esc", page.filter.isEmpty ? localized("back") : localized("clear")),
        ]
    }
}
