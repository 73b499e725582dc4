import Foundation

/// The texts of the events about one change, in the form of server-sent events (WHATWG HTML, 9.2).
struct EventMessage {
    /// `storage$space`.
    let id: String
    /// The name of the space.
    let name: String
    /// Who made the change.
    let caller: User
    /// As the client of that person names itself; empty where it does not.
    let initiator: String
    /// The ids of the users whose membership the change is about.
    let affected: [String]
    let time: Timestamp

    func text(of announcement: Announcement, about change: AnnouncedChange) -> String {
        var json = JSONWriter()
        switch announcement.content {
        case .ids: writeIDs(of: change, to: &json)
        case .notification(let subject, let message): write(subject, message, of: change, to: &json)
        }
        let data = String(decoding: json.take(), as: UTF8.self)
        // The id is always empty.
        return "id: \ndata: \(data)\nevent: \(announcement.name)\n\n"
    }

    /// In the events of its own life a space is named by its root.
    private func spaceID(in change: AnnouncedChange) -> String {
        switch change {
        case .created, .enabled, .disabled, .purged: "\(id)!\(id.split(separator: "$").last ?? "")"
        default: id
        }
    }

    private func writeIDs(of change: AnnouncedChange, to json: inout JSONWriter) {
        json.object {
            $0.member("parentitemid", "")
            $0.member("itemid", "")
            $0.member("spaceid", spaceID(in: change))
            $0.member("initiatorid", initiator)
            $0.member("etag", "")
            $0.key("affecteduserids")
            if affected.isEmpty { return $0.raw(Array("null".utf8)) }
            $0.array { for user in affected { $0.string(user) } }
        }
    }

    private func write(
        _ subject: String, _ message: String, of change: AnnouncedChange, to json: inout JSONWriter
    ) {
        json.object {
            $0.member("notification_id", UUID().uuidString.lowercased())
            $0.member("app", "userlog")
            $0.member("user", caller.username)
            $0.member("datetime", time)
            $0.member("object_id", spaceID(in: change))
            $0.member("object_type", "storagespace")
            $0.member("subject", subject)
            $0.member("subjectRich", subject)
            $0.member(
                "message",
                message.replacing("{user}", with: caller.displayName).replacing("{space}", with: name))
            $0.member("messageRich", message)
            $0.object("messageRichParameters") {
                $0.object("space") {
                    $0.member("id", spaceID(in: .created))
                    $0.member("name", name)
                }
                $0.object("user") {
                    $0.member("displayname", caller.displayName)
                    $0.member("id", caller.id)
                    $0.member("name", caller.username)
                }
            }
        }
    }
}
