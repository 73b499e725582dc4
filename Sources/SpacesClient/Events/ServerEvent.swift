package import SpacesModel

/// What a server announces by itself.
///
/// Source: the services clientlog and userlog of ownCloud Infinite Scale and OpenCloud. The former name the space as
/// `spaceid` and the client that made the change as `initiatorid`; the latter write to people, and name the space as
/// `object_id`. Only members of a space hear of it, and nobody hears of a new name or quota: a list is never kept up to date
/// by events alone.
package enum ServerEvent: Equatable, Sendable {
    /// The server listens: from now on it announces.
    case began
    /// The connection is lost, or the server ended it; it is tried again.
    case ended
    /// Something of this space changed.
    case changed(SpaceID)
    /// So much changed within a moment that the list is to be loaded anew.
    case changedMany

    /// Events that name a space of which nothing is to be seen in a list.
    private static let invisible: Set<String> = [
        "file-locked", "file-unlocked", "link-created", "link-updated", "link-removed",
    ]

    /// - Returns: `nil` for what is about no space, or about nothing that can be seen of one, and for what this program did,
    ///   whose outcome it knows.
    init?(_ event: EventStreamParser.Event, initiator: String) {
        if Self.invisible.contains(event.name) { return nil }
        let document: JSONDocument
        do throws(JSONFault) {
            document = try JSONDocument(Array(event.data.utf8))
        } catch {
            return nil
        }
        if document.root["initiatorid"]?.text == initiator { return nil }
        let isAboutSpace = document.root["object_type"]?.text == "storagespace"
        let named = document.root["spaceid"]?.text ?? (isAboutSpace ? document.root["object_id"]?.text : nil)
        // Some name the root of the space, `storage$space!space`; the list knows `storage$space`.
        guard let id = named?.prefix(while: { $0 != "!" }), !id.isEmpty else { return nil }
        self = .changed(SpaceID(String(id)))
    }
}
