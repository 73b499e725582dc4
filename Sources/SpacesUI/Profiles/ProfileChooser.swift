import Localization
import SpacesQuery
package import Widgets

/// The list of profiles to switch to; what is typed filters it.
package struct ProfileChooser: Equatable, Sendable {
    package let profiles: [Profile]
    /// The name of the profile in use.
    package let current: String?
    /// Whether the program begins with it rather than with a list.
    let isBeginning: Bool
    package var filter = TextField(placeholder: localized("type to filter"))
    /// Counts the rows that the filter leaves.
    package internal(set) var cursor = 0

    package init(profiles: [Profile], current: String?, isBeginning: Bool = false) {
        self.isBeginning = isBeginning
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

    /// The profile under the cursor, or `nil` where the filter leaves none.
    package var selected: Profile? {
        let shown = shown
        return shown.indices.contains(cursor) ? shown[cursor] : nil
    }
}
