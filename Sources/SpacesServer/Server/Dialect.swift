/// Which real server the API behaves like, where they differ; clients are tested against each
/// (docs/server-behaviour.md §10).
package enum Dialect: String, Sendable, CaseIterable {
    /// OpenCloud of early 2025: the recorded one.
    case openCloud2025 = "opencloud-2025"
    /// OpenCloud since the middle of 2025: members only where they are asked for, refusals told from absence, and the
    /// query of a single drive checked.
    case newerOpenCloud = "opencloud-newer"
    /// ownCloud Infinite Scale since the end of 2025: single drives under v1beta1, too.
    case newerOwnCloud = "ocis-newer"

    /// Whether `root.permissions` comes only with `$expand=root($expand=permissions)`, and never from POST and PATCH.
    var hidesPermissions: Bool { self == .newerOpenCloud }
    /// Whether a drive that the caller sees but may not delete is answered with 403 instead of 404.
    var tellsRefusals: Bool { self == .newerOpenCloud }
    /// Whether GET of one drive refuses parameters that do not exist.
    var checksSingleQueries: Bool { self == .newerOpenCloud }
    /// Whether members hear that a space was created, enabled, disabled or purged (OpenCloud since June 2026).
    var announcesLifeOfSpaces: Bool { self == .newerOpenCloud }
    /// Whether POST, GET, PATCH and DELETE of drives exist under v1beta1.
    var hasBetaDrives: Bool { self == .newerOwnCloud }
}
