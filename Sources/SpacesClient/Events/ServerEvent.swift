package import SpacesModel

/// That something changed on the server, as it tells by itself.
///
/// Source: the events of the service `sse` of ownCloud Infinite Scale and OpenCloud, such as `space-member-added` or
/// `postprocessing-finished`, with `spaceid` and `initiatorid` in their JSON.
package enum ServerEvent: Equatable, Sendable {
    /// The server listens: from now on it tells.
    case began
    /// The connection is lost, or the server ended it; it is tried again.
    case ended
    /// Something of this space changed; `nil` where the event names none.
    case changed(SpaceID?)

    /// - Returns: `nil` for what this program did itself, whose outcome it knows.
    init?(_ event: EventStreamParser.Event, initiator: String) {
        let document: JSONDocument
        do throws(JSONFault) {
            document = try JSONDocument(Array(event.data.utf8))
        } catch {
            self = .changed(nil)
            return
        }
        if document.root["initiatorid"]?.text == initiator { return nil }
        self = .changed(document.root["spaceid"]?.text.flatMap { $0.isEmpty ? nil : SpaceID($0) })
    }
}
