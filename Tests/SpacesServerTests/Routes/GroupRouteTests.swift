import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// Groups, and what their members may do in spaces that the group is a member of.
@Suite struct GroupRouteTests {
    private static let groups = "/graph/v1.0/groups"

    private static func make(_ name: String, of users: [String], _ server: TestServer) async throws -> String {
        let answer = try await server.send("POST", groups, text: #"{"displayName":"\#(name)"}"#)
        #expect(answer.status == 201, "\(answer.text)")
        let id = try #require(answer.json["id"].text)
        for user in users {
            let user = try #require(try await server.send("GET", "/graph/v1.0/users/\(user)").json["id"].text)
            let body = #"{"@odata.id":"https://localhost:9200/graph/v1.0/users/\#(user)"}"#
            let added = try await server.send("POST", "\(groups)/\(id)/members/$ref", text: body)
            #expect(added.status == 204, "\(added.text)")
        }
        return id
    }

    @Test func letsMembersInAndOutAtOnce() async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace()
            let group = try await Self.make("Sailors", of: ["alan", "lynn"], server)
            let body =
                #"{"recipients":[{"objectId":"\#(group)","@libre.graph.recipient.type":"group"}],"roles":["\#(SpaceRole.editor.identifier)"]}"#
            let invited = try await server.send("POST", "/graph/v1beta1/drives/\(space)/root/invite", text: body)
            #expect(invited.json["value"][0]["id"].text == "g:\(group)")
            let drive = "/graph/v1.0/drives/\(space)"
            #expect(try await server.send("GET", drive, as: "alan").status == 200)
            #expect(try await server.send("PUT", "/dav/spaces/\(space)/x", as: "lynn", text: "x").status == 201)
            #expect(try await server.send("GET", drive, as: "mary").status == 404)

            let members = try await server.send("GET", "\(Self.groups)/\(group)/members").json.elements
            #expect(members.compactMap { $0["displayName"].text } == ["Alan Turing", "Lynn Conway"])
            let alan = try #require(members[0]["id"].text)
            let reference = "\(Self.groups)/\(group)/members/\(alan)/$ref"
            #expect(try await server.send("DELETE", reference).status == 204)
            #expect(try await server.send("DELETE", reference).status == 404)
            #expect(try await server.send("GET", drive, as: "alan").status == 404)
            #expect(try await server.send("GET", drive, as: "lynn").status == 200)

            #expect(try await server.send("DELETE", "\(Self.groups)/\(group)").status == 204)
            #expect(try await server.send("GET", drive, as: "lynn").status == 404)
            let left = try await server.send("GET", "/graph/v1beta1/drives/\(space)/root/permissions").json["value"][1]
            #expect(left["grantedToV2"]["group"]["displayName"].text == "")
        }
    }

    @Test func isRenamedFoundAndFilledInOneGo() async throws {
        try await TestServer.run { server in
            let group = try await Self.make("Sailors", of: [], server)
            _ = try await Self.make("Bakers", of: ["mary"], server)
            let lynn = try #require(try await server.send("GET", "/graph/v1.0/users/lynn").json["id"].text)
            let change =
                #"{"displayName":"Pilots","members@odata.bind":["https://localhost/graph/v1.0/users/\#(lynn)"]}"#
            #expect(try await server.send("PATCH", "\(Self.groups)/\(group)", text: change).status == 204)
            let shown = try await server.send("GET", "\(Self.groups)/\(group)?$expand=members").json
            #expect(shown["displayName"].text == "Pilots")
            #expect(shown["members"][0]["displayName"].text == "Lynn Conway")
            let inGroup = try await server.send(
                "GET", "/graph/v1.0/users?$filter=memberOf/any(m:m/id eq '\(group)')&$expand=memberOf"
            ).json["value"]
            #expect(inGroup.elements.count == 1 && inGroup[0]["memberOf"][0]["displayName"].text == "Pilots")
            let found = try await server.send("GET", "\(Self.groups)?$search=ilo", as: "alan").json["value"].elements
            #expect(found.map { $0["id"].text } == [group])
            let sorted = try await server.send("GET", "\(Self.groups)?$orderby=displayName").json["value"].elements
            #expect(sorted.compactMap { $0["displayName"].text } == ["Bakers", "Pilots"])
            #expect(try await server.send("GET", Self.groups, as: "alan").status == 403)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("POST",  "",           "{}",                                            400, "Missing Required Attribute"),
        ("POST",  "",           #"{"displayName":"  "}"#,                        400, "Invalid displayName"),
        ("POST",  "",           #"{"displayName":"x","id":"1"}"#,                400, "group id is a read-only attribute"),
        ("POST",  "",           #"{"name":"x"}"#,                                400, #"invalid request body: json: unknown field "name""#),
        ("POST",  "",           #"{"displayName":"Sailors"}"#,                   409, "a group with the name Sailors already exists"),
        ("POST",  "/ID/members/$ref", "{}",                                      400, "@odata.id reference is missing"),
        ("POST",  "/ID/members/$ref", #"{"@odata.id":"x"}"#,                     400, "Error parsing @odata.id url"),
        ("POST",  "/ID/members/$ref", #"{"@odata.id":"https://x/groups/1"}"#,    400, "Only users are allowed as group members"),
        ("POST",  "/ID/members/$ref", #"{"@odata.id":"https://x/users/1"}"#,     404, "not found"),
        ("PATCH", "/nobody",    #"{"displayName":"x"}"#,                         404, "not found"),
    ])
    func refuses(method: String, path: String, body: String, status: Int, message: String) async throws {
        try await TestServer.run { server in
            let group = try await Self.make("Sailors", of: [], server)
            let answer = try await server.send(
                method, Self.groups + path.replacing("ID", with: group), text: body)
            #expect(answer.status == status && answer.errorMessage == message, "\(answer.text)")
        }
    }
}
