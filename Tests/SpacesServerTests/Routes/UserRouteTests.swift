import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// Users as administrators manage them, and what others learn of them.
@Suite struct UserRouteTests {
    private static let users = "/graph/v1.0/users"
    private static let grace =
        #"{"displayName":"Grace Hopper","onPremisesSamAccountName":"grace","mail":"grace@example.org","passwordProfile":{"password":"demo"}}"#

    @Test func createsAUserWhoCanWorkAtOnce() async throws {
        try await TestServer.run { server in
            let created = try await server.send("POST", Self.users, text: Self.grace)
            #expect(created.status == 201, "\(created.text)")
            #expect(created.json["givenName"].text == "Grace" && created.json["surname"].text == "Hopper")
            #expect(created.json["passwordProfile"] == .null)
            let id = try #require(created.json["id"].text)
            #expect(try await server.send("GET", "/graph/v1.0/me", as: "grace").json["id"].text == id)
            let drive = try await server.send("GET", "\(Self.users)/\(id)/drive").json
            #expect(drive["driveAlias"].text == "personal/grace")
            #expect(try await server.send("GET", "/graph/v1.0/me/drive", as: "grace").json == drive)
            #expect(try await server.send("GET", "\(Self.users)/grace").json == created.json)
            let shown = try await server.send(
                "GET", "\(Self.users)/\(id)?$expand=drive,memberOf,appRoleAssignments"
            ).json
            #expect(shown["drive"]["id"] == drive["id"])
            #expect(shown["memberOf"].elements.isEmpty)
            #expect(shown["appRoleAssignments"][0]["appRoleId"].text == GlobalRole.user.identifier)
            #expect(try await server.send("POST", Self.users, text: Self.grace).status == 409)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("{",                                                                      "invalid request body: unexpected EOF"),
        (#"{"displayName":5}"#,                                                    "invalid request body: json: cannot unmarshal number into Go struct field User.displayName of type string"),
        (#"{"nickname":"x"}"#,                                                     #"invalid request body: json: unknown field "nickname""#),
        (#"{"onPremisesSamAccountName":"x"}"#,                                     "Empty displayname"),
        (#"{"displayName":"X"}"#,                                                  "Invalid username"),
        (#"{"displayName":"X","onPremisesSamAccountName":"1x"}"#,                  "Invalid username"),
        (#"{"displayName":"X","onPremisesSamAccountName":"a b"}"#,                 "Invalid username"),
        (#"{"displayName":"X","onPremisesSamAccountName":"x","mail":"nope"}"#,     "invalid email address"),
        (#"{"displayName":"X","onPremisesSamAccountName":"x","id":"1"}"#,          "user id is a read-only attribute"),
        (#"{"displayName":"X","onPremisesSamAccountName":"x","userType":"Guest"}"#, "userType is a read-only attribute"),
    ])
    func refusesToCreate(body: String, message: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.send("POST", Self.users, text: body)
            #expect(answer.status == 400 && answer.errorCode == "invalidRequest")
            #expect(answer.errorMessage == message)
            #expect(try await server.send("GET", Self.users).json["value"].elements.count == 6)
        }
    }

    @Test func changesWhatOthersSeeAtOnce() async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace(members: ["alan": .viewer])
            let change = #"{"displayName":"A. M. Turing","mail":"am@example.org","surname":"T"}"#
            let changed = try await server.send("PATCH", "\(Self.users)/alan", text: change)
            #expect(changed.status == 200)
            #expect(changed.json["displayName"].text == "A. M. Turing" && changed.json["surname"].text == "T")
            let members = try await server.send("GET", "/graph/v1beta1/drives/\(space)/root/permissions").json["value"]
            #expect(members[1]["grantedToV2"]["user"]["displayName"].text == "A. M. Turing")
            #expect(try await server.send("PATCH", "\(Self.users)/alan", text: "{}").status == 204)
            let refused = try await server.send("PATCH", "\(Self.users)/alan", text: #"{"mail":"x"}"#)
            #expect(refused.errorMessage == "'x' is not a valid email address")
            #expect(try await server.send("PATCH", "\(Self.users)/nobody", text: "{}").status == 404)
        }
    }

    @Test func letsNoDisabledUserIn() async throws {
        try await TestServer.run { server in
            let me = "/graph/v1.0/me"
            #expect(try await server.send("GET", me, as: "alan").status == 200)
            try await server.send("PATCH", "\(Self.users)/alan", text: #"{"accountEnabled":false}"#)
            #expect(try await server.send("GET", me, as: "alan").status == 401)
            try await server.send("PATCH", "\(Self.users)/alan", text: #"{"accountEnabled":true}"#)
            #expect(try await server.send("GET", me, as: "alan").status == 200)
            let password = #"{"passwordProfile":{"password":"other"}}"#
            #expect(try await server.send("PATCH", "\(Self.users)/alan", text: password).status == 200)
            #expect(try await server.send("GET", me, as: "alan").status == 401)
        }
    }

    @Test func changesOnesOwnPasswordAndLanguageOnly() async throws {
        try await TestServer.run { server in
            let path = "/graph/v1.0/me/changePassword"
            // swift-format-ignore
            let refusals = [
                (#"{"currentPassword":"wrong","newPassword":"n"}"#, "wrong current password"),
                (#"{"newPassword":"n"}"#,                           "current password cannot be empty"),
                (#"{"currentPassword":"demo","newPassword":""}"#,   "new password cannot be empty"),
                (#"{"currentPassword":"demo","newPassword":"demo"}"#, "new password must be different from current password"),
            ]
            for (body, message) in refusals {
                let answer = try await server.send("POST", path, as: "alan", text: body)
                #expect(answer.status == 400 && answer.errorMessage == message)
            }
            let body = #"{"currentPassword":"demo","newPassword":"better"}"#
            #expect(try await server.send("POST", path, as: "alan", text: body).status == 204)
            #expect(try await server.send("GET", "/graph/v1.0/me", as: "alan").status == 401)

            let language = #"{"preferredLanguage":"de"}"#
            #expect(try await server.send("PATCH", "/graph/v1.0/me", as: "lynn", text: language).status == 200)
            #expect(try await server.send("GET", "/graph/v1.0/me", as: "lynn").json["preferredLanguage"].text == "de")
            for (body, status) in [
                (#"{"displayName":"x"}"#, 400), (#"{"mail":"x@y"}"#, 400), (#"{"accountEnabled":false}"#, 403),
                ("{}", 204),
            ] {
                #expect(try await server.send("PATCH", "/graph/v1.0/me", as: "lynn", text: body).status == status)
            }
        }
    }

    @Test func deletesAUserWithThePersonalSpaceAndKeepsTheMembershipsNameless() async throws {
        try await TestServer.run { server in
            let space = try await server.makeSpace(members: ["alan": .editor])
            let id = try #require(try await server.send("GET", "/graph/v1.0/me", as: "alan").json["id"].text)
            #expect(try await server.send("DELETE", "\(Self.users)/admin").status == 403)
            #expect(try await server.send("DELETE", "\(Self.users)/\(id)").status == 204)
            #expect(try await server.send("DELETE", "\(Self.users)/\(id)").status == 404)
            #expect(try await server.send("GET", "/graph/v1.0/me", as: "alan").status == 401)
            let drives = try await server.send("GET", "/graph/v1.0/drives").json["value"].elements
            #expect(!drives.contains { $0["driveAlias"].text == "personal/alan" })
            let root = "/graph/v1beta1/drives/\(space)/root/permissions"
            let member = try await server.send("GET", root).json["value"][1]
            #expect(member["id"].text == "u:\(id)" && member["grantedToV2"]["user"]["displayName"].text == "")
            #expect(try await server.send("DELETE", "\(root)/u:\(id)").status == 204)
            // The name is free again, for somebody else.
            let again = #"{"displayName":"Alan Kay","onPremisesSamAccountName":"alan"}"#
            #expect(try await server.send("POST", Self.users, text: again).status == 201)
        }
    }

    @Test func isForAdministrators() async throws {
        try await TestServer.run { server in
            for user in ["alan", "margaret"] {
                for (method, path) in [
                    ("POST", Self.users), ("PATCH", "\(Self.users)/lynn"), ("DELETE", "\(Self.users)/lynn"),
                    ("GET", "\(Self.users)/lynn/appRoleAssignments"), ("POST", "/graph/v1.0/groups"),
                ] {
                    let answer = try await server.send(method, path, as: user, text: "{}")
                    #expect(answer.status == 403 && answer.errorCode == "accessDenied", "\(method) \(path)")
                }
            }
        }
    }

    /// What a search tells an ordinary user, and what such a user may ask.
    @Test func tellsOrdinaryUsersLittle() async throws {
        try await TestServer.run { server in
            let found = try await server.send("GET", "\(Self.users)?$search=\"lynn\"", as: "alan").json["value"]
            #expect(found.elements.count == 1)
            #expect(found[0].keys == ["displayName", "id", "identities", "userType"])
            #expect(try await server.send("GET", "\(Self.users)/lynn", as: "alan").json["mail"] == .null)
            // swift-format-ignore
            let refusals = [
                ("",                                        "search term too short"),
                ("?$search=ly",                             "search term too short"),
                ("?$search=\"ly\"",                         "search term too short"),
                ("?$search=lynn&$expand=memberOf",          "query has forbidden elements for regular users"),
                ("?$search=lynn&$filter=startswith(displayName,'L')", "filter has forbidden elements for regular users"),
            ]
            for (query, message) in refusals {
                let answer = try await server.send("GET", Self.users + query, as: "alan")
                #expect(answer.status == 403 && answer.errorMessage == message, "\(query)")
            }
            let members = try await server.send(
                "GET", "\(Self.users)?$search=lynn&$filter=userType eq 'Member'", as: "alan")
            #expect(members.json["value"].elements.count == 1)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("$search=example.org&$orderby=displayName desc", ["Mary Keller", "Margaret Hamilton", "Lynn Conway", "Lena Licht", "Alan Turing", "Admin"]),
        ("$orderby=onPremisesSamAccountName",             ["Admin", "Alan Turing", "Lena Licht", "Lynn Conway", "Margaret Hamilton", "Mary Keller"]),
        ("$search=\"l l\"",                               []),
        ("$filter=appRoleAssignments/any(m:m/appRoleId eq '2aadd357-682c-406b-8874-293091995fdd')", ["Margaret Hamilton"]),
        ("$filter=appRoleAssignments/any(m:m/appRoleId eq 71881883-1768-46bd-a24d-a356a2afdf7f) or startswith(displayName,'L')&$orderby=mail", ["Admin", "Lena Licht", "Lynn Conway"]),
        ("$filter=(contains(displayName,'a') and startswith(displayName,'M'))&$orderby=mail", ["Margaret Hamilton", "Mary Keller"]),
        ("$filter=memberOf/any(m:m/id eq 'none')",        []),
    ])
    func selects(query: String, names: [String]) async throws {
        try await TestServer.run { server in
            let answer = try await server.send("GET", "\(Self.users)?\(query)")
            #expect(answer.json["value"].elements.compactMap { $0["displayName"].text } == names, "\(answer.text)")
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("$orderby=surname",                   400, "we do not support <surname> as a order parameter"),
        ("$filter=surname eq 'x'",             501, "unsupported filter"),
        ("$filter=endswith(displayName,'x')",  501, "unsupported filter"),
        ("$filter=startswith(displayName 'x')", 400, "invalid filter"),
        ("$filter=memberOf/all(m:m/id eq 'x')", 501, "unsupported filter"),
        ("$filter=(userType eq 'Member'",      400, "invalid filter"),
        ("$filter=userType eq 'Member' and",   400, "invalid filter"),
        ("foo=bar",                            400, "Query parameter 'foo' is not supported. Cause: Query parameter 'foo' is not supported"),
    ])
    func refusesQueries(query: String, status: Int, message: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.send("GET", "\(Self.users)?\(query)")
            #expect(answer.status == status && answer.errorMessage == message, "\(answer.text)")
        }
    }
}
