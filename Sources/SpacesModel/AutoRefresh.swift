/// When a list is loaded again without being asked to.
package enum AutoRefresh: Equatable, Sendable {
    /// Every minute, and less often where a load takes long.
    case automatic
    /// So long after each load.
    case every(Duration)
    case off
}
