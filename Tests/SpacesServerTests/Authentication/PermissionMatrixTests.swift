import SpacesServer
import Testing

/// The permission matrix of docs/server-behaviour.md §6.2, asked over the API.
@Suite struct PermissionMatrixTests {
    /// What is done to a space.
    enum Action: String, CaseIterable {
        case show, rename, realias, touch, setQuota, disable, showDisabled, restore, purge, purgeEnabled, read, write,
            invite, members, membersDisabled
    }

    /// Who does it: the role in the installation, then the role in the space.
    enum Caller: String, CaseIterable {
        case admin, spaceAdmin, user, userLight, manager, editor, viewer

        var username: String {
            switch self {
            case .admin: "dennis"
            case .spaceAdmin: "margaret"
            case .user: "mary"
            case .userLight: "light"
            case .manager: "alan"
            case .editor: "lynn"
            case .viewer: "katherine"
            }
        }
    }

    /// Statuses in the order of `Caller.allCases`.
    // swift-format-ignore
    private static let matrix: [(action: Action, statuses: [Int])] = [
        //               admin spaceAdmin user light manager editor viewer
        (.show,         [200,  200,       404, 404,  200,    200,   200]),
        (.rename,       [200,  200,       404, 404,  200,    404,   404]),
        (.realias,      [200,  200,       404, 404,  200,    200,   404]),
        (.touch,        [404,  404,       404, 404,  200,    200,   200]),
        (.setQuota,     [200,  200,       403, 403,  403,    403,   403]),
        (.disable,      [204,  204,       404, 404,  204,    404,   404]),
        (.showDisabled, [200,  200,       404, 404,  200,    404,   404]),
        (.restore,      [200,  200,       404, 404,  200,    404,   404]),
        (.purge,        [204,  204,       404, 404,  204,    404,   404]),
        (.purgeEnabled, [400,  400,       404, 404,  400,    404,   404]),
        (.read,         [404,  404,       404, 404,  207,    207,   207]),
        (.write,        [404,  404,       404, 404,  201,    201,   403]),
        (.invite,       [404,  404,       404, 404,  200,    403,   403]),
        (.members,      [404,  404,       404, 404,  200,    200,   200]),
        (.membersDisabled, [404, 404,     404, 404,  404,    404,   404]),
    ]

    @Test(arguments: Action.allCases) func ofProjectSpaces(action: Action) async throws {
        let row = try #require(Self.matrix.first { $0.action == action })
        var configuration = TestServer.configuration()
        for (name, role) in [("dennis", GlobalRole.admin), ("katherine", .user)] {
            configuration.users.append(
                UserDefinition(username: name, displayName: name, mail: "", password: "demo", role: role))
        }
        try await TestServer.run(configuration) { server in
            for (caller, status) in zip(Caller.allCases, row.statuses) {
                let id = try await server.makeSpace(
                    members: ["alan": .manager, "lynn": .editor, "katherine": .viewer])
                let answer = try await perform(action, on: id, as: caller.username, server)
                #expect(answer.status == status, "\(action) by \(caller): \(answer.text)")
            }
        }
    }

    private func perform(
        _ action: Action, on id: String, as user: String, _ server: TestServer
    ) async throws -> TestServer.Answer {
        let drive = "/graph/v1.0/drives/\(id)"
        if [.showDisabled, .restore, .purge, .membersDisabled].contains(action) {
            try await server.send("DELETE", drive)
        }
        switch action {
        case .show, .showDisabled: return try await server.send("GET", drive, as: user)
        case .rename: return try await server.send("PATCH", drive, as: user, text: #"{"name":"New"}"#)
        case .realias: return try await server.send("PATCH", drive, as: user, text: #"{"driveAlias":"project/x"}"#)
        case .touch: return try await server.send("PATCH", drive, as: user, text: "{}")
        case .setQuota: return try await server.send("PATCH", drive, as: user, text: #"{"quota":{"total":9}}"#)
        case .disable: return try await server.send("DELETE", drive, as: user)
        case .restore: return try await server.send("PATCH", drive, as: user, headers: ["Restore": "T"], text: "{}")
        case .purge, .purgeEnabled: return try await server.send("DELETE", drive, as: user, headers: ["Purge": "T"])
        case .read: return try await server.send("PROPFIND", "/dav/spaces/\(id)", as: user)
        case .write: return try await server.send("PUT", "/dav/spaces/\(id)/file", as: user, text: "x")
        case .members, .membersDisabled:
            return try await server.send("GET", "/graph/v1beta1/drives/\(id)/root/permissions", as: user)
        case .invite:
            let mary = try await server.send("GET", "/graph/v1.0/me", as: "mary").json["id"].text ?? ""
            let role = SpaceRole.viewer.identifier
            return try await server.send(
                "POST", "/graph/v1beta1/drives/\(id)/root/invite", as: user,
                text: #"{"recipients":[{"objectId":"\#(mary)"}],"roles":["\#(role)"]}"#)
        }
    }

    /// Creating, and what may be done to the personal space of another user, or one's own.
    // swift-format-ignore
    @Test(arguments: [
        // caller      create name quota disable
        ("admin",    [201,    200, 200,  204]),
        ("margaret", [201,    200, 403,  404]),
        ("mary",     [403,    404, 403,  404]),
        ("light",    [403,    404, 403,  404]),
        ("alan",     [403,    200, 403,  404]),
    ]) func ofPersonalSpaces(caller: String, statuses: [Int]) async throws {
        try await TestServer.run { server in
            let id = try await server.send("GET", "/graph/v1.0/me/drive", as: "alan").json["id"].text ?? ""
            let drive = "/graph/v1.0/drives/\(id)"
            let answers = [
                try await server.send("POST", "/graph/v1.0/drives", as: caller, text: #"{"name":"N"}"#),
                try await server.send("PATCH", drive, as: caller, text: #"{"name":"N"}"#),
                try await server.send("PATCH", drive, as: caller, text: #"{"quota":{"total":5}}"#),
                try await server.send("DELETE", drive, as: caller),
            ]
            #expect(answers.map(\.status) == statuses)
        }
    }

    /// Who is no member hears that there is nothing, whatever the role; a member of a disabled space hears its id.
    @Test func hidesTheMembersOfOthersSpaces() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace(members: ["alan": .manager])
            let alan = try await server.send("GET", "/graph/v1.0/me/drive", as: "alan").json["id"].text ?? ""
            func members(_ id: String, _ user: String) async throws -> TestServer.Answer {
                try await server.send("GET", "/graph/v1beta1/drives/\(id)/root/permissions", as: user)
            }
            for (id, caller) in [(id, "margaret"), (id, "mary"), (alan, "admin"), (alan, "margaret"), ("x$y", "admin")]
            {
                let answer = try await members(id, caller)
                #expect(answer.status == 404 && answer.errorCode == "itemNotFound")
                #expect(answer.errorMessage == "getting space", "\(caller): \(answer.text)")
            }
            #expect(try await members(id, "alan").json["value"].elements.count == 2)
            try await server.send("DELETE", "/graph/v1.0/drives/\(id)")
            #expect(try await members(id, "margaret").errorMessage == "getting space")
            let space = id.split(separator: "$").last ?? ""
            #expect(try await members(id, "alan").errorMessage == "stat: error: not found: \(space)")
        }
    }

    /// A personal space that was purged is made again, empty, when its owner comes the next time; nobody else's coming does.
    @Test func makesAPersonalSpaceAgain() async throws {
        try await TestServer.run { server in
            let id = try await server.send("GET", "/graph/v1.0/me/drive", as: "alan").json["id"].text ?? ""
            try await server.send("PUT", "/webdav/file", as: "alan", text: "x")
            try await server.send("DELETE", "/graph/v1.0/drives/\(id)")
            // Disabled, it is there: it waits for being restored.
            let disabled = try await server.send("GET", "/graph/v1.0/me/drive", as: "alan")
            #expect(disabled.json["root"]["deleted"]["state"].text == "trashed")
            #expect(try await server.send("DELETE", "/graph/v1.0/drives/\(id)", headers: ["Purge": "T"]).status == 204)
            #expect(try await server.send("GET", "/graph/v1.0/drives/\(id)").status == 404)
            #expect(try await server.send("GET", "/graph/v1.0/drives/\(id)", as: "margaret").status == 404)
            let again = try await server.send("GET", "/graph/v1.0/me/drive", as: "alan")
            #expect(again.status == 200 && again.json["id"].text == id)
            #expect(again.json["quota"]["used"].integer == 0)
            #expect(try await server.send("GET", "/webdav/file", as: "alan").status == 404)
            #expect(try await server.send("GET", "/graph/v1.0/me/drive", as: "light").status == 404)
            #expect(try await server.server.store.findings() == [])
        }
    }

    @Test func listsWhatTheCallerMaySee() async throws {
        try await TestServer.run { server in
            let kept = try await server.makeSpace("Kept", members: ["alan": .viewer, "lynn": .manager])
            let disabled = try await server.makeSpace("Disabled", members: ["alan": .viewer, "lynn": .manager])
            try await server.send("DELETE", "/graph/v1.0/drives/\(disabled)")
            func names(_ path: String, _ user: String) async throws -> [String] {
                let answer = try await server.send("GET", "/graph/v1.0/\(path)?$orderby=name", as: user)
                return answer.json["value"].elements.compactMap { $0["name"].text }
            }
            #expect(try await names("drives", "alan") == ["Alan Turing", "Kept", "Shares"])
            #expect(try await names("drives", "lynn") == ["Disabled", "Kept", "Lynn Conway", "Shares"])
            #expect(try await names("me/drives", "margaret") == ["Margaret Hamilton", "Shares"])
            let all = try await names("drives", "margaret")
            #expect(all.count == 8 && all.contains("Disabled") && all.contains("Kept"))
            #expect(try await names("me/drives", "light") == ["Shares"])
            // A filter by id reaches beyond /me, for those who may see the space.
            let path = "/graph/v1.0/me/drives?$filter=id eq '\(kept)'"
            #expect(try await server.send("GET", path, as: "margaret").json["value"].elements.count == 1)
            #expect(try await server.send("GET", path, as: "mary").json["value"].elements.isEmpty)
        }
    }
}
