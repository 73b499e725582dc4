import Foundation
import SpacesServer
import Testing

/// What becomes of a space whose memberships end: all grants go with the last manager's, and then nobody can be invited.
@Suite struct EndedMembershipTests {
    private func invite(
        _ user: String, as role: SpaceRole, until end: Timestamp? = nil, to space: String, by caller: String = "admin",
        _ server: TestServer
    ) async throws -> TestServer.Answer {
        let id = try await server.send("GET", "/graph/v1.0/me", as: user).json["id"].text ?? ""
        let expires = end.map { #","expirationDateTime":"\#($0.rfc3339)""# } ?? ""
        return try await server.send(
            "POST", "/graph/v1beta1/drives/\(space)/root/invite", as: caller,
            text: #"{"recipients":[{"objectId":"\#(id)"}],"roles":["\#(role.identifier)"]\#(expires)}"#)
    }

    /// The permission id of a user.
    private func grant(of user: String, _ server: TestServer) async throws -> String {
        "u:" + (try await server.send("GET", "/graph/v1.0/me", as: user).json["id"].text ?? "")
    }

    @Test(arguments: Dialect.allCases) func allGoWithTheLastManager(dialect: Dialect) async throws {
        let clock = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = clock.clock
        configuration.dialect = dialect
        try await TestServer.run(configuration) { server in
            let space = try await server.makeSpace(members: ["mary": .editor])
            let kept = try await server.makeSpace("Kept")
            let root = "/graph/v1beta1/drives/\(space)/root/permissions"
            let admin = try await grant(of: "admin", server)
            let end = #"{"expirationDateTime":"\#(clock.later(60).rfc3339)"}"#
            // The real server lets the last manager's membership have an end.
            #expect(try await server.send("PATCH", "\(root)/\(admin)", text: end).status == 200)
            #expect(try await server.send("GET", root).json["value"].elements.count == 2)
            clock.advance(seconds: 61)
            let list = "/graph/v1beta1/drives?$expand=root($expand=permissions)"
            let drives = try await server.send("GET", list).json["value"].elements
            let roots = drives.filter { [space, kept].contains($0["id"].text) }.map { $0["root"]["permissions"] }
            #expect(roots.count { $0 == .null } == 1, "left out, and not empty")
            #expect(roots.count { $0.elements.count == 1 } == 1)
            // The editor's grant went as well; nobody reaches it, and nobody can be invited.
            #expect(try await server.send("GET", "/graph/v1.0/drives/\(space)", as: "mary").status == 404)
            #expect(try await server.send("GET", root).status == 404)
            let refused = try await invite("alan", as: .manager, to: space, server)
            #expect(refused.status == 404 && refused.errorCode == "itemNotFound")
            // An Admin still manages the space itself.
            let drive = "/graph/v1.0/drives/\(space)"
            #expect(try await server.send("PATCH", drive, text: #"{"name":"Left","quota":{"total":7}}"#).status == 200)
            #expect(try await server.send("DELETE", drive).status == 204)
            #expect(try await server.send("DELETE", drive, headers: ["Purge": "T"]).status == 204)
        }
    }

    @Test func othersStayWhereAManagerStays() async throws {
        let clock = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = clock.clock
        try await TestServer.run(configuration) { server in
            let space = try await server.makeSpace(members: ["mary": .editor])
            let root = "/graph/v1beta1/drives/\(space)/root/permissions"
            #expect(try await invite("alan", as: .manager, until: clock.later(60), to: space, server).status == 200)
            #expect(try await invite("lynn", as: .viewer, until: clock.later(90), to: space, server).status == 200)
            clock.advance(seconds: 61)
            #expect(try await server.send("GET", root).json["value"].elements.count == 3)
            clock.advance(seconds: 30)
            #expect(try await server.send("GET", root).json["value"].elements.count == 2)
            #expect(try await server.send("GET", root, as: "mary").status == 200)
        }
    }

    @Test func theAnswerToAnInvitationLeavesTheEndOut() async throws {
        let clock = AdjustableClock()
        var configuration = TestServer.configuration()
        configuration.clock = clock.clock
        try await TestServer.run(configuration) { server in
            let space = try await server.makeSpace()
            let answer = try await invite("alan", as: .viewer, until: clock.later(60), to: space, server)
            #expect(answer.json["value"][0]["expirationDateTime"] == .null)
            let stored = try await server.send("GET", "/graph/v1beta1/drives/\(space)/root/permissions").json["value"]
            #expect(stored.elements.contains { $0["expirationDateTime"].text == clock.later(60).rfc3339 })
        }
    }

    /// A moment is kept in nanoseconds, which hold no more years.
    @Test(arguments: ["9999-12-31T23:59:59Z", "2262-01-01T00:00:00Z", "1677-12-31T23:59:59.5Z", "0001-01-01T00:00:00Z"])
    func anEndThatCannotBeKeptIsRefused(end: String) async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace(members: ["mary": .editor])
            let mary = try await grant(of: "mary", server)
            let answer = try await server.send(
                "PATCH", "/graph/v1beta1/drives/\(space)/root/permissions/\(mary)",
                text: #"{"expirationDateTime":"\#(end)"}"#)
            #expect(answer.status == 400 && answer.errorMessage?.contains("parsing time") == true)
        }
    }

    @Test func aDeletedManagerIsLeftAsAnIdAlone() async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace(members: ["alan": .manager])
            let (admin, alan) = (try await grant(of: "admin", server), try await grant(of: "alan", server))
            let root = "/graph/v1beta1/drives/\(space)/root/permissions"
            #expect(try await server.send("DELETE", "\(root)/\(admin)", as: "alan").status == 204)
            #expect(try await server.send("DELETE", "/graph/v1.0/users/alan").status == 204)
            let drives = try await server.send("GET", "/graph/v1beta1/drives").json["value"].elements
            let left = try #require(drives.first { $0["id"].text == space })["root"]["permissions"]
            #expect(left.elements.count == 1 && left[0]["id"].text == alan)
            #expect(left[0]["grantedToV2"]["user"]["displayName"].text == "")
            #expect(left[0]["grantedToV2"]["user"]["@libre.graph.userType"] == .null)
            #expect(try await invite("mary", as: .manager, to: space, server).status == 404)
        }
    }
}
