import Terminal
import Localization
import SpacesClient

extension State {
    /// The entries that fit on the screen, below their headings.
    var journalRows: Int { max(0, pageArea.rows - 1) }

    /// Opens the page and reads the journal.
    mutating func showJournal() {
        open(JournalPage())
        ask(.readJournal)
    }

    mutating func take(_ result: Result<JournalListing, JournalFailure>) {
        let rows = journalRows
        changeAll(JournalPage.self) { page in
            switch result {
            case .success(let listing): page.show(listing)
            case .failure(let failure): page.fail(failure.sentence)
            }
            page.scroll(toFit: rows)
        }
    }

    /// Reads the journal again where it is on the screen, as a change was answered.
    mutating func refreshJournal() {
        var isOpen = false
        changeAll(JournalPage.self) { _ in isOpen = true }
        if isOpen { ask(.readJournal) }
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
}
