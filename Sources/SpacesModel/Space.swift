package import Foundation
package import Texts

/// A space (a LibreGraph drive), with all that a server tells about it.
///
/// Every text is as the server wrote it, and two are alike where their bytes are; whatever shows one makes it safe.
/// Properties that a server may leave out are optional: `nil` means that it said nothing, which is not the same as an empty
/// value.
/// Source: Spaces API, "Example Space"; docs/server-behaviour.md §4.
package struct Space: Identifiable, Equatable, Sendable {
    package var id: SpaceID
    @ExactText package var name: String
    /// The line below the name in the web: `description` on the wire, "subtitle" for people.
    @ExactText package var subtitle: String
    @ExactText package var alias: String
    package var type: SpaceType
    package var modified: Date?
    package var owner: Identity?
    package var quota: Quota?
    package var root: Root?
    /// Image and readme, where the server resolved them; never on a disabled space.
    package var special: [SpecialItem]
    @ExactOptionalText package var webURL: String?
    /// What a mounted share points to.
    package var remoteItem: RemoteItem?

    package init(
        id: SpaceID, name: String, subtitle: String = "", alias: String = "", type: SpaceType = .project,
        modified: Date? = nil, owner: Identity? = nil, quota: Quota? = nil, root: Root? = nil,
        special: [SpecialItem] = [], webURL: String? = nil, remoteItem: RemoteItem? = nil
    ) {
        self.id = id
        self.name = name
        self.subtitle = subtitle
        self.alias = alias
        self.type = type
        self.modified = modified
        self.owner = owner
        self.quota = quota
        self.root = root
        self.special = special
        self.webURL = webURL
        self.remoteItem = remoteItem
    }

    /// True when the space was disabled: its content is kept, but nobody reaches it until it is restored.
    package var isDisabled: Bool { root?.deletedState != nil }

    /// The members, or `nil` where the server lists none (personal, virtual, mounted; newer servers without `$expand`).
    package var members: [Member]? { root?.members }

    /// How many members there are, deleted accounts left out; `nil` where the server lists none.
    package var memberCount: Int? { members?.knownCount }

    /// The names of the managers, in the order of the server; deleted accounts have none.
    package var managerNames: [String] {
        (members ?? []).filter { $0.role == .manager && !$0.identity.isUnknown }.map(\.identity.displayName)
    }

    /// True when the members of a project are known and nobody among them manages it, so that no one can change them.
    package var isOrphaned: Bool {
        type == .project && members.map { !$0.hasManager } ?? false
    }

    /// The state of the quota as the list and the gauge show it.
    package var quotaState: QuotaState { quota?.state ?? .unknown }
}

extension Space {
    /// The top folder of a space.
    package struct Root: Equatable, Sendable {
        @ExactText package var id: String
        @ExactOptionalText package var eTag: String?
        @ExactOptionalText package var webDavURL: String?
        package var members: [Member]?
        /// `trashed` on a disabled space, otherwise `nil`.
        @ExactOptionalText package var deletedState: String?

        package init(
            id: String, eTag: String? = nil, webDavURL: String? = nil, members: [Member]? = nil,
            deletedState: String? = nil
        ) {
            self.id = id
            self.eTag = eTag
            self.webDavURL = webDavURL
            self.members = members
            self.deletedState = deletedState
        }
    }

    /// A file with a meaning for the space: its image or its readme.
    package struct SpecialItem: Equatable, Sendable {
        /// `image` or `readme`.
        @ExactText package var folder: String
        @ExactText package var id: String
        @ExactText package var name: String
        @ExactOptionalText package var mimeType: String?
        package var size: ByteCount?
        package var modified: Date?
        @ExactOptionalText package var eTag: String?
        @ExactOptionalText package var webDavURL: String?

        package init(
            folder: String, id: String, name: String, mimeType: String? = nil, size: ByteCount? = nil,
            modified: Date? = nil, eTag: String? = nil, webDavURL: String? = nil
        ) {
            self.folder = folder
            self.id = id
            self.name = name
            self.mimeType = mimeType
            self.size = size
            self.modified = modified
            self.eTag = eTag
            self.webDavURL = webDavURL
        }
    }

    /// Where a mounted share really lives.
    package struct RemoteItem: Equatable, Sendable {
        @ExactText package var id: String
        @ExactText package var name: String
        @ExactOptionalText package var path: String?
        @ExactOptionalText package var driveAlias: String?
        @ExactOptionalText package var rootID: String?
        package var size: ByteCount?
        package var modified: Date?
        @ExactOptionalText package var webDavURL: String?

        package init(
            id: String, name: String, path: String? = nil, driveAlias: String? = nil, rootID: String? = nil,
            size: ByteCount? = nil, modified: Date? = nil, webDavURL: String? = nil
        ) {
            self.id = id
            self.name = name
            self.path = path
            self.driveAlias = driveAlias
            self.rootID = rootID
            self.size = size
            self.modified = modified
            self.webDavURL = webDavURL
        }
    }
}
