import Localization
import SpacesModel

/// An entry of a list that is no space which this program can read: one line of a report, however large the entry is.
package struct UnreadableSpace: Equatable, Sendable {
    /// Its place in the list, from zero.
    package var index: Int
    /// What is known of it, safe to show.
    package var id: String?
    package var name: String?
    /// What is wrong with it, naming the property.
    package var reason: String
    /// How many entries it stands for: more than one for all that are not told one by one.
    package var count: Int

    package init(index: Int, id: String? = nil, name: String? = nil, reason: String, count: Int = 1) {
        self.index = index
        self.id = id
        self.name = name
        self.reason = reason
        self.count = count
    }

    /// Which one it is and what is wrong with it, to stand in a sentence.
    package var line: String {
        if count > 1 { return localized("\(count) more: \(reason)") }
        return switch (name, id) {
        case (let name?, let id?): localized("“\(name)”, id \(id): \(reason)")
        case (let name?, nil): localized("“\(name)”: \(reason)")
        case (nil, let id?): localized("id \(id): \(reason)")
        case (nil, nil): localized("entry \(index + 1) of the list: \(reason)")
        }
    }
}
