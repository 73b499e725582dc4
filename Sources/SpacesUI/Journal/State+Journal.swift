import Localization
import SpacesClient
import Terminal
import Widgets

extension State {
    /// Opens the page and reads the journal.
    mutating func showJournal() {
        layers.append(.journal(JournalPage()))
        ask(.readJournal)
    }

    mutating func take(_ result: Result<JournalListing, JournalFailure>) {
        changeJournal { page in
            switch result {
            case .success(let listing): page.show(listing)
            case .failure(let failure): page.fail(failure.sentence)
            }
        }
    }

    /// Reads the journal again where it is on the screen, as a change was answered.
    mutating func refreshJournal() {
        changeJournal { _ in
        } then: {
            $0.ask(.readJournal)
        }
    }

    /// A change that could not be written down: said beside whatever else is said until the next key.
    mutating func takeJournalProblem(_ failure: JournalFailure) {
        journalProblem = localized("The change is not in the journal. \(failure.sentence)")
    }

    /// Keeps the problem of the journal in sight when another notice takes the place of it.
    mutating func tellJournalProblem() {
        guard let journalProblem, notice?.text.hasSuffix(journalProblem) != true else { return }
        let level = notice?.level == .error ? Notice.Level.error : .warning
        notice = Notice(level, [notice?.text, journalProblem].compactMap { $0 }.joined(separator: " "))
    }

    private mutating func changeJournal(
        _ change: (inout JournalPage) -> Void, then act: (inout State) -> Void = { _ in }
    ) {
        for (index, layer) in layers.enumerated() {
            guard case .journal(var page) = layer else { continue }
            change(&page)
            page.scroll(toFit: journalRows)
            layers[index] = .journal(page)
            act(&self)
        }
    }

    // MARK: Keys

    mutating func receive(_ key: Key, in page: JournalPage) {
        var page = page
        if let field = page.field {
            filter(key, field, &page)
        } else if let scroll = page.record {
            readRecord(key, scroll, &page)
        } else if !browse(key, &page) {
            return
        }
        page.scroll(toFit: journalRows)
        setTopLayer(.journal(page))
    }

    mutating func receive(paste text: String, in page: JournalPage) {
        guard var field = page.field else { return }
        var page = page
        field.paste(text)
        page.field = field
        page.filter(by: field.text)
        page.scroll(toFit: journalRows)
        setTopLayer(.journal(page))
    }

    /// The keys of the list; false when the page is closed.
    private mutating func browse(_ key: Key, _ page: inout JournalPage) -> Bool {
        let step = max(1, journalRows - 1)
        if key == Key(.enter) {
            if page.selected != nil { page.record = 0 }
            return true
        }
        switch keymap.command(for: key) {
        case .moveUp: page.move(to: page.cursor - 1)
        case .moveDown: page.move(to: page.cursor + 1)
        case .pageUp, .halfPageUp: page.move(to: page.cursor - step)
        case .pageDown, .halfPageDown: page.move(to: page.cursor + step)
        case .moveToFirst: page.move(to: 0)
        case .moveToLast: page.move(to: page.shown.count - 1)
        case .filter: page.field = TextField(page.filter)
        case .refresh: ask(.readJournal)
        case .showDetail: if page.selected != nil { page.record = 0 }
        case .clearFilter where !page.filter.isEmpty: page.filter(by: "")
        case .clearFilter, .quit, .showJournal:
            setTopLayer(nil)
            return false
        default: notice = Notice(.info, localized("\(key.name) has no meaning here. Esc goes back to the list."))
        }
        return true
    }

    private mutating func filter(_ key: Key, _ field: TextField, _ page: inout JournalPage) {
        var field = field
        switch key {
        case Key(.enter): page.field = nil
        case Key(.escape), .control("c"):
            page.field = nil
            page.filter(by: "")
        case Key(.up): page.move(to: page.cursor - 1)
        case Key(.down): page.move(to: page.cursor + 1)
        default:
            guard field.handle(key) else { return }
            page.field = field
            page.filter(by: field.text)
        }
    }

    private mutating func readRecord(_ key: Key, _ scroll: Int, _ page: inout JournalPage) {
        let step = max(1, pageArea.rows - 1)
        let last = page.selected.map { max(0, recordLines(of: $0, glyphs: .unicode).count - pageArea.rows) } ?? 0
        let scroll = min(scroll, last)
        switch keymap.command(for: key) {
        case .moveUp: page.record = max(0, scroll - 1)
        case .moveDown: page.record = min(last, scroll + 1)
        case .pageUp, .halfPageUp: page.record = max(0, scroll - step)
        case .pageDown, .halfPageDown: page.record = min(last, scroll + step)
        case .moveToFirst: page.record = 0
        case .moveToLast: page.record = last
        case .clearFilter, .quit, .showDetail, .showJournal: page.record = nil
        default: break
        }
    }

    func hints(of page: JournalPage) -> [KeyHints.Hint] {
        if page.field != nil {
            return [
                hint("Enter", localized("keep")), hint("Esc", localized("clear")), hint("Up Down", localized("move")),
            ]
        }
        if page.record != nil { return [hint("Up Down", localized("scroll")), hint("Esc", localized("back"))] }
        return [
            hint("Enter", localized("whole entry"), isEnabled: page.selected != nil),
            hint(keymap.name(of: .filter), localized("filter")),
            hint(keymap.name(of: .refresh), localized("refresh")),
            hint("Esc", page.filter.isEmpty ? localized("back") : localized("clear")),
        ]
    }
}
