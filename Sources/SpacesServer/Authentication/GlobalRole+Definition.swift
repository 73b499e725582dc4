extension GlobalRole {
    /// The published id of the role, the same in every installation (docs/server-behaviour.md §6.1).
    package var identifier: String {
        switch self {
        case .admin: "71881883-1768-46bd-a24d-a356a2afdf7f"
        case .spaceAdmin: "2aadd357-682c-406b-8874-293091995fdd"
        case .user: "d7beeea8-8ff4-406b-8fb6-ab2dd81e6b11"
        case .userLight: "38071a68-456a-4553-846a-fa67bf5596cc"
        }
    }

    /// The role with an id; nil for any other text.
    init?(identifier: String) {
        guard let role = Self.allCases.first(where: { $0.identifier == identifier }) else { return nil }
        self = role
    }
}
