import Localization
import SpacesQuery
import Terminal
package import Widgets

/// The list of profiles to switch to; what is typed filters it.
package struct ProfileChooser: Equatable, Sendable {
    package let profiles: [Profile]
    /// The name of the profile in use.
    package let current: String?
    /// What stands in the frame.
    package let title: String
    package var filter = TextField(placeholder: localized("type to filter"))
    /// Counts the rows that the filter leaves.
    package private(set) var cursor = 0

    package init(profiles: [Profile], current: String?, title: String = localized("Switch profile")) {
        self.title = title
        self.profiles = profiles
        self.current = current
        cursor = profiles.firstIndex { $0.name == current } ?? 0
    }

    /// The profiles whose name, server or user has all the words that were typed.
    package var shown: [Profile] {
        let words = filter.text.split(separator: " ").map { FoldedText.bytes(of: String($0)) }
        return profiles.filter { profile in
            let text = FoldedText.bytes(of: "\(profile.name ?? "") \(profile.host) \(profile.user)")
            return words.allSatisfy { text.firstRange(of: $0) != nil }
        }
    }

    /// What a key may end the choice with.
    package enum Ending: Equatable, Sendable {
        case left
        case chose(Profile)
    }

    /// Letters filter; only Enter chooses, and only what stands under the cursor.
    mutating func handle(_ key: Key) -> Ending? {
        switch key {
        case Key(.escape), .control("c"): return .left
        case Key(.enter): return selected.map { .chose($0) }
        case Key(.up), .control("p"): move(by: -1)
        case Key(.down), .control("n"), Key(.tab): move(by: 1)
        case Key(.pageUp): move(by: -10)
        case Key(.pageDown): move(by: 10)
        default: changeFilter { _ = $0.handle(key) }
        }
        return nil
    }

    /// The profile under the cursor, or `nil` where the filter leaves none.
    package var selected: Profile? {
        let shown = shown
        return shown.indices.contains(cursor) ? shown[cursor] : nil
    }

    mutating func move(by rows: Int) {
        cursor = max(0, min(shown.count - 1, cursor + rows))
    }

    /// Keeps the cursor on its profile where the filter leaves that.
    mutating func changeFilter(_ change: (inout TextField) -> Void) {
        let name = selected?.name
        change(&filter)
        cursor = shown.firstIndex { $0.name == name } ?? 0
    }
}
