import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// A device shows a code, and a person enters it in a browser elsewhere (RFC 8628).
@Suite struct DeviceTests {
    private let time = AdjustableClock()
    private static let page = "/signin/v1/device"

    private var configuration: ServerConfiguration {
        var configuration = TestServer.configuration()
        configuration.clock = time.clock
        configuration.offersDeviceCode = true
        return configuration
    }

    private static func begin(_ device: Visitor) async throws -> JSON {
        let answer = try await device.post(
            ["scope": "openid offline_access profile"], to: "/konnect/v1/device_authorization")
        #expect(answer.status == 200 && answer.headers[.cacheControl] == "no-store", "\(answer.text)")
        return answer.json
    }

    private static func poll(_ device: Visitor, _ codes: JSON) async throws -> TestServer.Answer {
        try await device.post([
            "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
            "device_code": codes["device_code"].text ?? "",
        ])
    }

    /// Enters the code and sends the form.
    private static func decide(
        _ code: String, _ fields: [String: String], _ server: TestServer
    ) async throws -> TestServer.Answer {
        let page = try await server.send("GET", "\(page)?user_code=\(code)", as: nil)
        let token = try #require(page.text.firstMatch(of: /name="form_token" value="([^"]*)"/)).output.1
        let cookie = try #require(page.headers[.setCookie]).prefix { $0 != ";" }
        let form = ["form_token": String(token), "user_code": code, "decision": "allow"].merging(fields) { $1 }
        return try await server.send(
            "POST", Self.page, as: nil, headers: ["Cookie": String(cookie)], text: Visitor.form(form))
    }

    @Test func signsInADevice() async throws {
        try await TestServer.run(configuration) { server in
            let device = Visitor(server)
            let discovery = try await server.send("GET", "/.well-known/openid-configuration", as: nil).json
            #expect(
                discovery["device_authorization_endpoint"].text
                    == "https://localhost:9200/konnect/v1/device_authorization")
            let codes = try await Self.begin(device)
            #expect(codes["expires_in"].integer == 600 && codes["interval"].integer == 5)
            #expect(codes["verification_uri"].text == "https://localhost:9200/signin/v1/device")
            let code = try #require(codes["user_code"].text)
            #expect(code.wholeMatch(of: /[B-Z]{4}-[B-Z]{4}/) != nil)
            #expect(codes["verification_uri_complete"].text?.hasSuffix("/device?user_code=\(code)") == true)
            #expect(try await Self.poll(device, codes).json["error"].text == "authorization_pending")

            let typed = code.lowercased().replacing("-", with: "%20")
            let page = try await server.send("GET", "\(Self.page)?user_code=\(typed)", as: nil)
            #expect(page.status == 200 && page.text.contains(code) && page.text.contains("OpenCloud Desktop"))
            #expect(try await Self.decide(code, ["username": "mary", "password": "wrong"], server).status == 401)
            let done = try await Self.decide(code, ["username": "mary", "password": "demo"], server)
            #expect(done.status == 200 && done.text.contains("<h1>Signed in</h1>"))

            let tokens = try await Self.poll(device, codes)
            #expect(tokens.status == 200)
            let me = try await device.me(tokens.json["access_token"].text)
            #expect(me.json["onPremisesSamAccountName"].text == "mary")
            #expect(try await device.renew(tokens.json["refresh_token"].text).status == 200)
            // Each code once.
            #expect(try await Self.poll(device, codes).json["error"].text == "invalid_grant")
            #expect(try await server.send("GET", "\(Self.page)?user_code=\(code)", as: nil).status == 404)
        }
    }

    @Test func slowsDownWhoAsksTooOften() async throws {
        try await TestServer.run(configuration) { server in
            let device = Visitor(server)
            let codes = try await Self.begin(device)
            func error() async throws -> String? { try await Self.poll(device, codes).json["error"].text }
            #expect(try await error() == "authorization_pending")
            time.advance(seconds: 4)
            #expect(try await error() == "slow_down")
            time.advance(seconds: 9)
            #expect(try await error() == "slow_down")
            time.advance(seconds: 15)
            #expect(try await error() == "authorization_pending")
            // Who allowed it need not wait, too.
            let code = codes["user_code"].text ?? ""
            _ = try await Self.decide(code, ["username": "mary", "password": "demo"], server)
            #expect(try await Self.poll(device, codes).status == 200)
        }
    }

    @Test func takesNoForAnAnswer() async throws {
        try await TestServer.run(configuration) { server in
            let device = Visitor(server)
            let codes = try await Self.begin(device)
            let page = try await Self.decide(codes["user_code"].text ?? "", ["decision": "cancel"], server)
            #expect(page.text.contains("<h1>Not signed in</h1>"))
            #expect(try await Self.poll(device, codes).json["error"].text == "access_denied")
        }
    }

    @Test func waitsTenMinutes() async throws {
        try await TestServer.run(configuration) { server in
            let device = Visitor(server)
            let codes = try await Self.begin(device)
            time.advance(seconds: 600)
            #expect(try await Self.poll(device, codes).json["error"].text == "expired_token")
            let code = codes["user_code"].text ?? ""
            #expect(try await server.send("GET", "\(Self.page)?user_code=\(code)", as: nil).status == 404)
        }
    }

    @Test func takesOnlyItsOwnForm() async throws {
        try await TestServer.run(configuration) { server in
            let device = Visitor(server)
            let codes = try await Self.begin(device)
            let code = codes["user_code"].text ?? ""
            let other = try await Self.begin(device)["user_code"].text ?? ""
            let form = ["user_code": code, "username": "mary", "password": "demo", "decision": "allow"]
            let bare = try await server.send("POST", Self.page, as: nil, text: Visitor.form(form))
            #expect(bare.status == 403)
            // The ticket of one code does not allow another.
            #expect(
                try await Self.decide(other, form, server).status == 403)
            #expect(try await Self.poll(device, codes).json["error"].text == "authorization_pending")
            #expect(try await server.send("GET", Self.page, as: nil).text.contains("name=\"user_code\""))
            for typed in ["BCDF", "AAAA-AAAA", "%3Cscript%3E", "BCDF-GHJK", "%zz"] {
                let answer = try await server.send("GET", "\(Self.page)?user_code=\(typed)", as: nil)
                #expect([400, 404].contains(answer.status) && answer.text.contains("No device waits"))
                #expect(!answer.text.contains("<script"))
            }
            var stranger = device
            stranger.clientID = "web"
            #expect(try await Self.poll(stranger, codes).json["error"].text == "invalid_grant")
        }
    }

    /// The provider that the real server brings along has no such thing.
    @Test func isOffUnlessAskedFor() async throws {
        try await TestServer.run { server in
            let device = Visitor(server)
            let begun = try await server.send("POST", "/konnect/v1/device_authorization")
            #expect(begun.status == 404)
            let polled = try await Self.poll(device, .null)
            #expect(polled.json["error"].text == "unsupported_grant_type")
        }
    }
}
