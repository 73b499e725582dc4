import Foundation
import Recordings
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("What a real server answered")
struct RecordingTests {
    private static let lists = Recording.all.filter { $0.request.path.contains(/\/drives(\?|$)/) && $0.isListOfDrives }
    private static let drives = Recording.all.filter { $0.object?["driveType"] != nil }
    private static let errors = Recording.all.filter { $0.object?["error"] != nil }

    @Test func thereAreRecordingsOfEachKind() {
        #expect(Self.lists.count >= 13)
        #expect(Self.drives.count >= 24)
        #expect(Self.errors.count >= 29)
    }

    @Test(arguments: lists)
    func listsDecode(recording: Recording) throws {
        var reader = DriveListReader()
        try reader.consume(Array(recording.response.body))
        try reader.finish()
        #expect(reader.listing.unreadable.isEmpty)
        let expected = try #require(recording.object?["value"] as? [[String: Any]])
        #expect(reader.listing.spaces.count == expected.count)
        for (space, object) in zip(reader.listing.spaces, expected) { expect(space, shows: object) }
    }

    @Test(arguments: drives)
    func drivesDecode(recording: Recording) throws {
        expect(try space(recording), shows: try #require(recording.object))
    }

    // swift-format-ignore
    @Test(arguments: [
        ("043", 0,    1000,    QuotaState.normal),
        ("044", 0,    nil,     .unlimited),
        ("081", 740,  1000,    .normal),
        ("082", 760,  1000,    .nearing),
        ("083", 920,  1000,    .critical),
        ("084", 1000, 1000,    .exceeded),
        ("059", nil,  nil,     .unknown),
        ("093", 26,   nil,     .unlimited),
    ] as [(String, Int64?, Int64?, QuotaState)])
    func quotasAreTold(number: String, used: Int64?, total: Int64?, state: QuotaState) throws {
        let quota = try #require(try space(Recording.number(number)).quota)
        #expect(quota.used == used.map { ByteCount($0) })
        #expect(quota.limit == total.map { .bytes(ByteCount($0)) } ?? .unlimited)
        #expect(quota.state == state)
    }

    @Test func aDisabledSpaceSaysSo() throws {
        let space = try space(Recording.number("059"))
        #expect(space.isDisabled)
        #expect(space.root?.deletedState == "trashed")
        #expect(space.name == "Mars")
        #expect(space.subtitle == "")
        #expect(space.managerNames == ["Admin"])
        #expect(try !self.space(Recording.number("063")).isDisabled)
    }

    @Test func specialItemsAreRead() throws {
        let readme = try #require(try space(Recording.number("088")).special.first)
        #expect(readme.folder == "readme")
        #expect(readme.name == "readme.md")
        #expect(readme.mimeType == "text/markdown")
        #expect(readme.size == ByteCount(26))
        #expect(readme.modified != nil)
    }

    @Test func bothVersionsTellTheSameMembers() throws {
        let old = try space(Recording.number("076"))
        #expect(old.managerNames == ["Admin", "Alan Turing"])
        #expect(old.members?.allSatisfy { $0.permissionID == nil } == true)
        var reader = DriveListReader()
        try reader.consume(Array(try #require(Recording.number("024")).response.body))
        let new = try #require(reader.listing.spaces.first { $0.name == "Research" })
        #expect(
            new.members == [
                Member(
                    identity: Identity(id: "8fd480f1-5d95-4515-87fa-8a3e6017c298", displayName: "Admin"),
                    role: .manager,
                    permissionID: "u:8fd480f1-5d95-4515-87fa-8a3e6017c298",
                    roleID: "312c0871-5ef7-4b3a-85b6-0e4074c64049")
            ])
    }

    @Test func accountPermissionsAndCapabilitiesAreRead() throws {
        let account = try #require(Account(wire: root(Recording.number("002"))))
        #expect(
            account
                == Account(
                    id: "8fd480f1-5d95-4515-87fa-8a3e6017c298", displayName: "Admin", userName: "admin",
                    mail: "admin@example.org"))
        let admin = try #require(Permissions(wire: root(Recording.number("003"))))
        #expect(admin.held == Set(Permission.allCases))
        #expect(try #require(Permissions(wire: root(Recording.number("004")))).held.isEmpty)
        let capabilities = try #require(ServerCapabilities(wire: root(Recording.number("005"))))
        #expect(
            capabilities
                == ServerCapabilities(product: "OpenCloud", version: "0.1.0+dev", maximumQuota: nil, tellsEvents: true))
    }

    @Test(arguments: errors)
    func errorsBecomeFailures(recording: Recording) throws {
        let error = try #require(recording.object?["error"] as? [String: Any])
        let failure = SpacesFailure.answered(recording.operation, recording.answer, by: try .test())
        #expect(failure.status == recording.response.status)
        #expect(failure.code == error["code"] as? String)
        #expect(failure.message == error["message"] as? String)
        #expect(failure.requestID == (error["innererror"] as? [String: Any])?["request-id"] as? String)
        #expect(failure.kind == recording.expectedKind)
        #expect(failure.sentence.contains(": ") && failure.sentence.hasSuffix("."))
    }

    @Test func missingCredentialsAreNamed() throws {
        let failure = SpacesFailure.answered(
            .list(.all), try #require(Recording.number("001")).answer, by: try .test())
        #expect(failure.kind == .notAuthenticated)
        #expect(failure.code == nil && failure.message == nil)
        #expect(failure.sentence.contains("Check user name and password"))
    }

    @Test func plainTextOfARouterIsUnderstood() throws {
        let failure = SpacesFailure.answered(
            .list(.mine), try #require(Recording.number("039")).answer, by: try .test())
        #expect(failure.kind == .notFound)
        #expect(failure.message == "404 page not found")
        #expect(failure.sentence.contains("Check the address of the server"))
    }

    private func root(_ recording: Recording?) throws -> JSONNode {
        try JSONDocument(Array(#require(recording).response.body)).root
    }

    private func space(_ recording: Recording?) throws -> Space {
        try Space(wire: root(recording))
    }

    /// Compares with what Foundation reads in the same bytes.
    private func expect(_ space: Space, shows object: [String: Any]) {
        let quota = object["quota"] as? [String: Any]
        let root = object["root"] as? [String: Any]
        #expect(space.id.rawValue == object["id"] as? String)
        #expect(space.name == object["name"] as? String)
        #expect(space.subtitle == object["description"] as? String ?? "")
        #expect(space.alias == object["driveAlias"] as? String)
        #expect(space.type.wireName == object["driveType"] as? String)
        #expect((space.modified != nil) == (object["lastModifiedDateTime"] != nil))
        #expect((space.owner != nil) == (object["owner"] != nil))
        #expect(space.webURL == object["webUrl"] as? String)
        #expect(space.quota?.used?.bytes == (quota?["used"] as? NSNumber)?.int64Value)
        #expect(space.quota?.limit?.wireTotal == (quota?["total"] as? NSNumber)?.int64Value)
        #expect(space.root?.id == root?["id"] as? String)
        #expect(space.root?.eTag == root?["eTag"] as? String)
        #expect(space.root?.webDavURL == root?["webDavUrl"] as? String)
        #expect(space.members?.count == (root?["permissions"] as? [Any])?.count)
        #expect(space.isDisabled == (root?["deleted"] != nil))
        #expect(space.special.count == (object["special"] as? [Any])?.count ?? 0)
        #expect(space.special.map(\.id) == (object["special"] as? [[String: Any]])?.map { $0["id"] as? String } ?? [])
    }
}

extension Recording {
    /// The body as Foundation reads it.
    var object: [String: Any]? {
        guard response.isJSON else { return nil }
        do {
            return try JSONSerialization.jsonObject(with: response.body) as? [String: Any]
        } catch {
            return nil
        }
    }

    var isListOfDrives: Bool { object?["value"] is [Any] && request.method == "GET" }

    var answer: ServerAnswer {
        ServerAnswer(
            status: response.status,
            headers: Dictionary(response.headers.map { ($0.lowercased(), $1) }) { first, _ in first },
            body: Array(response.body))
    }

    /// What a person was doing when this answer came.
    var operation: SpacesClient.Operation {
        let edit = SpaceEdit(name: "x", limit: name.contains("quota") ? .unlimited : nil)
        return switch request.method {
        case "POST": .create(name: "Mars")
        case "PATCH": request.headers["Restore"] == nil ? .edit(name: "Mars", edit) : .restore(name: "Mars")
        case "DELETE": request.headers["Purge"] == nil ? .disable(name: "Mars") : .purge(name: "Mars")
        default: request.path.contains("/drives/") ? .read(name: "Mars") : .list(.all)
        }
    }

    var expectedKind: SpacesFailure.Kind {
        switch response.status {
        case 400: .refused
        case 403: .notAllowed
        case 404: request.method == "GET" ? .notFound : .goneOrNotAllowed
        default: .serverError
        }
    }
}

extension ServerConnection {
    /// A connection to a server on this computer; limits long enough for a busy machine.
    static func test(
        _ address: String = "http://127.0.0.1:9200",
        credentials: Credentials = .basic(user: "admin", password: "s3cret"),
        trust: NetworkSettings.Trust = .systemRoots,
        timeLimits: NetworkSettings.TimeLimits = .patient,
        maximumQuota: ByteCount? = nil, change: (inout NetworkSettings) -> Void = { _ in }
    ) throws -> ServerConnection {
        var network = NetworkSettings(trust: trust, timeLimits: timeLimits, retries: .quick)
        // A busy machine may be slower; what is about slow servers says so.
        network.listLimits.slowest = 0
        change(&network)
        return
            try ServerConnection(
                address: ServerAddress(parsing: address), credentials: credentials, network: network,
                maximumQuota: maximumQuota)
    }
}

extension RetryPolicy {
    /// The waits of the real one are for people and servers.
    static let quick = RetryPolicy(
        firstWait: .milliseconds(1), longestWait: .seconds(5), looks: [.zero, .milliseconds(1)])
}

extension NetworkSettings.TimeLimits {
    /// For tests that want an answer, however busy the machine is.
    static let patient = Self(connect: .seconds(60), firstByte: .seconds(60))
}
