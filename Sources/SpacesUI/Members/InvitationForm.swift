import Localization
package import SpacesClient
package import SpacesModel
package import Widgets

/// The form in which someone is made a member: who it is, found by a search, in which role, and until when.
package struct InvitationForm: Equatable, Sendable {
    package enum Row: CaseIterable, Hashable, Sendable { case who, role, end }

    package enum Search: Equatable, Sendable {
        case none
        case running(String)
        case found(String, PeopleListing)
        case failed(String, SpacesFailure)

        var text: String? {
            switch self {
            case .none: nil
            case .running(let text), .found(let text, _), .failed(let text, _): text
            }
        }
    }

    package var focus = Row.who
    package var who = TextField("", placeholder: localized("part of a name or mail address"))
    package var search = Search.none
    /// The number of the search under way; an answer to an older one is dropped.
    var request = 0
    /// What the last search that was answered found; kept while the next one runs, so that nothing flickers.
    package private(set) var people: [Person] = []
    package private(set) var selected = 0
    /// Who was chosen.
    package private(set) var person: Person?
    package let roles: [RoleDefinition]
    package var role: Int
    package var end = TextField("", placeholder: localized("never"))
    /// Those who are members already, by grant, with their role.
    let members: [String: String]

    /// Letters from which on a pause in typing is a search; servers refuse shorter ones to most people.
    static let fewestLetters = 3

    /// Starts with the role that may do least.
    init(_ listing: MemberListing) {
        roles = listing.roles
        role = 0
        members = Dictionary(
            listing.members.map { ($0.grantID, $0.role.label) }, uniquingKeysWith: { first, _ in first })
    }

    /// What was typed, without the blanks around it. Behind a name too short to be searched for, a blank makes it long enough,
    /// and counts.
    var typed: String {
        let trimmed = SpaceRules.trimmed(who.text)
        guard !trimmed.isEmpty, trimmed.count < Self.fewestLetters else { return trimmed }
        return String(who.text.drop(while: \.isWhitespace).prefix(Self.fewestLetters))
    }

    /// The text that a pause in typing searches for; `nil` where there is nothing new or too little.
    var pendingSearch: String? {
        guard focus == .who, person == nil, typed != search.text else { return nil }
        // Names in other scripts are short.
        let isLong = typed.count >= Self.fewestLetters || typed.unicodeScalars.contains { $0.value > 0x2E7F }
        return isLong ? typed : nil
    }

    var highlighted: Person? { people.indices.contains(selected) ? people[selected] : nil }

    var chosenRole: RoleDefinition? { roles.indices.contains(role) ? roles[role] : nil }

    /// Why this person cannot be chosen, or `nil`.
    func refusal(of person: Person) -> String? {
        members[person.identity.grantID].map { localized("\(person.identity.shownName) is a member already: \($0)") }
    }

    /// Forgets who was chosen when other letters are typed.
    mutating func whoChanged() {
        person = nil
        if typed.isEmpty {
            search = .none
            people = []
            selected = 0
        }
    }

    mutating func take(_ result: Result<PeopleListing, SpacesFailure>) {
        guard case .running(let text) = search else { return }
        switch result {
        case .success(let listing):
            search = .found(text, listing)
            people = listing.people
        case .failure(let failure):
            search = .failed(text, failure)
            people = []
        }
        selected = 0
    }

    mutating func moveSelection(by lines: Int) {
        selected = max(0, min(selected + lines, people.count - 1))
    }

    /// Takes the highlighted person and goes on to the role; says why not otherwise.
    mutating func choose() -> String? {
        guard let highlighted else { return localized("search for someone first") }
        if let refusal = refusal(of: highlighted) { return refusal }
        person = highlighted
        focus = .role
        return nil
    }

    mutating func moveFocus(by step: Int) {
        let rows = Row.allCases
        guard let index = rows.firstIndex(of: focus) else { return }
        focus = rows[(index + step + rows.count) % rows.count]
    }
}
