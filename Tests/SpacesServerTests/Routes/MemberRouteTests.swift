import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// The members of a space beyond what was recorded (docs/server-behaviour.md §5.2, §5.3).
@Suite struct MemberRouteTests {
    private static func invitation(_ id: String, _ role: SpaceRole = .viewer, more: String = "") -> String {
        #"{"recipients":[{"objectId":"\#(id)","@libre.graph.recipient.type":"user"}],"roles":["\#(role.identifier)"]\#(more)}"#
    }

    private static func id(of user: String, _ server: TestServer) async throws -> String {
        try #require(try await server.send("GET", "/graph/v1.0/me", as: user).json["id"].text)
    }

    @Test func invitesUntilADate() async throws {
        let clock = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = clock.clock
        try await TestServer.run(configuration) { server in
            let space = try await server.makeSpace()
            let (drive, root) = ("/graph/v1.0/drives/\(space)", "/graph/v1beta1/drives/\(space)/root")
            let alan = try await Self.id(of: "alan", server)
            func until(_ seconds: Int64) -> String { clock.later(seconds).rfc3339 }
            let past = Self.invitation(alan, more: #","expirationDateTime":"\#(until(-1))""#)
            let refused = try await server.send("POST", "\(root)/invite", text: past)
            #expect(
                refused.errorMessage
                    == "Key: 'DriveItemInvite.ExpirationDateTime' Error:Field validation for 'ExpirationDateTime' failed on the 'gt' tag"
            )
            let invitation = Self.invitation(alan, .manager, more: #","expirationDateTime":"\#(until(60))""#)
            #expect(try await server.send("POST", "\(root)/invite", text: invitation).status == 200)
            #expect(try await server.send("POST", "\(root)/invite", text: invitation).status == 409)
            #expect(try await server.send("GET", drive, as: "alan").status == 200)
            clock.advance(seconds: 61)
            // Who has expired is no member, no manager that another could rely on, and can be invited again.
            #expect(try await server.send("GET", drive, as: "alan").status == 404)
            let admin = try await Self.id(of: "admin", server)
            #expect(try await server.send("DELETE", "\(root)/permissions/u:\(admin)").status == 403)
            #expect(try await server.send("DELETE", "\(root)/permissions/u:\(alan)").status == 404)
            #expect(try await server.send("POST", "\(root)/invite", text: Self.invitation(alan)).status == 200)
            let early = #"{"expirationDateTime":"\#(until(-1))"}"#
            let change = try await server.send("PATCH", "\(root)/permissions/u:\(alan)", text: early)
            #expect(change.errorMessage == "expiration date is in the past")
            let future = #"{"expirationDateTime":"2100-01-01T12:30:00.5Z"}"#
            let changed = try await server.send("PATCH", "\(root)/permissions/u:\(alan)", text: future)
            #expect(changed.json["expirationDateTime"].text == "2100-01-01T12:30:00.5Z")
            let shown = try await server.send("GET", "/graph/v1.0/drives/\(space)", as: "alan").json
            #expect(shown["root"]["permissions"][1]["expirationDateTime"].text == "2100-01-01T12:30:00.5Z")
            let cleared = try await server.send(
                "PATCH", "\(root)/permissions/u:\(alan)", text: #"{"expirationDateTime":null}"#)
            #expect(cleared.json["expirationDateTime"] == .null)
        }
    }

    @Test func keepsTheLastManager() async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace()
            let admin = try await Self.id(of: "admin", server)
            let member = "/graph/v1beta1/drives/\(space)/root/permissions/u:\(admin)"
            let demotion = #"{"roles":["\#(SpaceRole.editor.identifier)"]}"#
            for answer in [
                try await server.send("DELETE", member), try await server.send("PATCH", member, text: demotion),
            ] {
                #expect(answer.status == 403)
                #expect(answer.errorCode == "accessDenied")
            }
            let mary = try await Self.id(of: "mary", server)
            try await server.send(
                "POST", "/graph/v1beta1/drives/\(space)/root/invite", text: Self.invitation(mary, .manager))
            #expect(try await server.send("PATCH", member, text: demotion).status == 200)
            #expect(try await server.send("DELETE", member).status == 403)
            #expect(try await server.send("DELETE", member, as: "mary").status == 204)
        }
    }

    @Test func refuses() async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace(members: ["lynn": .viewer])
            let alan = try await Self.id(of: "alan", server)
            let lynn = try await Self.id(of: "lynn", server)
            let personal = try #require(try await server.send("GET", "/graph/v1.0/me/drive").json["id"].text)
            // swift-format-ignore
            let refusals: [(drive: String, user: String, body: String, status: Int)] = [
                (space,    "admin", "{",                                            400),
                (space,    "admin", #"{"recipients":[],"roles":[]}"#,               400),
                (space,    "admin", Self.invitation("nobody"),                      400),
                (space,    "admin", #"{"recipients":[{"objectId":"\#(alan)"}],"roles":["2d00ce52-1fc2-4dbc-8b95-a73b73395f5a"]}"#, 400),
                (space,    "admin", #"{"recipients":[{"objectId":"\#(alan)"}],"roles":["other"]}"#, 400),
                (space,    "admin", #"{"recipients":[{"objectId":"\#(alan)"}],"roles":[],"x":1}"#, 400),
                ("$",      "admin", Self.invitation(alan),                          422),
                (space,    "admin", Self.invitation(lynn),                          409),
                (space,    "lynn",  Self.invitation(alan),                          403),
                (space,    "mary",  Self.invitation(alan),                          404),
                (personal, "admin", Self.invitation(alan),                          400),
                ("nope",   "admin", Self.invitation(alan),                          404),
            ]
            for (drive, user, body, status) in refusals {
                let answer = try await server.send(
                    "POST", "/graph/v1beta1/drives/\(drive)/root/invite", as: user, text: body)
                #expect(answer.status == status, "\(user) \(body): \(answer.text)")
            }
            let stranger = "/graph/v1beta1/drives/\(space)/root/permissions/u:\(alan)"
            #expect(try await server.send("DELETE", stranger).status == 404)
            try await server.send("DELETE", "/graph/v1.0/drives/\(space)")
            #expect(try await server.send("GET", "/graph/v1beta1/drives/\(space)/root/permissions").status == 404)
        }
    }

    @Test func letsTheMembersOfAGroupIn() async throws {
        var configuration = TestServer.configuration()
        configuration.sample = SampleOrder(count: 0)
        try await TestServer.run(configuration) { server in
            let groups = try await server.send("GET", "/graph/v1.0/groups").json["value"].elements
            let space = try await server.makeSpace()
            for group in groups {
                let id = try #require(group["id"].text)
                let body =
                    #"{"recipients":[{"objectId":"\#(id)","@libre.graph.recipient.type":"group"}],"roles":["\#(SpaceRole.editor.identifier)"]}"#
                let answer = try await server.send("POST", "/graph/v1beta1/drives/\(space)/root/invite", text: body)
                #expect(answer.json["value"][0]["grantedToV2"]["group"]["id"].text == id)
            }
            var statuses: Set<Int> = []
            for user in ["alan", "lynn", "mary", "light"] {
                statuses.insert(
                    try await server.send("PUT", "/dav/spaces/\(space)/\(user)", as: user, text: "x").status)
            }
            #expect(statuses.contains(201))
        }
    }
}

/// The roles that can be granted, one by one; their list is recorded (071).
@Suite struct RoleRouteTests {
    @Test func showsEachRoleOfTheList() async throws {
        let path = "/graph/v1beta1/roleManagement/permissions/roleDefinitions"
        try await TestServer.run { server in
            for role in try await server.send("GET", path).json.elements {
                let id = try #require(role["id"].text)
                #expect(try await server.send("GET", "\(path)/\(id)").json == role)
            }
            #expect(try await server.send("GET", "\(path)/other").status == 404)
        }
    }
}
