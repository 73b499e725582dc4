/// A group of users, which can be a member of a space.
struct Group: Sendable, Equatable {
    let key: Int64
    let id: String
    let displayName: String
}
