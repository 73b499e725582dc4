package import Texts

/// Who is signed in (`/me`).
package struct Account: Equatable, Sendable {
    @ExactText package var id: String
    @ExactText package var displayName: String
    @ExactText package var userName: String
    @ExactOptionalText package var mail: String?

    package init(id: String, displayName: String, userName: String, mail: String? = nil) {
        self.id = id
        self.displayName = displayName
        self.userName = userName
        self.mail = mail
    }
}

/// What the installation is and allows (`/ocs/v1.php/cloud/capabilities`).
package struct ServerCapabilities: Equatable, Sendable {
    @ExactOptionalText package var product: String?
    @ExactOptionalText package var version: String?
    /// The largest quota that may be set; `nil` when there is no bound.
    package var maximumQuota: ByteCount?

    /// Whether it tells of changes by itself, as server-sent events.
    package var tellsEvents: Bool

    package init(
        product: String? = nil, version: String? = nil, maximumQuota: ByteCount? = nil, tellsEvents: Bool = false
    ) {
        self.tellsEvents = tellsEvents
        self.product = product
        self.version = version
        self.maximumQuota = maximumQuota
    }
}

/// The permissions about spaces that an account can hold, in the words of `permissions-list`
/// (docs/server-behaviour.md §6.1).
package enum Permission: String, Hashable, Sendable, CaseIterable {
    case listAll = "Drives.List.all"
    case createAll = "Drives.Create.all"
    case editAll = "Drives.ReadWrite.all"
    case enableAll = "Drives.ReadWriteEnabled.all"
    case setProjectQuota = "Drives.ReadWriteProjectQuota.all"
    case setPersonalQuota = "Drives.ReadWritePersonalQuota.all"
    case deleteProject = "Drives.DeleteProject.all"
    case deletePersonal = "Drives.DeletePersonal.all"
}

/// What an account may do.
package struct Permissions: Equatable, Sendable {
    package var held: Set<Permission>

    package init(_ held: Set<Permission>) {
        self.held = held
    }

    package init(wireNames: [String]) {
        held = Set(wireNames.compactMap(Permission.init(rawValue:)))
    }

    package func contains(_ permission: Permission) -> Bool { held.contains(permission) }

    /// The name of the role that these permissions come from, for the header.
    package var roleName: String {
        if contains(.setPersonalQuota) || contains(.deletePersonal) { return "Admin" }
        return contains(.listAll) ? "Space Admin" : "User"
    }
}
