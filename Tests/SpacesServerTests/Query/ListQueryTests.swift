import Testing

/// Filters, orders and the other parameters of a list, with the errors of docs/server-behaviour.md §2.2 to §2.4.
@Suite struct ListQueryTests {
    // swift-format-ignore
    @Test(arguments: [
        ("foo=bar",                     400, "Query parameter 'foo' is not supported. Cause: Query parameter 'foo' is not supported"),
        ("$Filter=id eq 'x'",           400, "Query parameter '$Filter' is not supported. Cause: Query parameter '$Filter' is not supported"),
        ("$top=1&$top=2",               400, "Query parameter '$top' cannot be specified more than once. Cause: Query parameter '$top' cannot be specified more than once"),
        ("$format=json",                400, "Format is not supported"),
        ("$top=x",                      400, #"strconv.Atoi: parsing "x": invalid syntax"#),
        ("$count=x",                    400, #"strconv.ParseBool: parsing "x": invalid syntax"#),
        ("$select=id,",                 400, "Extra comma in $select."),
        ("$expand=(",                   400, "Mismatched parentheses in expand clause."),
        ("$filter=driveType",           400, "Value must be a boolean expression"),
        ("$filter=driveType eq",        400, "insufficient number of operands for operator 'eq'"),
        ("$filter=%25%25",              400, "Token '%%' is invalid"),
        ("$filter=id eq a$b",           400, "Token '$b' is invalid"),
        ("$filter=id eq some-space-id", 400, "Token 'some-space-id' is invalid"),
        ("$filter=driveType ne '%CC%81x'", 501, "unsupported filter operand: ne"),
        ("$filter=driveType ne 'x'",    501, "unsupported filter operand: ne"),
        ("$filter=driveType eq 'project' and id eq 'x'", 501, "unsupported filter operand: and"),
        ("$filter=driveType eq 'project' or id eq 'x'",  501, "unsupported filter operand: or"),
        ("$filter=not driveType eq 'x'",       501, "unsupported filter operand: not"),
        ("$filter=contains(name,'x')",         501, "unsupported filter operand: contains"),
        ("$filter=driveType in ('project')",   501, "unsupported filter operand: in"),
        ("$filter=true",                       501, "unsupported filter operand: true"),
        ("$orderby=quota asc",                 400, "we do not support <quota> as a order parameter"),
        ("$orderby=Name",                      400, "we do not support <Name> as a order parameter"),
        ("$orderby=name,",                     400, "Extra comma in $orderby."),
        ("$orderby=name bogus",                400, "Invalid $orderby query option. Cause: invalid token sequence: name bogus"),
        ("$filter=name ne 'x'&$orderby=quota", 501, "unsupported filter operand: ne"),
    ])
    func refuses(query: String, status: Int, message: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.send("GET", "/graph/v1.0/drives?\(query)")
            #expect(answer.status == status)
            #expect(answer.errorCode == (status == 501 ? "notSupported" : "invalidRequest"))
            #expect(answer.errorMessage == message)
        }
    }

    /// A query that fills the header of a request takes neither a long time nor the server with it.
    @Test(arguments: [
        ("drives?$filter=", "("), ("users?$filter=", "("), ("users?$filter=", "(x "), ("drives?$filter=", "not ("),
        ("drives?$expand=", "a($expand="), ("users?$expand=", "a("),
    ])
    func refusesWhatIsNestedTooDeep(query: String, opening: String) async throws {
        try await TestServer.run { server in
            let count = 60_000 / opening.count
            let nested =
                String(repeating: opening, count: count) + "driveType eq 'project'"
                + String(repeating: ")", count: count)
            let answer = try await server.send("GET", "/graph/v1.0/\(query)\(nested)")
            #expect(answer.status == 400)
            #expect(answer.errorMessage?.hasSuffix("nested too deep") == true)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",                                       9),
        ("$filter=driveType eq 'project'",         3),
        ("$filter=driveType eq project",           3),
        ("$filter=driveType EQ 'project'",         3),
        ("$filter=(driveType eq 'project')",       3),
        ("$filter=driveType+eq+'personal'",        5),
        ("$filter=driveType eq 'virtual'",         1),
        ("$filter=driveType eq 'unknown'",         0),
        ("$filter=driveType eq ''",                0),
        ("$filter=name eq 'One'",                  9),
        ("$filter=drivetype eq 'project'",         9),
        ("$filter='project' eq driveType",         9),
        ("$filter=root/id eq 'x'",                 9),
        ("$filter=id eq ''",                       9),
        ("$filter=id eq 'unknown'",                0),
        ("$filter=",                               9),
        ("$top=1&$skip=1&$count=true&$select=id",  9),
        ("$top=-1",                                9),
        ("$search=One",                            9),
        ("$expand=root($expand=permissions)",      9),
        ("$expand=a($expand=b)c(d)",               9),
        ("$orderby=name desc,quota",               9),
    ])
    func accepts(query: String, count: Int) async throws {
        try await TestServer.run { server in
            for name in ["One", "Two", "Three"] { _ = try await server.makeSpace(name) }
            let answer = try await server.send("GET", "/graph/v1.0/drives?\(query)")
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.json["value"].elements.count == count)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("name",                      ["alpha", "Beta", "gamma", "Ärger"]),
        ("name asc",                  ["alpha", "Beta", "gamma", "Ärger"]),
        ("name DESC",                 ["Ärger", "gamma", "Beta", "alpha"]),
        ("lastModifiedDateTime",      ["Beta", "Ärger", "gamma", "alpha"]),
        ("lastModifiedDateTime desc", ["alpha", "gamma", "Ärger", "Beta"]),
    ])
    func sorts(order: String, names: [String]) async throws {
        try await TestServer.run { server in
            for name in ["Beta", "Ärger", "gamma", "alpha"] { _ = try await server.makeSpace(name) }
            let path = "/graph/v1.0/drives?$filter=driveType eq 'project'&$orderby=\(order)"
            let answer = try await server.send("GET", path)
            #expect(answer.json["value"].elements.compactMap { $0["name"].text } == names)
        }
    }

    /// The path forms of the published documentation.
    @Test func takesTheQueryFromThePath() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace("One")
            // swift-format-ignore
            let counts = [
                ("me/drives/$filter=driveType eq project",    1), ("me/drives/$filter=driveType eq mountpoint", 0),
                ("me/drives/$filter=id eq \(id)",             1), ("me/drives/$filter=id eq some-space-id",     0),
                ("me/drives/$orderby=name asc",               3), ("drives/$orderby=lastModifiedDateTime desc", 7),
                ("drives/$filter=driveType eq 'project'",     1),
            ]
            for (path, count) in counts {
                let answer = try await server.send("GET", "/graph/v1.0/\(path)")
                #expect(answer.status == 200, "\(path)")
                // Six users, of whom five have a personal space; Shares comes to it.
                #expect(answer.json["value"].elements.count == count, "\(path)")
            }
            #expect(try await server.send("GET", "/graph/v1.0/me/drives/other").text == "404 page not found\n")
            #expect(try await server.send("GET", "/graph/v1.0/me/drives/$filter=x ne 1").status == 501)
        }
    }
}
