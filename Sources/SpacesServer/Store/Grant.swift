import GRDB

/// One member of a space: a row of `spaceGrant`.
struct Grant: Sendable, Equatable {
    let space: Int64
    let principal: Int64
    let role: SpaceRole
    let expires: Timestamp?

    static let columns = "spaceGrant.space, spaceGrant.principal, spaceGrant.role, spaceGrant.expires"

    init(space: Int64, principal: Int64, role: SpaceRole, expires: Timestamp?) {
        self.space = space
        self.principal = principal
        self.role = role
        self.expires = expires
    }

    init(_ row: Row) {
        space = row[0]
        principal = row[1]
        role = SpaceRole(rawValue: row[2]) ?? .viewer
        let nanoseconds: Int64? = row[3]
        expires = nanoseconds.map(Timestamp.init(nanoseconds:))
    }
}
