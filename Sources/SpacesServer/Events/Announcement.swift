/// One event about a change: what it is called, and who hears it.
struct Announcement: Equatable {
    /// Everybody else hears nothing, administrators included: the servers know no event that is for them.
    enum Audience {
        /// Who could see the space before or after the change, directly or by a group: also the person who made it.
        case members
        /// The same without the person who made it.
        case otherMembers
        /// Who became a member or ceased to be one, without the person who made it.
        case affected
    }

    /// What is in it.
    enum Content: Equatable {
        /// Ids for programs, with `spaceid` and `initiatorid`.
        case ids
        /// A sentence for people (`userlog-notification`), which names the space as `object_id` and no initiator.
        case notification(subject: String, message: String)
    }

    let name: String
    let audience: Audience
    let content: Content

    private static func ids(_ name: String) -> Announcement {
        Announcement(name: name, audience: .members, content: .ids)
    }

    private static func notification(_ audience: Audience, _ subject: String, _ message: String) -> Announcement {
        Announcement(
            name: "userlog-notification", audience: audience, content: .notification(subject: subject, message: message)
        )
    }

    /// THE table of what is announced to whom.
    ///
    /// Source: the services clientlog, userlog and sse of OpenCloud of February 2025, which ownCloud Infinite Scale has as
    /// well. clientlog resolves the members after the change and adds the person that it is about; userlog leaves out who
    /// made the change. Since June 2026 OpenCloud's clientlog has the four events of the life of a space, too; that of
    /// userlog stayed.
    static func all(about change: AnnouncedChange, in dialect: Dialect) -> [Announcement] {
        // swift-format-ignore
        let always: [Announcement] =
            switch change {
            case .created, .enabled: []
            case .disabled:      [notification(.otherMembers, "Space disabled", "{user} disabled Space {space}")]
            case .purged:        [notification(.otherMembers, "Space deleted", "{user} deleted Space {space}")]
            case .memberAdded:   [ids("space-member-added"),
                                  notification(.affected, "Space shared", "{user} added you to Space {space}")]
            case .memberChanged: [ids("space-share-updated")]
            case .memberRemoved: [ids("space-member-removed"),
                                  notification(.affected, "Removed from Space", "{user} removed you from Space {space}")]
            case .uploaded:      [ids("postprocessing-finished")]
            case .folderCreated: [ids("folder-created")]
            case .trashed:       [ids("item-trashed")]
            case .renamed:       [ids("item-renamed")]
            case .moved:         [ids("item-moved")]
            }
        guard dialect.announcesLifeOfSpaces else { return always }
        // swift-format-ignore
        switch change {
        case .created:  return always + [ids("space-created")]
        case .enabled:  return always + [ids("space-enabled")]
        case .disabled: return always + [ids("space-disabled")]
        case .purged:   return always + [ids("space-deleted")]
        default:        return always
        }
    }
}
