import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server with a few people and spaces, and a second client beside the program that looks and acts behind its back.
struct World: Sendable {
    let store: Store
    let baseURL: String
    /// An administrator who is not the person at the program.
    let administrator: HTTPSpacesService

    static let users: [UserDefinition] = [
        ("admin", "Ada Admin", GlobalRole.admin), ("dennis", "Dennis Ritchie", .admin), ("mary", "Mary Keller", .user),
        ("margaret", "Margaret Hamilton", .spaceAdmin),
    ].map {
        UserDefinition(username: $0, displayName: $1, mail: "\($0)@example.org", password: "demo", role: $2)
    }

    static var configuration: ServerConfiguration {
        var configuration = ServerConfiguration(users: users)
        configuration.passwordCost = 4
        return configuration
    }

    init(store: Store, baseURL: String) throws {
        self.store = store
        self.baseURL = baseURL
        administrator = try Self.client(of: "dennis", at: baseURL)
    }

    static func client(
        of user: String, at baseURL: String, requests: RequestFeed? = nil, credentials: (any CredentialSource)? = nil,
        timing: Timing = Timing()
    ) throws -> HTTPSpacesService {
        // A busy machine may be slower than any server should be.
        var network = NetworkSettings()
        network.listLimits.slowest = 0
        let connection = try ServerConnection(
            address: ServerAddress(parsing: baseURL),
            credentials: credentials ?? Credentials.basic(user: user, password: "demo"), network: network)
        return try HTTPSpacesService(connection, logger: .silent, requests: requests, timing: timing)
    }

    /// Runs a story on a new server that has these project spaces.
    static func run(
        spaces names: [String] = ["Apollo", "Mars Mission", "Venus"],
        _ configuration: ServerConfiguration = configuration,
        _ story: @Sendable (World) async throws -> Void
    ) async throws {
        try await withServer(configuration) { server, baseURL in
            let world = try World(store: server.store, baseURL: baseURL)
            for name in names { try await world.make(name) }
            try await story(world)
            await world.administrator.shutdown()
        }
    }

    /// Makes a space that holds the 47,279 bytes of the server's template.
    @discardableResult
    func make(_ name: String, limit: QuotaLimit? = nil) async throws -> Space {
        try await administrator.create(
            SpaceDraft(name: name, subtitle: "About \(name)", limit: limit, usesTemplate: true))
    }

    /// What the server really stores of a space; `nil` when there is none of that name.
    func stored(_ name: String) async throws -> StoredSpace? {
        try await store.spaces().first { $0.name == name }
    }

    /// The id of a stored space as clients name it.
    func id(of name: String) async throws -> SpaceID {
        let space = try #require(try await stored(name))
        return SpaceID("\(store.storageID)$\(space.id)")
    }

    /// Gives a user a role in a space, and returns the id of the grant.
    func invite(_ user: String, as role: SpaceRole, to space: SpaceID) async throws -> String {
        let me = try await send("GET", "/graph/v1.0/me", as: user)
        let body =
            ["recipients": [["objectId": try #require(me["id"] as? String)]], "roles": [role.identifier]]
            as [String: Any]
        let answer = try await send("POST", "/graph/v1beta1/drives/\(space.rawValue)/root/invite", body: body)
        let grants = try #require(answer["value"] as? [[String: Any]])
        return try #require(grants.first?["id"] as? String)
    }

    /// Deletes the account of a user; what was granted to it stays.
    func delete(_ user: String) async throws {
        _ = try await send("DELETE", "/graph/v1.0/users/\(user)")
    }

    func expel(_ grant: String, from space: SpaceID) async throws {
        _ = try await send("DELETE", "/graph/v1beta1/drives/\(space.rawValue)/root/permissions/\(grant)")
    }

    private func send(
        _ method: String, _ path: String, as user: String = "dennis", body: [String: Any]? = nil
    ) async throws -> [String: Any] {
        var request = URLRequest(url: try #require(URL(string: baseURL + path.replacing("$", with: "%24"))))
        request.httpMethod = method
        request.setValue(
            "Basic " + Data("\(user):demo".utf8).base64EncodedString(), forHTTPHeaderField: "Authorization")
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        try #require((200..<300).contains(status), "\(method) \(path): \(status)")
        return data.isEmpty ? [:] : try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
