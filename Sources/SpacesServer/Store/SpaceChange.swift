/// What a PATCH changes; nil leaves a property as it is.
struct SpaceChange: Sendable {
    var name: String?
    var description: String?
    var alias: String?
    var quota: Int64?
    var image: String?
    var readme: String?
    var restores = false
    /// Highest quota allowed; 0 is no limit.
    var maxQuota: Int64 = 0

    /// True where only members of the space may send it (docs/server-behaviour.md §3.3).
    var changesNothing: Bool {
        name == nil && description == nil && alias == nil && quota == nil && image == nil && readme == nil && !restores
    }
}
