import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// The rules for creating, changing and deleting drives that no recording shows
/// (docs/server-behaviour.md §3.2 to §3.6).
@Suite struct DriveRouteTests {
    private static let drives = "/graph/v1.0/drives"

    // swift-format-ignore
    @Test(arguments: [
        ("",                                         "invalid body schema definition"),
        ("null",                                     "invalid body schema definition"),
        ("[]",                                       "invalid body schema definition"),
        (#"{"name":5}"#,                             "invalid body schema definition"),
        (#"{"name":"x","quota":{"total":1.5}}"#,     "invalid body schema definition"),
        (#"{"name":"x","quota":{"total":9223372036854775808}}"#, "invalid body schema definition"),
        (#"{"name":"x","quota":{"foo":1}}"#,         "invalid body schema definition"),
        (#"{"name":"x","special":{}}"#,              "invalid body schema definition"),
        (#"{"name":null}"#,                          "invalid spacename: spacename must not be empty"),
        (#"{"name":" \t "}"#,                        "invalid spacename: spacename must not be empty"),
        (#"{"name":"a.b"}"#,                         #"invalid spacename: spacenames must not contain [/ \ . : ? * " > < |]"#),
        (#"{"name":"\#(String(repeating: "é", count: 128))"}"#, "invalid spacename: spacename must be smaller than 255"),
        (#"{"name":"x","driveType":"Project"}"#,     "drives of this type cannot be created via this api"),
        (#"{"name":"x","quota":{"total":5000}}"#,    "error: bad request: decompsedFS: requested quota is higher than allowed"),
    ])
    func refusesToCreate(body: String, message: String) async throws {
        var configuration = TestServer.configuration()
        configuration.maxQuota = 4000
        try await TestServer.run(configuration) { server in
            let answer = try await server.send("POST", Self.drives, text: body)
            #expect(answer.status == 400)
            #expect(answer.errorCode == "invalidRequest")
            #expect(answer.errorMessage == message)
            #expect(try await server.server.store.spaces().allSatisfy { $0.type == .personal })
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        (#"{"name":" x "}"#,                              "x",    1_000_000_000, "project/x"),
        (#"{"Name":"Capital"}"#,                          "Capital", 1_000_000_000, "project/capital"),
        (#"{"name":"A B","quota":{"total":0}}"#,          "A B",  0,             "project/a-b"),
        (#"{"name":"x","quota":{"total":-7}}"#,           "x",    1_000_000_000, "project/x"),
        (#"{"name":"x","quota":null,"id":"1","owner":{}}"#, "x",  1_000_000_000, "project/x"),
        (#"{"name":"x","driveAlias":"Not/An alias!"}"#,   "x",    1_000_000_000, "Not/An alias!"),
        (#"{"name":"x"} trailing"#,                       "x",    1_000_000_000, "project/x"),
        (#"{"name":"<&>"}"#.replacing("<&>", with: "R&D"), "R&D", 1_000_000_000, "project/r&d"),
    ])
    func creates(body: String, name: String, total: Int64, alias: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.send("POST", Self.drives, text: body)
            #expect(answer.status == 201, "\(answer.text)")
            #expect(answer.json["name"].text == name)
            #expect(answer.json["quota"]["total"].integer == total)
            #expect(answer.json["driveAlias"].text == alias)
            let id = try #require(answer.json["id"].text)
            #expect(try await server.send("GET", "\(Self.drives)/\(id)").json == answer.json)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",                          "invalidRequest",   "invalid request body: error: EOF"),
        (#"{"name":5}"#,              "invalidRequest",   "invalid request body: error: json: cannot unmarshal number into Go struct field DriveUpdate.name of type string"),
        (#"{"quota":{"total":1e3}}"#, "invalidRequest",   "invalid request body: error: json: cannot unmarshal number 1e3 into Go struct field Quota.quota.total of type int64"),
        (#"{x}"#,                     "invalidRequest",   "invalid request body: error: invalid character 'x' looking for beginning of object key string"),
        (#"{"name":"  "}"#,           "generalException", "spacename must not be empty"),
        (#"{"quota":{"total":-3}}"#,  "invalidRequest",   "invalid quota: it must not be negative"),
        (#"{"quota":{"total":5000}}"#, "notAllowed",      "decompsedFS: requested quota is higher than allowed"),
    ])
    func refusesToChange(body: String, code: String, message: String) async throws {
        var configuration = TestServer.configuration()
        configuration.maxQuota = 4000
        try await TestServer.run(configuration) { server in
            let id = try await server.makeSpace(quota: 1000)
            let before = try await server.send("GET", "\(Self.drives)/\(id)").json
            let answer = try await server.send("PATCH", "\(Self.drives)/\(id)", text: body)
            #expect(answer.status == 400)
            #expect(answer.errorCode == code)
            #expect(answer.errorMessage == message)
            #expect(try await server.send("GET", "\(Self.drives)/\(id)").json == before)
        }
    }

    @Test func takesMinusOneForUnlimitedAndCapsIt() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace()
            for total in [-1, -2, 0] {
                let answer = try await server.send(
                    "PATCH", "\(Self.drives)/\(id)", text: #"{"quota":{"total":\#(total)}}"#)
                #expect(answer.json["quota"]["total"].integer == 0)
            }
        }
        var capped = TestServer.configuration()
        capped.maxQuota = 4000
        try await TestServer.run(capped) { server in
            let id = try await server.makeSpace(quota: 10)
            let answer = try await server.send("PATCH", "\(Self.drives)/\(id)", text: #"{"quota":{"total":0}}"#)
            #expect(answer.json["quota"]["total"].integer == 4000)
        }
    }

    @Test func readsPurgeAndRestoreAsGoDoes() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace()
            let drive = "\(Self.drives)/\(id)"
            // No boolean: the space is disabled instead of purged.
            #expect(try await server.send("DELETE", drive, headers: ["Purge": "yes"]).status == 204)
            let disabled = try await server.send("GET", drive).json
            #expect(disabled["root"]["deleted"]["state"].text == "trashed")
            #expect(disabled["quota"].keys == ["total"])
            let still = try await server.send("PATCH", drive, headers: ["Restore": "yes"], text: "{}").json
            #expect(still["root"]["deleted"]["state"].text == "trashed")
            let restored = try await server.send("PATCH", drive, headers: ["Restore": "true"], text: "{}").json
            #expect(restored["root"]["deleted"] == .null)
            #expect(try await server.send("DELETE", drive, headers: ["Purge": "0"]).status == 204)
            #expect(try await server.send("DELETE", drive, headers: ["Purge": "1"]).status == 204)
            for method in ["GET", "PATCH", "DELETE"] {
                #expect(try await server.send(method, drive, text: "{}").status == 404)
            }
            #expect(try await server.server.store.spaces().allSatisfy { $0.type == .personal })
        }
    }

    @Test func disablingKeepsTheDateAndTheDescription() async throws {
        try await TestServer.run { server in
            let created = try await server.send("POST", Self.drives, text: #"{"name":"x","description":"kept"}"#).json
            let id = try #require(created["id"].text)
            try await server.send("DELETE", "\(Self.drives)/\(id)")
            let disabled = try await server.send("GET", "\(Self.drives)/\(id)").json
            #expect(disabled["lastModifiedDateTime"] == created["lastModifiedDateTime"])
            #expect(disabled["description"].text == "kept")
        }
    }

    @Test func knowsASpaceByAllItsNames() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace()
            let space = try #require(id.split(separator: "$").last)
            let shares = "a0ca6a90-a365-4782-871e-d44447bbc668"
            // swift-format-ignore
            let statuses: [(id: String, get: Int, delete: Int)] = [
                (String(space),        200, 204), ("\(id)!\(space)",         200, 204), ("\(id)!other", 404, 204),
                ("other$\(space)",     404, 404), ("nope",                   404, 404), ("!",           500, 404),
                ("\(shares)$\(shares)", 200, 405),
            ]
            for (name, get, delete) in statuses {
                #expect(try await server.send("GET", "\(Self.drives)/\(name)").status == get, "GET \(name)")
                #expect(try await server.send("DELETE", "\(Self.drives)/\(name)").status == delete, "DELETE \(name)")
                try await server.send("PATCH", "\(Self.drives)/\(id)", headers: ["Restore": "T"], text: "{}")
            }
            let answer = try await server.send("PATCH", "\(Self.drives)/\(shares)$\(shares)", text: "{}")
            #expect(answer.status == 405 && answer.errorMessage == "drive cannot be updated")
        }
    }

    @Test func showsSpecialOnlyWhereItLeadsSomewhere() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace()
            let drive = "\(Self.drives)/\(id)"
            let lost = #"{"special":[{"specialFolder":{"name":"image"},"id":"nowhere"}]}"#
            #expect(try await server.send("PATCH", drive, text: lost).json["special"] == .null)
            try await server.send("MKCOL", "/dav/spaces/\(id)/.space")
            let file = try await server.send("PUT", "/dav/spaces/\(id)/.space/a b.png", text: "image")
            let node = try #require(file.headers.first { $0.name.canonicalName == "oc-fileid" }?.value)
            let body = #"{"special":[{"specialFolder":{"name":"image"},"id":"\#(node)"}]}"#
            let special = try await server.send("PATCH", drive, text: body).json["special"][0]
            #expect(special["specialFolder"]["name"].text == "image")
            #expect(special["webDavUrl"].text?.hasSuffix("/.space/a%20b.png") == true)
            try await server.send("DELETE", drive)
            #expect(try await server.send("GET", drive).json["special"] == .null)
        }
    }
}
