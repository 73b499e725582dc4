import SpacesClient
import SpacesModel
import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    static let journal: [Scene] = [
        Scene("journal", at: "Mars Mission") { $0.readJournal() },
        Scene("journal-ascii", at: "Mars Mission", glyphs: .ascii) { $0.readJournal() },
        Scene("journal-filtered", at: "Mars Mission") {
            $0.readJournal()
            $0.press("/")
            $0.type("quota not")
        },
        Scene("journal-no-match", at: "Mars Mission") {
            $0.readJournal()
            $0.press("/")
            $0.type("venus")
            $0.press(.enter)
        },
        Scene("journal-entry", at: "Mars Mission") {
            $0.readJournal()
            $0.press(.down, .down, .enter)
        },
        Scene("journal-entry-without-end", at: "Mars Mission") {
            $0.readJournal()
            $0.press("G", .enter)
        },
        Scene("journal-empty", at: "Mars Mission") {
            $0.press("J")
            $0.receive(.journalRead(.success(JournalListing())))
        },
        Scene("journal-refused", at: "Mars Mission") {
            $0.press("J")
            let sentence = "Others can read or write \(Sample.journalPath): chmod 600 it."
            $0.receive(.journalRead(.failure(JournalFailure(sentence))))
        },
        Scene("journal-not-written", at: "Mars Mission") {
            guard let change = State.change(in: $0.press("D", "y")) else { return }
            $0.receive(
                .journalFailed(JournalFailure("\(Sample.journalPath) cannot be written: No space left on device.")))
            $0.receive(.changeFinished(change, .success(nil)))
        },
    ]
}

extension State {
    /// Opens the page and lets the journal arrive.
    fileprivate mutating func readJournal() {
        press("J")
        let listing = JournalListing(Sample.journal, place: .file(Sample.journalPath), unreadable: 1)
        receive(.journalRead(.success(listing)))
    }
}
