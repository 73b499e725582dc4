import SpacesModel
import Testing

@testable import SpacesClient

/// The events of real servers, and what they say to this program.
@Suite struct ServerEventTests {
    // swift-format-ignore
    @Test("The space is named in several ways, or is none of ours", arguments: [
        ("space-member-added", #"{"parentitemid":"","itemid":"s$1!1","spaceid":"s$1","initiatorid":"else","etag":"","affecteduserids":["u"]}"#, "s$1"),
        ("space-disabled", #"{"parentitemid":"","itemid":"","spaceid":"s$1!1","initiatorid":"else","etag":"","affecteduserids":null}"#, "s$1"),
        ("space-created", #"{"spaceid":"s$1!1","initiatorid":""}"#, "s$1"),
        ("userlog-notification", #"{"notification_id":"n","app":"userlog","object_id":"s$1!1","object_type":"storagespace","subject":"Space disabled","messageRichParameters":{"space":{"id":"s$1!1","name":"Venus"}}}"#, "s$1"),
        ("userlog-notification", #"{"object_id":"s$1!file","object_type":"share","subject":"Resource shared"}"#, nil),
        ("postprocessing-finished", #"{"spaceid":"s$1","initiatorid":"me"}"#, nil),
        ("file-locked", #"{"spaceid":"s$1","initiatorid":"else"}"#, nil),
        ("backchannel-logout", #"{"userid":"u","timestamp":"now"}"#, nil),
        ("item-trashed", #"{"spaceid":"","initiatorid":"else"}"#, nil),
        ("item-trashed", #"{"spaceid":7}"#, nil), ("item-trashed", "{", nil), ("item-trashed", "", nil),
        ("something-newer", #"{"spaceid":"s$1"}"#, "s$1"),
    ] as [(String, String, String?)])
    func reads(name: String, data: String, space: String?) {
        let event = ServerEvent(EventStreamParser.Event(name: name, data: data), initiator: "me")
        #expect(event == space.map { .changed(SpaceID($0)) })
    }
}
