/// Which spaces to ask a server for, and in which order.
///
/// Servers understand one comparison and one key; everything finer is done on the list that came back.
/// Source: docs/server-behaviour.md §2.3, §2.4.
package struct SpaceQuery: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        /// Every space that the account may see: `/drives`.
        case all
        /// The spaces of which the account is a member: `/me/drives`.
        case mine
    }

    /// The one comparison that a server accepts.
    package enum Filter: Hashable, Sendable {
        case type(SpaceType)
        case id(SpaceID)
    }

    package enum OrderKey: String, Hashable, Sendable, CaseIterable {
        case name, lastModifiedDateTime
    }

    package struct Order: Hashable, Sendable {
        package var key: OrderKey
        package var isDescending: Bool

        package init(_ key: OrderKey, isDescending: Bool = false) {
            self.key = key
            self.isDescending = isDescending
        }
    }

    package var scope: Scope
    package var filter: Filter?
    package var order: Order?
    package var version: APIVersion

    package init(
        scope: Scope = .all, filter: Filter? = nil, order: Order? = nil, version: APIVersion = .v1beta1
    ) {
        self.scope = scope
        self.filter = filter
        self.order = order
        self.version = version
    }
}

/// The version of the LibreGraph API: they differ in how members are told (docs/server-behaviour.md §4.4).
package enum APIVersion: String, Hashable, Sendable, CaseIterable {
    /// Roles by word, no ids of grants.
    case v1 = "v1.0"
    /// Roles by id, with the ids of grants.
    case v1beta1
}
