/// The body of a POST on the roles of a user: which role, to whom, in which application.
struct AssignmentRequest: Sendable, Equatable {
    var roleID = ""
    var principalID = ""
    var resourceID = ""

    init(_ bytes: [UInt8]) throws(GraphError) {
        do {
            for member in try JSONValue.members(of: bytes, type: "libregraph.AppRoleAssignment") {
                switch member.name.lowercased() {
                case "approleid": roleID = try member.value.text("AppRoleAssignment.appRoleId") ?? ""
                case "principalid": principalID = try member.value.text("AppRoleAssignment.principalId") ?? ""
                case "resourceid": resourceID = try member.value.text("AppRoleAssignment.resourceId") ?? ""
                case "id", "deleteddatetime", "createddatetime", "principaldisplayname", "principaltype",
                    "resourcedisplayname":
                    break
                default: throw DecodingFailure.unknown(member.name)
                }
            }
        } catch let failure as DecodingFailure {
            throw .invalidRequest("invalid request body: \(failure.message)")
        } catch {
            throw .invalidRequest("invalid request body")
        }
    }
}
