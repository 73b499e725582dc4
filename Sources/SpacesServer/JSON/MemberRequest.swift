/// The body of an invitation, or of a change of a member (server-behaviour §1.8, recordings 074 and 075).
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
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(bytes)
        } catch {
            throw .invalidRequest("invalid request body: error: \(error.message)")
        }
        guard case .object(let members) = value else { throw .invalidRequest("invalid request body") }
        for member in members {
            switch (member.name, member.value) {
            case ("recipients", .array(let elements)): recipients = elements.compactMap(Self.recipient)
            case ("roles", .array(let elements)):
                guard elements.count == 1, case .string(let id) = elements[0] else {
                    throw Self.violation("Roles", "len")
                }
                guard let role = SpaceRole(identifier: id) else { throw Self.violation("Roles", "available_role") }
                self.role = role
            case ("expirationDateTime", .null): expires = .some(nil)
            case ("expirationDateTime", .string(let text)):
                guard let date = Timestamp(rfc3339: text) else {
                    throw .invalidRequest("invalid request body: error: parsing time \(text.goQuoted)")
                }
                expires = date
            default: break
            }
        }
    }

    /// The sentence of the real server's validation.
    static func violation(_ field: String, _ tag: String) -> GraphError {
        .invalidRequest(
            "Key: 'DriveItemInvite.\(field)' Error:Field validation for '\(field)' failed on the '\(tag)' tag")
    }

    private static func recipient(_ value: JSONValue) -> Recipient? {
        guard case .object(let members) = value else { return nil }
        var id = ""
        var isGroup = false
        for member in members {
            switch (member.name, member.value) {
            case ("objectId", .string(let text)): id = text
            case ("@libre.graph.recipient.type", .string(let text)): isGroup = text == "group"
            default: break
            }
        }
        return Recipient(id: id, isGroup: isGroup)
    }
}
