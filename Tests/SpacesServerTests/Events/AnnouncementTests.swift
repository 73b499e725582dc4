import Foundation
import Testing

@testable import SpacesServer

/// What is announced, and to whom: a manager (lynn), a viewer (mary), one who is no member (alan), and two administrators who
/// are none either, of whom one (admin) makes the changes.
@Suite struct AnnouncementTests {
    /// A change, as a request, and the events that each hears.
    struct Deed: CustomStringConvertible {
        let name: String
        let method: String
        let path: String
        var user = "admin"
        var headers: [String: String] = [:]
        var body = ""
        /// Requests that come before.
        var preparation: [(String, String, [String: String])] = []
        let heard: [Dialect: [String: [String]]]
        var description: String { name }
    }

    private static let drive = "/graph/v1.0/drives/{id}"
    private static let members = "/graph/v1beta1/drives/{id}/root"
    private static let disabled: [(String, String, [String: String])] = [("DELETE", drive, [:])]

    private static func always(_ heard: [String: [String]]) -> [Dialect: [String: [String]]] {
        Dictionary(uniqueKeysWithValues: Dialect.allCases.map { ($0, heard) })
    }

    /// On a newer OpenCloud, one more event for the members.
    private static func always(
        _ heard: [String: [String]], newer name: String, to members: [String]
    ) -> [Dialect: [String: [String]]] {
        var all = always(heard)
        for member in members { all[.newerOpenCloud]?[member, default: []].append(name) }
        return all
    }

    private static func everyone(_ name: String) -> [Dialect: [String: [String]]] {
        always(["lynn": [name], "mary": [name]])
    }

    private static let told = "userlog-notification"

    static let deeds: [Deed] = [
        Deed(
            name: "rename", method: "PATCH", path: drive, body: #"{"name":"Other","description":"x"}"#,
            heard: always([:])),
        Deed(name: "set a quota", method: "PATCH", path: drive, body: #"{"quota":{"total":5}}"#, heard: always([:])),
        Deed(
            name: "disable", method: "DELETE", path: drive,
            heard: always(["lynn": [told], "mary": [told]], newer: "space-disabled", to: ["lynn", "mary"])),
        Deed(
            name: "disable as a manager", method: "DELETE", path: drive, user: "lynn",
            heard: always(["mary": [told]], newer: "space-disabled", to: ["lynn", "mary"])),
        Deed(
            name: "disable by a purge that is none", method: "DELETE", path: drive, headers: ["Purge": "yes"],
            heard: always(["lynn": [told], "mary": [told]], newer: "space-disabled", to: ["lynn", "mary"])),
        Deed(
            name: "purge", method: "DELETE", path: drive, headers: ["Purge": "T"], preparation: disabled,
            heard: always(["lynn": [told], "mary": [told]], newer: "space-deleted", to: ["lynn", "mary"])),
        Deed(
            name: "purge in vain", method: "DELETE", path: drive, headers: ["Purge": "T"], heard: always([:])),
        Deed(
            name: "restore", method: "PATCH", path: drive, headers: ["Restore": "T"], body: "{}",
            preparation: disabled, heard: always([:], newer: "space-enabled", to: ["lynn", "mary"])),
        Deed(
            name: "create", method: "POST", path: "/graph/v1.0/drives", body: #"{"name":"New"}"#,
            heard: always([:], newer: "space-created", to: ["admin"])),
        Deed(
            name: "add a member", method: "POST", path: members + "/invite", user: "lynn",
            body: #"{"recipients":[{"objectId":"{alan}"}],"roles":["{viewer}"]}"#,
            heard: always([
                "lynn": ["space-member-added"], "mary": ["space-member-added"], "alan": ["space-member-added", told],
            ])),
        Deed(
            name: "change a member", method: "PATCH", path: members + "/permissions/u:{mary}", user: "lynn",
            body: #"{"roles":["{manager}"]}"#, heard: everyone("space-share-updated")),
        Deed(
            name: "remove a member", method: "DELETE", path: members + "/permissions/u:{mary}", user: "lynn",
            heard: always(["lynn": ["space-member-removed"], "mary": ["space-member-removed", told]])),
        Deed(
            name: "upload", method: "PUT", path: "/dav/spaces/{id}/a.txt", user: "lynn", body: "hello",
            heard: everyone("postprocessing-finished")),
        Deed(
            name: "make a folder", method: "MKCOL", path: "/dav/spaces/{id}/b", user: "lynn",
            heard: everyone("folder-created")),
        Deed(
            name: "delete a file", method: "DELETE", path: "/dav/spaces/{id}/old.txt", user: "lynn",
            heard: everyone("item-trashed")),
        Deed(
            name: "rename a file", method: "MOVE", path: "/dav/spaces/{id}/old.txt", user: "lynn",
            headers: ["Destination": "/dav/spaces/{id}/new.txt"], heard: everyone("item-renamed")),
        Deed(
            name: "move a file", method: "MOVE", path: "/dav/spaces/{id}/old.txt", user: "lynn",
            headers: ["Destination": "/dav/spaces/{id}/folder/old.txt"], heard: everyone("item-moved")),
        Deed(
            name: "copy a file", method: "COPY", path: "/dav/spaces/{id}/old.txt", user: "lynn",
            headers: ["Destination": "/dav/spaces/{id}/copy.txt"], heard: everyone("postprocessing-finished")),
        Deed(name: "read a file", method: "GET", path: "/dav/spaces/{id}/old.txt", user: "lynn", heard: always([:])),
    ]

    private static let listeners = ["admin", "margaret", "lynn", "mary", "alan"]

    @Test("Each change is announced to exactly those whom a real server tells", arguments: Dialect.allCases, deeds)
    func announces(dialect: Dialect, deed: Deed) async throws {
        var configuration = TestServer.configuration()
        configuration.dialect = dialect
        try await TestServer.run(configuration) { server in
            let id = try await Self.prepareSpace(on: server)
            var values = [
                "{id}": id, "{viewer}": SpaceRole.viewer.identifier, "{manager}": SpaceRole.manager.identifier,
            ]
            for user in Self.listeners { values["{\(user)}"] = try await server.id(of: user) }
            func filled(_ text: String) -> String {
                values.reduce(text) { $0.replacing($1.key, with: $1.value) }
            }
            for (method, path, headers) in deed.preparation {
                try await server.send(method, filled(path), headers: headers, text: "")
            }
            let heard = try await server.events(for: Self.listeners) {
                var headers = deed.headers.mapValues(filled)
                headers["Initiator-ID"] = "somebody-7"
                try await server.send(
                    deed.method, filled(deed.path), as: deed.user, headers: headers, text: filled(deed.body))
            }
            #expect(heard.mapValues { $0.map(\.name) }.filter { !$0.value.isEmpty } == deed.heard[dialect])
            for event in heard.values.joined() where event.name != Self.told {
                let space = event.data["spaceid"].text ?? ""
                #expect(event.data["initiatorid"].text == "somebody-7")
                if deed.name != "create" { #expect(space == id || space == "\(id)!\(id.split(separator: "$")[1])") }
            }
            for event in heard.values.joined() where event.name == Self.told {
                #expect(event.data["object_id"].text?.hasPrefix(id) == true && event.data["spaceid"].text == nil)
                #expect(event.data["object_type"].text == "storagespace")
                #expect(event.data["message"].text?.contains("Space") == true)
            }
        }
    }

    @Test("The members of a group hear, also one that came into it while listening") func groupsHear() async throws {
        try await TestServer.run { server in
            let group =
                try await server.send(
                    "POST", "/graph/v1.0/groups", text: #"{"displayName":"crew"}"#
                ).json["id"].text ?? ""
            let id = try await Self.prepareSpace(on: server)
            try await server.send(
                "POST", "/graph/v1beta1/drives/\(id)/root/invite",
                as: "lynn",
                text:
                    #"{"recipients":[{"objectId":"\#(group)","@libre.graph.recipient.type":"group"}],"roles":["\#(SpaceRole.viewer.identifier)"]}"#
            )
            let heard = try await server.events(for: ["alan"]) {
                try await server.send("PUT", "/dav/spaces/\(id)/one", as: "lynn", text: "x")
                let alan = try await server.id(of: "alan")
                try await server.send(
                    "POST", "/graph/v1.0/groups/\(group)/members/$ref",
                    text: #"{"@odata.id":"https://localhost:9200/graph/v1.0/users/\#(alan)"}"#)
                try await server.send("PUT", "/dav/spaces/\(id)/two", as: "lynn", text: "x")
            }
            #expect(heard["alan"]?.map(\.name) == ["postprocessing-finished"])
        }
    }

    /// A space with lynn and mary, a file and a folder in it.
    private static func prepareSpace(on server: TestServer) async throws -> String {
        let id = try await server.makeSpace(members: ["lynn": .manager, "mary": .viewer])
        let admin = try await server.id(of: "admin")
        try await server.send("DELETE", "/graph/v1beta1/drives/\(id)/root/permissions/u:\(admin)", as: "lynn")
        try await server.send("PUT", "/dav/spaces/\(id)/old.txt", as: "lynn", text: "old")
        try await server.send("MKCOL", "/dav/spaces/\(id)/folder", as: "lynn", text: "")
        return id
    }
}

/// An event as a client reads it.
private struct HeardEvent {
    let name: String
    let data: JSON

    init(_ text: String) {
        func field(_ name: String) -> String {
            let line = text.split(separator: "\n").first { $0.hasPrefix(name + ": ") }
            return String(line?.dropFirst(name.count + 2) ?? "")
        }
        name = field("event")
        data = JSON(Data(field("data").utf8))
    }
}

extension TestServer {
    fileprivate func id(of user: String) async throws -> String {
        try await send("GET", "/graph/v1.0/me", as: user).json["id"].text ?? ""
    }

    /// What each of these users hears while something is done.
    fileprivate func events(
        for users: [String], _ body: () async throws -> Void
    ) async throws -> [String: [HeardEvent]] {
        var streams: [String: AsyncStream<String>] = [:]
        var keys: [String: Int64] = [:]
        for user in users {
            let key = try #require(server.store.directory.user(named: user)?.key)
            keys[user] = key
            let stream: AsyncStream<String> = try #require(server.events.subscribe(key))
            streams[user] = stream
        }
        try await body()
        server.events.publish("end", to: Set(keys.values))
        var heard: [String: [HeardEvent]] = [:]
        for (user, stream) in streams {
            heard[user] = []
            for await text in stream {
                if text == "end" { break }
                heard[user]?.append(HeardEvent(text))
            }
        }
        return heard
    }
}
