import Localization

/// What kind of drive a space is (`driveType`, docs/server-behaviour.md §4.1).
package enum SpaceType: Hashable, Sendable {
    /// A space of a team, made by an administrator; the only type that can be created, disabled or purged by most.
    case project
    /// The home of one user.
    case personal
    /// A list that the server makes up, such as Shares.
    case virtual
    /// A share accepted by the user, mounted as a drive.
    case mountpoint
    /// A type that this program does not know; shown, never changed.
    case other(String)

    /// The known types, in the order of their weight.
    package static let known: [SpaceType] = [.project, .personal, .mountpoint, .virtual]

    package init(wireName: String) {
        self = Self.known.first { $0.wireName == wireName } ?? .other(wireName)
    }

    /// Whether an action on many spaces takes one of this type along only where the person named it: it can be changed, and
    /// is no project, which is what such actions are about.
    package var isTakenOnlyByName: Bool {
        switch self {
        case .personal, .other: true
        // Shares, and what the server makes up, can never be changed: rules tell why.
        case .project, .virtual, .mountpoint: false
        }
    }

    /// The word of the API.
    package var wireName: String {
        switch self {
        case .project: "project"
        case .personal: "personal"
        case .virtual: "virtual"
        case .mountpoint: "mountpoint"
        case .other(let name): name
        }
    }

    /// The word for the screen.
    package var label: String {
        switch self {
        case .project: localized("project")
        case .personal: localized("personal")
        case .virtual: localized("virtual")
        case .mountpoint: localized("mountpoint")
        case .other(let name): name
        }
    }
}
