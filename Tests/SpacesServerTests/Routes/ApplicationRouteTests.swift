import HTTPTypes
import SpacesServer
import Testing

/// The roles of the installation, and what becomes of a user who is given another one.
@Suite struct ApplicationRouteTests {
    @Test func listsTheRolesByTheirPublishedIDs() async throws {
        try await TestServer.run { server in
            let application = try await server.send("GET", "/graph/v1.0/applications", as: "alan").json["value"][0]
            let roles = application["appRoles"].elements.map { [$0["displayName"].text, $0["id"].text] }
            #expect(
                roles == [
                    ["Admin", "71881883-1768-46bd-a24d-a356a2afdf7f"],
                    ["Space Admin", "2aadd357-682c-406b-8874-293091995fdd"],
                    ["User", "d7beeea8-8ff4-406b-8fb6-ab2dd81e6b11"],
                    ["User Light", "38071a68-456a-4553-846a-fa67bf5596cc"],
                ])
            let id = try #require(application["id"].text)
            #expect(try await server.send("GET", "/graph/v1.0/applications/\(id)").json == application)
            #expect(try await server.send("GET", "/graph/v1.0/applications/other").status == 404)
        }
    }

    @Test func changesWhatAUserMayDoAtOnce() async throws {
        try await TestServer.run { server in
            let application = try await server.send("GET", "/graph/v1.0/applications").json["value"][0]["id"].text ?? ""
            let light = try #require(try await server.send("GET", "/graph/v1.0/me", as: "light").json["id"].text)
            let path = "/graph/v1.0/users/\(light)/appRoleAssignments"
            func assign(_ role: String, to user: String, in resource: String) async throws -> TestServer.Answer {
                try await server.send(
                    "POST", path,
                    text: #"{"appRoleId":"\#(role)","principalId":"\#(user)","resourceId":"\#(resource)"}"#)
            }
            let drive = #"{"name":"N"}"#
            #expect(try await server.send("POST", "/graph/v1.0/drives", as: "light", text: drive).status == 403)
            #expect(try await server.send("GET", "/graph/v1.0/me/drive", as: "light").status == 404)
            let answer = try await assign(GlobalRole.spaceAdmin.identifier, to: light, in: application)
            #expect(answer.status == 201, "\(answer.text)")
            #expect(try await server.send("POST", "/graph/v1.0/drives", as: "light", text: drive).status == 201)
            #expect(try await server.send("GET", "/graph/v1.0/me/drive", as: "light").status == 200)
            let listed = try await server.send("GET", path).json["value"].elements
            #expect(listed.map(\.canonical) == [answer.json.canonical])

            let assignment = try #require(answer.json["id"].text)
            #expect(try await server.send("DELETE", "\(path)/\(assignment)").status == 204)
            #expect(try await server.send("DELETE", "\(path)/\(assignment)").status == 404)
            #expect(try await server.send("POST", "/graph/v1.0/drives", as: "light", text: drive).status == 403)
            #expect(try await server.send("GET", path).json["value"].elements.isEmpty)

            #expect(try await assign(GlobalRole.user.identifier, to: "other", in: application).status == 400)
            #expect(try await assign(GlobalRole.user.identifier, to: light, in: "other").status == 400)
            #expect(try await assign("other", to: light, in: application).status == 400)
        }
    }

    @Test func letsNobodyChangeTheirOwnRole() async throws {
        try await TestServer.run { server in
            let admin = try #require(try await server.send("GET", "/graph/v1.0/me").json["id"].text)
            let path = "/graph/v1.0/users/\(admin)/appRoleAssignments"
            let own = try #require(try await server.send("GET", path).json["value"][0]["id"].text)
            let answer = try await server.send("DELETE", "\(path)/\(own)")
            #expect(answer.status == 403 && answer.errorCode == "notAllowed")
        }
    }
}
