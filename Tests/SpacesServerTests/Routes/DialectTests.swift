import HTTPTypes
import SpacesServer
import Testing

/// Where servers differ from the recorded one (docs/server-behaviour.md §10), and only there.
@Suite struct DialectTests {
    private static func run(_ dialect: Dialect, _ body: @Sendable (TestServer) async throws -> Void) async throws {
        var configuration = TestServer.configuration()
        configuration.dialect = dialect
        try await TestServer.run(configuration, body)
    }

    @Test func newerOpenCloudShowsMembersWhereAskedFor() async throws {
        try await Self.run(.newerOpenCloud) { server in
            let created = try await server.send("POST", "/graph/v1.0/drives", text: #"{"name":"x"}"#).json
            #expect(created["root"]["permissions"] == .null)
            let id = try #require(created["id"].text)
            let drive = "/graph/v1.0/drives/\(id)"
            let filter = "$filter=id eq '\(id)'"
            // swift-format-ignore
            let lists = [
                ("?\(filter)",                                                      0),
                ("?\(filter)&$expand=root",                                         0),
                ("?\(filter)&$expand=root($expand=permissions)",                    1),
                ("?\(filter)&$expand=root( $expand = children,permissions )",       1),
                ("?\(filter)&$expand=root($select=id;$expand=permissions)",         1),
                ("?\(filter)&$expand=special($expand=permissions)",                 0),
            ]
            for (query, count) in lists {
                let space = try await server.send("GET", "/graph/v1beta1/drives\(query)").json["value"][0]
                #expect(space["root"]["permissions"].elements.count == count, "\(query)")
            }
            #expect(try await server.send("GET", drive).json["root"]["permissions"] == .null)
            let shown = try await server.send("GET", "\(drive)?$expand=root($expand=permissions)").json
            #expect(shown["root"]["permissions"][0]["roles"][0].text == "manager")
            #expect(try await server.send("GET", "\(drive)?foo=bar").status == 400)
            let changed = try await server.send("PATCH", drive, text: #"{"name":"y"}"#).json
            #expect(changed["name"].text == "y" && changed["root"]["permissions"] == .null)
        }
    }

    @Test func newerOpenCloudTellsRefusals() async throws {
        try await Self.run(.newerOpenCloud) { server in
            let drive = "/graph/v1.0/drives/\(try await server.makeSpace(members: ["lynn": .editor]))"
            for headers in [[:], ["Purge": "T"]] {
                let refused = try await server.send("DELETE", drive, as: "lynn", headers: headers)
                #expect(refused.status == 403 && refused.errorMessage == "permission denied")
                #expect(try await server.send("DELETE", drive, as: "mary", headers: headers).status == 404)
            }
            #expect(try await server.send("DELETE", drive).status == 204)
        }
    }

    @Test func newerOwnCloudHasSingleDrivesUnderBeta() async throws {
        try await Self.run(.newerOwnCloud) { server in
            let drives = "/graph/v1beta1/drives"
            let created = try await server.send("POST", drives, text: #"{"name":"x"}"#)
            #expect(created.status == 201)
            #expect(created.json["root"]["permissions"][0]["roles"][0].text == SpaceRole.manager.identifier)
            let drive = "\(drives)/\(try #require(created.json["id"].text))"
            #expect(try await server.send("GET", drive).json == created.json)
            #expect(try await server.send("PATCH", drive, text: #"{"name":"y"}"#).json["name"].text == "y")
            #expect(try await server.send("DELETE", drive).status == 204)
            #expect(try await server.send("DELETE", drive, headers: ["Purge": "T"]).status == 204)
            #expect(try await server.send("GET", drive).status == 404)
        }
    }
}
