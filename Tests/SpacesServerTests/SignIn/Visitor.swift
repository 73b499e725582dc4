import Foundation
import HTTPTypes
import Testing

/// A client that wants a sign-in, and the browser of the person whom it asks: as small as both can be.
struct Visitor {
    let server: TestServer
    var clientID = "OpenCloudDesktop"
    var secret: String?
    var redirect = "http://127.0.0.1:41234/callback"
    var scope = "openid profile email offline_access"
    /// What the client keeps for itself, and the challenge of it (RFC 7636, appendix B).
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    /// What the browser keeps.
    private(set) var cookie: String?
    private(set) var formToken = ""
    private(set) var query = ""

    static let authorize = "/signin/v1/identifier/_/authorize"
    static let token = "/konnect/v1/token"

    init(_ server: TestServer) {
        self.server = server
    }

    /// What the client asks for; nil takes a parameter away.
    func request(_ changes: [String: String?] = [:]) -> [String: String] {
        var fields = [
            "response_type": "code", "client_id": clientID, "redirect_uri": redirect, "scope": scope, "state": "s-1",
            "nonce": "n-1", "code_challenge": challenge, "code_challenge_method": "S256",
        ]
        for (name, value) in changes { fields[name] = value }
        return fields
    }

    /// Follows the client's link.
    @discardableResult
    mutating func open(_ changes: [String: String?] = [:]) async throws -> TestServer.Answer {
        query = Self.form(request(changes))
        let answer = try await server.send(
            "GET", "\(Self.authorize)?\(query)", as: nil, headers: cookie.map { ["Cookie": $0] } ?? [:])
        remember(answer)
        return answer
    }

    /// Sends the form of the page.
    @discardableResult
    mutating func submit(
        _ username: String, _ password: String = "demo", _ changes: [String: String] = [:]
    ) async throws -> TestServer.Answer {
        let fields = ["username": username, "password": password, "decision": "allow", "form_token": formToken]
            .merging(changes) { $1 }
        let answer = try await server.send(
            "POST", "\(Self.authorize)?\(query)", as: nil, headers: cookie.map { ["Cookie": $0] } ?? [:],
            text: Self.form(fields))
        remember(answer)
        return answer
    }

    /// Signs somebody in; the code that the client gets.
    mutating func code(as username: String = "alan", _ changes: [String: String?] = [:]) async throws -> String {
        try await open(changes)
        let answer = try await submit(username)
        return try #require(Self.answer(in: answer)["code"], "\(answer.status) \(answer.text)")
    }

    /// Exchanges a code.
    func redeem(_ code: String, _ changes: [String: String?] = [:]) async throws -> TestServer.Answer {
        var fields: [String: String] = [
            "grant_type": "authorization_code", "code": code, "redirect_uri": redirect, "code_verifier": verifier,
        ]
        for (name, value) in changes { fields[name] = value }
        return try await post(fields)
    }

    /// Renews.
    func renew(_ refreshToken: String?, _ changes: [String: String] = [:]) async throws -> TestServer.Answer {
        try await post(["grant_type": "refresh_token", "refresh_token": refreshToken ?? ""].merging(changes) { $1 })
    }

    /// Signs somebody in; what the client gets in the end.
    mutating func tokens(as username: String = "alan") async throws -> JSON {
        let answer = try await redeem(try await code(as: username))
        #expect(answer.status == 200, "\(answer.text)")
        return answer.json
    }

    /// Sends a form as the client.
    func post(_ fields: [String: String], to path: String = token) async throws -> TestServer.Answer {
        var fields = fields
        if fields["client_id"] == nil { fields["client_id"] = clientID }
        if let secret, fields["client_secret"] == nil { fields["client_secret"] = secret }
        return try await server.send("POST", path, as: nil, text: Self.form(fields))
    }

    /// Asks who an access token is of.
    func me(_ accessToken: String?) async throws -> TestServer.Answer {
        try await server.send(
            "GET", "/graph/v1.0/me", as: nil, headers: ["Authorization": "Bearer \(accessToken ?? "")"])
    }

    /// The fields that a redirect leads back to the client with.
    static func answer(in answer: TestServer.Answer) -> [String: String] {
        let items = answer.headers[.location].flatMap { URLComponents(string: $0)?.queryItems } ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $0 + $1 })
    }

    /// A part of a token: 0 is the header, 1 the claims.
    static func part(_ index: Int, of token: String?) -> JSON {
        let parts = (token ?? "").split(separator: ".")
        guard parts.indices.contains(index) else { return .null }
        let text = parts[index].replacing("-", with: "+").replacing("_", with: "/")
        return JSON(Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)) ?? Data())
    }

    static func form(_ fields: [String: String]) -> String {
        let plain = CharacterSet(charactersIn: "-._~").union(.alphanumerics)
        return fields.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }.joined(separator: "&")
    }

    private mutating func remember(_ answer: TestServer.Answer) {
        if let header = answer.headers[.setCookie] { cookie = String(header.prefix { $0 != ";" }) }
        if let match = answer.text.firstMatch(of: /name="form_token" value="([^"]*)"/) {
            formToken = String(match.output.1)
        }
    }
}
