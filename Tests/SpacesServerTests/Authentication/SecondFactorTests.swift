import HTTPTypes
import SpacesServer
import Testing

/// What wants a second factor, and what does not.
@Suite struct SecondFactorTests {
    private static var configuration: ServerConfiguration {
        var configuration = TestServer.configuration()
        configuration.wantsSecondFactor = true
        return configuration
    }

    /// Statuses for an administrator and for somebody else.
    // swift-format-ignore
    private static let matrix: [(method: String, path: String, admin: Int, user: Int)] = [
        ("GET", "/graph/v1.0/drives",                                   403, 403),
        ("GET", "/graph/v1.0/drives/",                                  403, 403),
        ("GET", "/graph/v1beta1/drives?$expand=root($expand=permissions)", 403, 403),
        ("GET", "/graph/v1.0/me/drives",                                200, 200),
        ("GET", "/graph/v1beta1/me/drives",                             200, 200),
        ("GET", "/graph/v1.0/drives/unknown",                           404, 404),
        ("GET", "/graph/v1.0/me",                                       200, 200),
        ("GET", "/graph/v1.0/users",                                    403, 403),
        ("GET", "/graph/v1.0/users?$search=ma",                         403, 403),
        ("GET", "/graph/v1.0/users?$search=mary",                       200, 200),
        ("GET", "/graph/v1.0/groups?$search=x",                         403, 403),
        ("GET", "/ocs/v1.php/cloud/capabilities",                       200, 200),
    ]

    @Test func guardsWhatTellsOfEverybody() async throws {
        try await TestServer.run(Self.configuration) { server in
            for (method, path, admin, user) in Self.matrix {
                let answer = try await server.send(method, path, as: "admin")
                #expect(answer.status == admin, "\(path)")
                let wants = answer.headers[HTTPField.Name("X-Ocis-Mfa-Required") ?? .accept]
                #expect((wants == "true") == (admin == 403), "\(path)")
                if admin == 403 { #expect(answer.body.isEmpty && answer.headers[.contentType] == nil, "\(path)") }
                #expect(try await server.send(method, path, as: "mary").status == user, "\(path)")
            }
            // What is too short for others is told in words, as before.
            let short = try await server.send("GET", "/graph/v1.0/users?$search=ma", as: "mary")
            #expect(short.errorCode == "accessDenied" && !short.headers.contains(.accept))
        }
    }

    @Test func isAnnouncedAndCanBeSwitchedOff() async throws {
        try await TestServer.run(Self.configuration) { server in
            let path = "/ocs/v1.php/cloud/capabilities?format=json"
            let told = try await server.send("GET", path).json["ocs"]["data"]["capabilities"]
            #expect(told["auth"]["mfa"]["levelnames"][0].text == "advanced")
            server.server.secondFactor.set(isWanted: false)
            #expect(try await server.send("GET", "/graph/v1.0/drives").status == 200)
            let later = try await server.send("GET", path).json["ocs"]["data"]["capabilities"]
            #expect(later["auth"] == .null && later["spaces"]["projects"] != .null)
        }
    }
}
