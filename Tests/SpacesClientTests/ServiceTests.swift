import Logging
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

@Suite("Talking to a server")
struct ServiceTests {
    private static let drive = #"{"id":"s$1","name":"Mars","driveType":"project","quota":{"total":5,"used":1}}"#
    private static let disabledDrive =
        #"{"id":"d$1","name":"Venus","driveType":"project","root":{"id":"d$1","deleted":{"state":"trashed"}}}"#
    private static let mars = Space(id: "s$1", name: "Mars", quota: Quota(limit: .bytes(ByteCount(5)), used: nil))
    private static let venus = Space(id: "d$1", name: "Venus", root: .init(id: "d$1", deletedState: "trashed"))
    private static let missing = #"{"error":{"code":"itemNotFound","message":"drive not found"}}"#

    @Test func everyOperationIsSentAndUnderstood() async throws {
        try await FaultyServer.run(script: { [.answer(Self.status(of: $0), Self.body(for: $0))] }) { server in
            try await Self.withService(server) { service in
                #expect(try await service.spaces(SpaceQuery(), onProgress: nil).spaces.map(\.name) == ["Mars"])
                #expect(try await service.space("s$1").name == "Mars")
                #expect(try await service.create(SpaceDraft(name: "Mars")).id == "s$1")
                #expect(try await service.edit(SpaceEdit(subtitle: "x"), startingFrom: Self.mars).name == "Mars")
                try await service.disable(Self.mars)
                #expect(try await service.restore(Self.venus).id == "d$1")
                try await service.purge(Self.venus)
                let account = try await service.account()
                #expect(account.id == "u1")
                #expect(try await service.permissions(of: account).held == [.createAll])
                #expect(try await service.capabilities().maximumQuota == ByteCount(100))
            }
            #expect(
                server.requests.map(\.line) == [
                    "GET /graph/v1beta1/drives?$expand=root($expand%3Dpermissions)",
                    "GET /graph/v1.0/drives/s$1?$expand=root($expand%3Dpermissions)", "POST /graph/v1.0/drives",
                    "GET /graph/v1.0/drives/s$1?$expand=root($expand%3Dpermissions)", "PATCH /graph/v1.0/drives/s$1",
                    "GET /graph/v1.0/drives/s$1?$expand=root($expand%3Dpermissions)", "DELETE /graph/v1.0/drives/s$1",
                    "GET /graph/v1.0/drives/d$1?$expand=root($expand%3Dpermissions)", "PATCH /graph/v1.0/drives/d$1",
                    "GET /graph/v1.0/drives/d$1?$expand=root($expand%3Dpermissions)", "DELETE /graph/v1.0/drives/d$1",
                    "GET /graph/v1.0/me", "POST /api/v0/settings/permissions-list",
                    "GET /ocs/v1.php/cloud/capabilities?format=json",
                ])
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Basic YWRtaW46czNjcmV0" })
            #expect(server.requests[8].headers["restore"] == "T" && server.requests[8].body == "{}")
            #expect(server.requests[6].headers["purge"] == nil && server.requests[10].headers["purge"] == "T")
        }
    }

    @Test func thePrefixOfTheAddressIsKept() async throws {
        try await FaultyServer.run(script: { [.answer(200, Self.body(for: $0))] }) { server in
            let service = try HTTPSpacesService(
                .test("http://localhost:\(server.port)/cloud/one/", credentials: .bearer("abc")), logger: Self.silent)
            _ = try await service.account()
            await service.shutdown()
            #expect(server.requests.map(\.line) == ["GET /cloud/one/graph/v1.0/me"])
            #expect(server.requests.first?.headers["authorization"] == "Bearer abc")
        }
    }

    @Test(arguments: [404, 405])
    func olderServersAreAskedInTheOlderVersion(status: Int) async throws {
        let script: FaultyServer.Script = { request in
            [
                request.line.contains("v1beta1")
                    ? .answer(status, "404 page not found\n", type: "text/plain") : .answer(200, "null")
            ]
        }
        try await FaultyServer.run(script: script) { server in
            try await Self.withService(server) { service in
                let query = SpaceQuery(scope: .mine, filter: .type(.project), order: .init(.name, isDescending: true))
                let listing = try await service.spaces(query, onProgress: nil)
                #expect(listing.spaces.isEmpty)
            }
            #expect(
                server.requests.map { $0.line.replacing("v1beta1", with: "v1.0") }.allSatisfy {
                    $0 == server.requests[1].line
                })
            #expect(server.requests.count == 2)
        }
    }

    @Test func writesAreNeverRepeated() async throws {
        try await FaultyServer.run(script: { _ in [.reset] }) { server in
            try await Self.withService(server) { service in
                let failure = await Self.failure { try await service.create(SpaceDraft(name: "Mars")) }
                #expect(failure?.kind == .unreachable)
                #expect(failure?.sentence.hasPrefix("Mars may or may not have been created: ") == true)
                #expect(failure?.sentence.hasSuffix("Look again before repeating it.") == true)
            }
            #expect(server.requests.count { $0.line.hasPrefix("POST") } == 1)
        }
    }

    @Test func nothingInvalidIsSent() async throws {
        try await FaultyServer.run(script: { [.answer(200, Self.body(for: $0))] }) { server in
            try await Self.withService(server) { service in
                _ = try await service.capabilities()
                let over = QuotaLimit.bytes(ByteCount(101))
                let failures = [
                    await Self.failure { try await service.create(SpaceDraft(name: "  ")) },
                    await Self.failure { try await service.create(SpaceDraft(name: "a/b")) },
                    await Self.failure {
                        try await service.create(SpaceDraft(name: String(repeating: "é", count: 128)))
                    },
                    await Self.failure { try await service.edit(SpaceEdit(limit: over), startingFrom: Self.mars) },
                    await Self.failure {
                        try await service.edit(SpaceEdit(limit: .unlimited), startingFrom: Self.mars)
                    },
                    await Self.failure {
                        try await service.edit(SpaceEdit(limit: .bytes(.zero)), startingFrom: Self.mars)
                    },
                    await Self.failure { try await service.edit(SpaceEdit(alias: " "), startingFrom: Self.mars) },
                ]
                for failure in failures {
                    guard case .invalid = failure?.kind else {
                        Issue.record("\(String(describing: failure))")
                        continue
                    }
                    #expect(failure?.sentence.hasSuffix("nothing was sent.") == true)
                }
                for id in ["", ".", ".."] {
                    let failure = await Self.failure { try await service.purge(Space(id: SpaceID(id), name: "")) }
                    #expect(failure?.kind == .refused)
                }
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test func anEmptyChangeOnlyReads() async throws {
        try await FaultyServer.run(script: { [.answer(200, Self.body(for: $0))] }) { server in
            try await Self.withService(server) { service in
                _ = try await service.edit(SpaceEdit(), startingFrom: Self.mars)
            }
            #expect(server.requests.map { $0.line.prefix(4) } == ["GET "])
        }
    }

    @Test func redirectsAreNotFollowed() async throws {
        try await FaultyServer.run(script: { [.answer(200, Self.body(for: $0))] }) { other in
            let location = "Location: http://127.0.0.1:\(other.port)/graph/v1.0/me\r\n"
            try await FaultyServer.run(script: { _ in [.answer(307, headers: location)] }) { server in
                try await Self.withService(server) { service in
                    let failure = await Self.failure { try await service.account() }
                    #expect(failure?.sentence.contains("redirects to http://127.0.0.1:\(other.port), and") == true)
                }
            }
            #expect(other.requests.isEmpty)
        }
    }

    @Test func theLogHasOneLineForEachRequestAndNoSecret() async throws {
        let log = RecordingLogHandler()
        let logger = Logger(label: "test") { _ in log }
        try await FaultyServer.run(script: { [.answer($0.line.contains("/me") ? 401 : 200, Self.body(for: $0))] }) {
            server in
            let service = try HTTPSpacesService(.test("http://127.0.0.1:\(server.port)"), logger: logger)
            _ = try await service.space("s$1")
            _ = await Self.failure { try await service.account() }
            await service.shutdown()
        }
        #expect(log.lines.count == 2)
        #expect(log.lines.first?.contains(/^GET \/graph\/v1.0\/drives\/s\$1 → 200 \d+ ms$/) == true)
        #expect(log.lines.last?.hasPrefix("GET /graph/v1.0/me → 401 ") == true)
        #expect(log.lines.allSatisfy { !$0.contains("s3cret") && !$0.contains("YWRtaW4") })
    }

    @Test func progressIsToldWhileAListArrives() async throws {
        let drives = (0...2500).map { Self.drive.replacing("s$1", with: "s$\($0)") }.joined(separator: ",")
        let steps: [FaultyServer.Step] = [
            .head(length: 10 + drives.utf8.count + 2), .text("{\"value\":["), .text(drives), .text("]}"),
        ]
        try await FaultyServer.run(script: { _ in steps }) { server in
            try await Self.withService(server) { service in
                let told = Mutex<[Int]>([])
                let listing = try await service.spaces(SpaceQuery()) { count in told.withLock { $0.append(count) } }
                #expect(listing.spaces.count == 2501)
                let counts = told.withLock(\.self)
                #expect(!counts.isEmpty && counts == counts.sorted() && (counts.last ?? 0) <= 2501)
            }
        }
    }

    static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }

    static func withService(
        _ server: FaultyServer, timeLimits: NetworkSettings.TimeLimits? = nil,
        _ test: (HTTPSpacesService) async throws -> Void
    ) async throws {
        let limits = timeLimits ?? .init(connect: .seconds(20), firstByte: .seconds(60), idle: .seconds(60))
        let service = try HTTPSpacesService(
            .test("http://127.0.0.1:\(server.port)", timeLimits: limits), logger: silent)
        do {
            try await test(service)
            await service.shutdown()
        } catch {
            await service.shutdown()
            throw error
        }
    }

    static func failure<Value>(_ call: () async throws -> Value) async -> SpacesFailure? {
        do {
            _ = try await call()
            return nil
        } catch let failure as SpacesFailure {
            return failure
        } catch {
            Issue.record(error)
            return nil
        }
    }

    @Sendable private static func status(of request: FaultyServer.Request) -> Int {
        if request.line.hasPrefix("DELETE") { return 204 }
        return request.line.hasPrefix("POST") ? 201 : 200
    }

    @Sendable private static func body(for request: FaultyServer.Request) -> String {
        if request.line.hasPrefix("DELETE") { return "" }
        if request.line.contains("/me") {
            return #"{"id":"u1","displayName":"Admin","onPremisesSamAccountName":"admin"}"#
        }
        if request.line.contains("permissions-list") { return #"{"permissions":["Drives.Create.all","Other"]}"# }
        if request.line.contains("capabilities") {
            return #"{"ocs":{"data":{"capabilities":{"spaces":{"max_quota":100}}}}}"#
        }
        if request.line.contains("d$1") {
            return request.line.hasPrefix("PATCH")
                ? #"{"id":"d$1","name":"Venus","driveType":"project"}"# : disabledDrive
        }
        return request.line.contains("drives?") ? "{\"value\":[\(drive)]}" : drive
    }
}

/// Keeps the lines of a log.
struct RecordingLogHandler: LogHandler {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private let kept = Lines()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    var lines: [String] { kept.all.withLock(\.self) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        kept.all.withLock { $0.append("\(event.message)") }
    }
}
