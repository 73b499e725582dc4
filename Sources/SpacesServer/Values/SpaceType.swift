/// `driveType` of a stored space (server-behaviour §2.1); the virtual Shares drive is never stored.
package enum SpaceType: String, Sendable {
    case project
    case personal
}
