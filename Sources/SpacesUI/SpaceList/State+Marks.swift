import Localization
import SpacesModel

/// What is said about marks: how many a key marked, and whom a key means that acts on one space.
extension State {
    mutating func markAllShown() {
        list.markAllShown()
        let count = counted(list.shownCount, "space", "spaces")
        tellMarked(
            list.filter.isEmpty
                ? localized("Marked all \(count); no filter is set.")
                : localized("Marked \(count) that “\(list.filter)” finds."))
    }

    mutating func invertMarks() {
        list.invertMarks()
        tellMarked(localized("Marked now: \(counted(list.marks.count, "space", "spaces"))."))
    }

    /// Begins a range, or marks what the one under way reaches over.
    mutating func toggleRange() {
        let count = list.marks.rangeStart == nil ? nil : list.range?.count
        list.toggleRange()
        if let count { tellMarked(localized("Marked \(counted(count, "space", "spaces")).")) }
    }

    /// Says what was marked, and what of it no plan will take in by itself.
    private mutating func tellMarked(_ sentence: String) {
        let swept = list.shownSpaces.filter(list.isSweptAlong)
        let part = incompleteness == nil ? "" : " " + localized("The list is incomplete: there are more spaces.")
        notice = Notice(
            part.isEmpty ? .info : .warning, sentence + (swept.isEmpty ? "" : " " + Self.leftOut(swept)) + part)
    }

    /// That plans leave spaces out until they are asked for, as a sentence.
    static func leftOut(_ swept: [Space]) -> String {
        localized("Plans leave out \(swept.countedByType) unless you include them.")
    }

    /// Says of a command that it is about the space under the cursor, where the marks may have been meant.
    mutating func tellWhomOfMarked(_ space: Space?) {
        guard let space, hasMarks, list.marks.ids != [space.id] else { return }
        let count = list.marks.ids.union(
            list.range.map { range in range.compactMap { list.space(atRow: $0)?.id } } ?? []
        )
        .count
        let marked = counted(count, "marked space", "marked spaces")
        let words = localized(
            "Only \(space.name), under the cursor; \(keymap.name(of: .act)) acts on \(marked).")
        notice = Notice(notice?.level ?? .info, [notice?.text, words].compactMap { $0 }.joined(separator: " "))
    }
}

extension Command {
    /// True for what is done to the space under the cursor alone, whatever is marked.
    var isAboutOneSpace: Bool {
        switch self {
        case .edit, .editReadme, .members, .openInBrowser, .togglePin: true
        default: false
        }
    }
}
