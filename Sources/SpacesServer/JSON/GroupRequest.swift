/// The body of a POST or PATCH on groups, or of a reference to a member.
struct GroupRequest: Sendable, Equatable {
    var displayName: String?
    var hasID = false
    /// `members@odata.bind`: addresses of users who are to be added.
    var members: [String]?
    /// `@odata.id`: the address of one user.
    var reference: String?

    init(_ bytes: [UInt8]) throws(GraphError) {
        do {
            for member in try JSONValue.members(of: bytes, type: "libregraph.Group") where member.value != .null {
                switch member.name.lowercased() {
                case "displayname": displayName = try member.value.text("Group.displayName")
                case "id": hasID = true
                case "@odata.id": reference = try member.value.text("MemberReference.@odata.id")
                case "members@odata.bind":
                    var addresses: [String] = []
                    for element in try member.value.elements("Group.members@odata.bind", type: "string") ?? [] {
                        addresses.append(try element.text("Group.members@odata.bind") ?? "")
                    }
                    members = addresses
                case "description", "grouptypes", "members": break
                default: throw DecodingFailure.unknown(member.name)
                }
            }
        } catch let failure as DecodingFailure {
            throw .invalidRequest("invalid request body: \(failure.message)")
        } catch {
            throw .invalidRequest("invalid request body")
        }
    }

    /// The kind and id that an address ends with: `https://…/graph/v1.0/users/{id}`.
    static func target(of address: String) -> (kind: String, id: String)? {
        let parts = address.split(separator: "/")
        guard parts.count >= 2, let id = PercentEncoding.decode(parts[parts.count - 1]) else { return nil }
        return (String(parts[parts.count - 2]), id)
    }
}
