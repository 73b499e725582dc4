import SpacesModel

/// The page of the summary: what it tells, and the line that the cursor is on.
package struct SummaryPage: Equatable, Sendable {
    /// What a line leads to.
    enum Target: Equatable, Sendable {
        /// The spaces that a filter finds.
        case filter(String)
        case space(SpaceID)
    }

    /// A line, before it is laid out.
    enum Line: Equatable, Sendable {
        case heading(String)
        case blank
        /// A label, a value in words, and a bar where there is one: its filled part and how it is coloured.
        case fact(String, String, Bar? = nil, Target? = nil)

        var target: Target? {
            if case .fact(_, _, _, let target) = self { return target }
            return nil
        }
    }

    struct Bar: Equatable, Sendable {
        var fraction: Double
        /// The state whose colour, and in mono whose sign, the bar takes.
        var state: QuotaState
    }

    let summary: SpaceSummary
    /// The filter that chose the spaces; empty for all.
    let filter: String
    /// The line of the cursor among those that lead somewhere.
    var cursor = 0

    init(_ summary: SpaceSummary, filter: String) {
        self.summary = summary
        self.filter = filter
    }

    /// The same page about a list that was loaded anew.
    func updated(_ summary: SpaceSummary) -> SummaryPage {
        var page = SummaryPage(summary, filter: filter)
        page.cursor = cursor
        return page
    }
}
