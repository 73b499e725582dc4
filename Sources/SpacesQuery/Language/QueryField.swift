import Localization

/// The fields that a query knows: THE table, for reading, completion, help and documentation.
package enum QueryField: String, CaseIterable, Hashable, Sendable {
    case name, subtitle, alias, id, type, state, manager, member, owner
    case quota, used, remaining, modified, members
    case disabled, orphaned, unlimited, pinned

    /// What stands after the field.
    package enum Kind: Equatable, Sendable {
        /// `name:mars`, `name="Mars"`, `name:/^m/`, `name:~mrs`
        case text
        /// One of these, or several with commas.
        case words([String])
        /// `used>1TB`, `quota>80%`
        case size
        /// `members=0`
        case count
        /// `modified<7d`, `modified>2025-12`
        case time
        /// `disabled:`
        case flag
    }

    package var kind: Kind { definition.kind }
    /// What it looks at, for help and documentation.
    package var summary: String { definition.summary }
    /// A whole term, for help and documentation.
    package var example: String { definition.example }

    /// What is written to begin a term of this field.
    package var opening: String {
        switch kind {
        case .text, .words, .flag: rawValue + ":"
        case .size, .time: rawValue
        case .count: rawValue + "="
        }
    }

    /// Types as the API names them.
    static let types = ["project", "personal", "mountpoint", "virtual"]
    /// States as the list names them; several may hold for one space.
    static let states = ["normal", "nearing", "critical", "exceeded", "unlimited", "enabled", "disabled", "orphaned"]

    private var definition: (kind: Kind, example: String, summary: String) {
        // swift-format-ignore
        switch self {
        case .name:      (.text,                "name:mars",         localized("the name"))
        case .subtitle:  (.text,                "subtitle:mission",  localized("the line below the name"))
        case .alias:     (.text,                "alias:project/",    localized("the alias"))
        case .id:        (.text,                "id:535aa42d",       localized("the id"))
        case .type:      (.words(Self.types),   "type:project",      localized("the type"))
        case .state:     (.words(Self.states),  "state:critical,exceeded", localized("the state of the quota or of the space"))
        case .manager:   (.text,                "manager:ada",       localized("the name of a manager"))
        case .member:    (.text,                "member:grace",      localized("the name of any member"))
        case .owner:     (.text,                "owner:alan",        localized("name or id of the owner"))
        case .quota:     (.size,                "quota>80%",         localized("the limit (5GB, unlimited), or the part of it that is used"))
        case .used:      (.size,                "used>1TB",          localized("the bytes stored, or the part of the limit"))
        case .remaining: (.size,                "remaining<500MB",   localized("the room left, or the part of the limit"))
        case .modified:  (.time,                "modified<7d",       localized("less than so long ago, or before a date (2026-01-31)"))
        case .members:   (.count,               "members=0",         localized("how many members there are"))
        case .disabled:  (.flag,                "disabled:",         localized("spaces that are disabled"))
        case .orphaned:  (.flag,                "orphaned:",         localized("spaces without a manager"))
        case .unlimited: (.flag,                "unlimited:",        localized("spaces without a limit"))
        case .pinned:    (.flag,                "pinned:",           localized("spaces that are pinned"))
        }
    }
}
