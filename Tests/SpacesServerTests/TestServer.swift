import CryptoExtras
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import SpacesServer

/// A server in memory with a few users, and requests to it in the name of any of them.
struct TestServer: Sendable {
    let server: SpacesServer
    let client: any TestClientProtocol

    /// An answer, with its body at hand.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: Data

        var text: String { String(decoding: body, as: UTF8.self) }

        /// The body as JSON; an empty object where it is none.
        var json: JSON { JSON(body) }
        var errorCode: String? { json["error"]["code"].text }
        var errorMessage: String? { json["error"]["message"].text }
    }

    static let users: [UserDefinition] = [
        ("admin", "Admin", GlobalRole.admin), ("alan", "Alan Turing", .user), ("lynn", "Lynn Conway", .user),
        ("mary", "Mary Keller", .user), ("margaret", "Margaret Hamilton", .spaceAdmin),
        ("light", "Lena Licht", .userLight),
    ].map {
        UserDefinition(username: $0, displayName: $1, mail: "\($0)@example.org", password: "demo", role: $2)
    }

    /// One for all servers: it takes as long to make as a test to run.
    private static let signingKey: String? = {
        do {
            return try _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation
        } catch {
            Issue.record(error)
            return nil
        }
    }()

    static func configuration(users: [UserDefinition] = users) -> ServerConfiguration {
        var configuration = ServerConfiguration(database: .memory, users: users)
        configuration.publicURL = "https://localhost:9200"
        configuration.passwordCost = 4
        configuration.signingKey = signingKey
        return configuration
    }

    /// Runs a body against a new server: without a network, or `.live` over one.
    static func run(
        _ configuration: ServerConfiguration = configuration(), on setup: TestingSetup = .router,
        _ body: @Sendable (TestServer) async throws -> Void
    ) async throws {
        let server = try SpacesServer(configuration: configuration)
        // It never runs, and something of it may outlive this for a moment.
        defer { server.store.lock?.release() }
        try await server.application().test(setup) { client in
            try await body(TestServer(server: server, client: client))
        }
    }

    @discardableResult
    func send(
        _ method: String, _ path: String, as user: String? = "admin", headers: [String: String] = [:],
        body: Data? = nil
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers { fields.append(HTTPField(name: HTTPField.Name(name) ?? .accept, value: value)) }
        if let user {
            fields[.authorization] = "Basic " + Data("\(user):demo".utf8).base64EncodedString()
        }
        let response = try await client.execute(
            uri: Self.escape(path), method: HTTPRequest.Method(method) ?? .get, headers: fields,
            body: body.map { ByteBuffer(bytes: $0) })
        return Answer(
            status: response.status.code, headers: response.headers, body: Data(response.body.readableBytesView))
    }

    @discardableResult
    func send(
        _ method: String, _ path: String, as user: String? = "admin", headers: [String: String] = [:], text: String
    ) async throws -> Answer {
        try await send(method, path, as: user, headers: headers, body: Data(text.utf8))
    }

    /// Creates a project space as the administrator and gives it members by user name.
    func makeSpace(
        _ name: String = "Space", quota: Int64 = 1_000_000, members: [String: SpaceRole] = [:]
    ) async throws -> String {
        let body = #"{"name":"\#(name)","quota":{"total":\#(quota)}}"#
        let id = try await send("POST", "/graph/v1.0/drives", text: body).json["id"].text ?? ""
        for (user, role) in members {
            let me = try await send("GET", "/graph/v1.0/me", as: user).json["id"].text ?? ""
            let invitation = #"{"recipients":[{"objectId":"\#(me)"}],"roles":["\#(role.identifier)"]}"#
            try await send("POST", "/graph/v1beta1/drives/\(id)/root/invite", text: invitation)
        }
        return id
    }

    /// Escapes what a URL cannot hold; recordings and tests write paths as people do.
    static func escape(_ path: String) -> String {
        var allowed = CharacterSet.urlPathAllowed
        allowed.insert(charactersIn: "?%")
        return path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    }
}
