package import SpacesClient
import SpacesQuery
import Widgets

/// The page that shows what was changed: a list of entries, or one of them in full.
package struct JournalPage: Equatable, Sendable {
    package enum Status: Equatable, Sendable {
        case loading, loaded
        /// Why it cannot be read.
        case failed(String)
    }

    package private(set) var status = Status.loading
    package private(set) var listing = JournalListing()
    /// The entries that the filter leaves, the newest first.
    package private(set) var shown: [JournalEntry] = []
    package private(set) var filter = ""
    /// The filter while it is typed.
    var field: TextField?
    /// Counts the entries that are shown.
    package private(set) var cursor = 0
    /// The first entry on the screen.
    private(set) var top = 0
    /// How far the entry under the cursor is scrolled, while it is shown in full; `nil` in the list.
    var record: Int?

    package init() {}

    package var selected: JournalEntry? { shown.indices.contains(cursor) ? shown[cursor] : nil }

    /// Takes what was read, and stays on the entry that is selected.
    mutating func show(_ listing: JournalListing) {
        status = .loaded
        self.listing = listing
        arrange()
    }

    mutating func fail(_ sentence: String) {
        status = .failed(sentence)
    }

    mutating func filter(by text: String) {
        filter = text
        arrange()
    }

    mutating func move(to row: Int) {
        cursor = max(0, min(row, shown.count - 1))
    }

    /// Scrolls so that the cursor is among `height` lines.
    mutating func scroll(toFit height: Int) {
        guard height > 0 else { return }
        top = max(0, min(max(min(top, cursor), cursor - height + 1), shown.count - height))
    }

    private mutating func arrange() {
        let selected = cursor > 0 ? selected?.id : nil
        let words = filter.split(separator: " ").map { FoldedText.bytes(of: String($0)) }
        shown =
            words.isEmpty
            ? listing.entries
            : listing.entries.filter { entry in
                let text = FoldedText.bytes(of: entry.words)
                return words.allSatisfy { text.firstRange(of: $0) != nil }
            }
        move(to: shown.firstIndex { $0.id == selected } ?? 0)
    }
}
