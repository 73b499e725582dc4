import Foundation
import SpacesModel

/// The JSON that is sent to invite or change a member: only the fields that are there.
struct MemberBody {
    var recipient: Identity?
    var roleID: String?
    var end: MembershipEnd?

    /// The object, with keys in alphabetical order. An end is taken away by `null` (recordings 074, 075).
    var bytes: [UInt8] {
        var fields: [String] = []
        switch end {
        case .at(let date): fields.append("\"expirationDateTime\":\"\(date.formatted(.iso8601))\"")
        case .never: fields.append("\"expirationDateTime\":null")
        case nil: break
        }
        if let recipient {
            let type = recipient.kind == .user ? "user" : "group"
            fields.append(
                """
                "recipients":[{"@libre.graph.recipient.type":"\(type)",\
                "objectId":\(DriveBody.quoted(recipient.id))}]
                """)
        }
        if let roleID { fields.append("\"roles\":[\(DriveBody.quoted(roleID))]") }
        return Array("{\(fields.joined(separator: ","))}".utf8)
    }
}
