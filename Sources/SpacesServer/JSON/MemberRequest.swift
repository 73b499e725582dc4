/// The body of an invitation, or of a change of a member (docs/server-behaviour.md §5.2, recordings 074 and 075).
struct MemberRequest: Sendable {
    /// Who is invited.
    struct Recipient: Sendable, Equatable {
        let id: String
        let isGroup: Bool
    }

    var recipients: [Recipient] = []
    var role: SpaceRole?
    /// Nil where it is not to change; `.some(nil)` where `null` takes it away.
    var expires: Timestamp??

    init(_ bytes: [UInt8]) throws(GraphError) {
        let members: [JSONValue.Member]
        do {
            members = try JSONValue.members(of: bytes, type: "libregraph.DriveItemInvite")
            for member in members where member.name == "recipients" {
                for element in try member.value.elements(
                    "DriveItemInvite.recipients", type: "libregraph.DriveRecipient") ?? []
                {
                    recipients.append(try Self.recipient(element))
                }
            }
        } catch {
            throw .invalidRequest("invalid request body: \(error.message)")
        }
        for member in members {
            switch (member.name, member.value) {
            case ("roles", .array(let elements)): role = try Self.role(elements)
            case ("expirationDateTime", .null): expires = .some(nil)
            case ("expirationDateTime", .string(let text)):
                guard let date = Timestamp(rfc3339: text) else {
                    throw .invalidRequest("invalid request body: parsing time \(text.goQuoted)")
                }
                expires = date
            case ("roles", .null): break
            case ("roles", _), ("expirationDateTime", _):
                throw .invalidRequest(
                    "invalid request body: json: cannot unmarshal \(member.value.goDescription) into \(member.name)")
            // The other properties of a permission are accepted and ignored, as those of a drive are.
            case (let name, _) where Self.known.contains(name): break
            default: throw .invalidRequest("invalid request body: \(DecodingFailure.unknown(member.name).message)")
            }
        }
    }

    private static let known: Set<String> = [
        "recipients", "id", "grantedToV2", "grantedToIdentities", "hasPassword", "invitation", "link",
        "createdDateTime",
        "@libre.graph.permissions.actions", "@UI.Hidden", "@client.synchronize",
    ]

    /// The sentence of the real server's validation.
    static func violation(_ field: String, _ tag: String) -> GraphError {
        .invalidRequest(
            "Key: 'DriveItemInvite.\(field)' Error:Field validation for '\(field)' failed on the '\(tag)' tag")
    }

    private static func role(_ elements: [JSONValue]) throws(GraphError) -> SpaceRole {
        guard elements.count == 1, case .string(let id) = elements[0] else { throw violation("Roles", "len") }
        guard let role = SpaceRole(identifier: id) else {
            // A role for files and folders exists, but says nothing about a space.
            if RoleDefinition.role(id: id) != nil { throw .invalidRequest("role not applicable to this resource") }
            throw violation("Roles", "available_role")
        }
        return role
    }

    private static func recipient(_ value: JSONValue) throws(DecodingFailure) -> Recipient {
        var id = ""
        var isGroup = false
        for member in try value.members("DriveItemInvite.recipients", type: "libregraph.DriveRecipient") {
            switch member.name {
            case "objectId": id = try member.value.text("DriveRecipient.recipients.objectId") ?? ""
            case "@libre.graph.recipient.type":
                isGroup = try member.value.text("DriveRecipient.recipients.@libre.graph.recipient.type") == "group"
            case "email", "alias": break
            default: throw .unknown(member.name)
            }
        }
        return Recipient(id: id, isGroup: isGroup)
    }
}
