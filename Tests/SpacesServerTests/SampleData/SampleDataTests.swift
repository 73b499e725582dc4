import Foundation
import SpacesServer
import Testing

/// Made-up spaces: believable, of every kind, and the same for the same seed.
@Suite struct SampleDataTests {
    private static func configuration(count: Int, seed: UInt64) -> ServerConfiguration {
        var configuration = TestServer.configuration()
        configuration.sample = SampleOrder(
            count: count, seed: seed, now: Timestamp(nanoseconds: 1_790_000_000_000_000_000))
        return configuration
    }

    /// What a seed decides: all but the keys and ids of those who can log in.
    private static func summary(_ configuration: ServerConfiguration) async throws -> [String] {
        let server = try SpacesServer(configuration: configuration)
        return try await server.store.spaces().map {
            "\($0.type) \($0.name) \($0.alias) \($0.description) \($0.quota ?? -1) \($0.used) \($0.isDisabled)"
                + ($0.alias.hasPrefix("personal/person") || $0.type == .project
                    ? " \($0.id) \($0.modified.rfc3339)" : "")
        }
    }

    @Test func isTheSameForTheSameSeed() async throws {
        let first = try await Self.summary(Self.configuration(count: 200, seed: 7))
        let again = try await Self.summary(Self.configuration(count: 200, seed: 7))
        let other = try await Self.summary(Self.configuration(count: 200, seed: 8))
        #expect(first == again)
        #expect(first != other)
    }

    @Test(arguments: [20, 300]) func hasEveryKind(count: Int) async throws {
        try await TestServer.run(Self.configuration(count: count, seed: 3)) { server in
            let answer = try await server.send("GET", "/graph/v1.0/drives")
            let spaces = answer.json["value"].elements.filter { $0["driveType"].text != "mountpoint" }
            // Six who can log in have a personal space beside the ones that were ordered; Shares comes to it.
            #expect(spaces.count == count + 6 + 1)
            let enabled = spaces.filter { $0["root"]["deleted"] == .null && $0["driveType"].text == "project" }
            for state in ["normal", "nearing", "critical", "exceeded"] {
                #expect(enabled.contains { $0["quota"]["state"].text == state }, "\(state)")
            }
            #expect(enabled.contains { $0["quota"]["total"].integer == 0 })
            #expect(enabled.contains { $0["quota"]["used"] == $0["quota"]["total"] })
            #expect(enabled.contains { ($0["quota"]["used"].integer ?? 0) > ($0["quota"]["total"].integer ?? 0) })
            #expect(spaces.contains { $0["root"]["deleted"]["state"].text == "trashed" })
            #expect(spaces.contains { $0["driveAlias"].text?.hasPrefix("personal/person") == true })
            #expect(spaces.contains { $0["name"].text?.utf8.contains { $0 > 127 } == true })
            func roles(_ space: JSON) -> [String] {
                space["root"]["permissions"].elements.compactMap { $0["roles"][0].text }
            }
            #expect(enabled.contains { !roles($0).contains("manager") })
            #expect(enabled.allSatisfy { roles($0).count <= 75 })
            #expect(enabled.contains { roles($0).count >= 30 })
        }
    }

    /// Mountpoints are drives of those alone with whom something is shared (docs/server-behaviour.md §2.1).
    @Test func sharesFoldersWithThoseWhoLogIn() async throws {
        try await TestServer.run(Self.configuration(count: 60, seed: 5)) { server in
            var found = 0
            for user in ["admin", "alan", "lynn", "mary", "margaret", "dennis", "light"] {
                let path = "/graph/v1.0/me/drives?$filter=driveType eq mountpoint"
                let mountpoints = try await server.send("GET", path, as: user).json["value"].elements
                found += mountpoints.count
                for mountpoint in mountpoints {
                    #expect(mountpoint.keys == ["driveAlias", "driveType", "id", "name", "owner", "root", "webUrl"])
                    let drive = "/graph/v1.0/drives/\(try #require(mountpoint["id"].text))"
                    #expect(try await server.send("GET", drive, as: user).json == mountpoint)
                    #expect(try await server.send("PATCH", drive, as: user, text: "{}").status == 405)
                    #expect(try await server.send("DELETE", drive, as: user).status == 405)
                    let other = user == "alan" ? "lynn" : "alan"
                    #expect(try await server.send("GET", drive, as: other).status == 404)
                }
                let shares = try await server.send("GET", "/graph/v1.0/drives?$filter=driveType eq virtual", as: user)
                #expect(shares.json["value"].elements.count == 1)
                #expect((shares.json["value"][0]["lastModifiedDateTime"] == .null) == mountpoints.isEmpty)
            }
            #expect(found > 5)
        }
    }

    @Test func itsFilesAddUpAndItsPeopleLogIn() async throws {
        try await TestServer.run(Self.configuration(count: 60, seed: 5)) { server in
            for user in ["alan", "dennis", "margaret"] {
                #expect(try await server.send("GET", "/graph/v1.0/me/drives", as: user).status == 200)
            }
            #expect(try await server.send("GET", "/graph/v1.0/me", as: "person1").status == 401)
            let mine = try await server.send("GET", "/graph/v1.0/me/drives", as: "alan").json["value"].elements
            let used = mine.filter { $0["root"]["deleted"] == .null && $0["driveType"].text == "project" }
            #expect(!used.isEmpty)
            for space in used {
                let id = try #require(space["id"].text)
                let listing = try await server.send(
                    "PROPFIND", "/dav/spaces/\(id)", as: "alan", headers: ["Depth": "1"])
                let sizes = listing.text.matches(of: /<oc:size>([0-9]+)</).compactMap { Int64($0.output.1) }
                #expect(sizes.first == sizes.dropFirst().reduce(0, +), "\(id)")
                #expect(sizes.first == space["quota"]["used"].integer)
            }
        }
    }
}
