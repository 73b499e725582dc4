import Localization
import Widgets

/// The page about one space: which side of it is shown, and from which line on.
package struct DetailPage: Equatable, Sendable {
    /// The sides of a space, in the order of their tabs.
    package enum Tab: String, CaseIterable, Sendable {
        case overview, members, quota, readme, json

        var title: String {
            switch self {
            case .overview: localized("Overview")
            case .members: localized("Members")
            case .quota: localized("Quota")
            case .readme: localized("Readme")
            case .json: "JSON"
            }
        }
    }

    package internal(set) var tab = Tab.overview
    package internal(set) var scroll = 0
    /// The text that is looked for, while it is typed.
    var searchField: TextField?
    /// The text that is looked for; empty for none.
    var term = ""

    package init(_ tab: Tab = .overview, scroll: Int = 0) {
        self.tab = tab
        self.scroll = scroll
    }

    /// The tab so many places to the right, round the ends.
    func turned(by step: Int) -> DetailPage {
        let tabs = Tab.allCases
        let index = tabs.firstIndex(of: tab) ?? 0
        return DetailPage(tabs[(index + step + tabs.count) % tabs.count])
    }
}
