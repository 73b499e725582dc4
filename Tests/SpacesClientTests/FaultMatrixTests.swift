import Foundation
import SpacesModel
import SpacesServer
import TestSupport
import Testing

@testable import SpacesClient

/// Every fault of the way or the server, at every operation, before and after it took effect.
@Suite("Every operation ends in a stated outcome", .ownThread)
struct FaultMatrixTests {
    @Test(arguments: Fault.allCases)
    func nothingIsDoneTwiceOrClaimedWrongly(fault: Fault) async throws {
        var configuration = ServerConfiguration(users: [
            UserDefinition(
                username: "admin", displayName: "Ada", mail: "ada@example.org", password: "demo", role: .admin),
            UserDefinition(
                username: "mary", displayName: "Mary", mail: "mary@example.org", password: "demo", role: .user),
        ])
        configuration.passwordCost = 4
        try await withServer(configuration) { server, baseURL in
            let address = try ServerAddress(parsing: baseURL)
            let direct = try Self.service(at: address, limits: .init())
            let mary = try #require(try await direct.people(matching: "mary").people.first).identity
            for isLasting in [false, true] {
                // A read ends the same way whether the next one comes through or not.
                for deed in Deed.allCases where deed.isWrite || !isLasting {
                    try await Self.check(deed, fault, isLasting: isLasting, mary, server.store, address, direct)
                }
            }
            await direct.shutdown()
        }
    }

    private static func check(
        _ deed: Deed, _ fault: Fault, isLasting: Bool, _ person: Identity, _ store: Store, _ address: ServerAddress,
        _ direct: HTTPSpacesService
    ) async throws {
        let name = "Mars \(UUID().uuidString)"
        let subject = try await deed.prepare(name, person, direct)
        let port = try #require(address.port)
        let hits = Hits()
        let script: FaultyServer.Script = { request in
            // Once, or from the first time on: then looking again fails as well.
            let isHit = hits.take(deed.isHit(request), isLasting: isLasting)
            return isHit ? fault.steps(port) : [.relay(port: port)]
        }
        try await FaultyServer.run(script: script) { proxy in
            let service = try service(
                at: ServerAddress(parsing: "http://127.0.0.1:\(proxy.port)"), limits: fault.limits)
            let failure = await ServiceTests.failure { try await deed.run(subject, service) }
            await service.shutdown()
            let label = "\(fault), \(deed), lasting: \(isLasting): \(failure?.sentence ?? "done")"

            for method in ["POST ", "PATCH ", "PUT ", "MKCOL ", "DELETE "] where deed.isWrite {
                #expect(proxy.requests.count { $0.line.hasPrefix(method) } <= 1, "\(label)")
            }
            let stored = try await store.spaces().filter { $0.name.hasPrefix(name) }
            #expect(stored.count <= 1, "\(label)")
            guard deed.isWrite else {
                // A read that failed once comes through at the next attempt, where that may help.
                #expect(failure.map { !$0.isUncertain && $0.sentence.hasSuffix(".") } ?? true, "\(label)")
                if !isLasting, fault.isTransient { #expect(failure == nil, "\(label)") }
                return
            }
            let isDone = try await deed.isDone(subject, stored.first, direct)
            switch failure {
            case nil: #expect(isDone, "\(label)")
            case let failure? where failure.isUncertain:
                #expect(
                    failure.sentence.contains("may or may not") && failure.sentence.contains("Look again"), "\(label)")
                #expect(isLasting || fault.staysOpen, "\(label)")
            case _?: #expect(!isDone, "\(label)")
            }
        }
    }

    private static func service(
        at address: ServerAddress, limits: NetworkSettings.TimeLimits
    ) throws -> HTTPSpacesService {
        try HTTPSpacesService(
            ServerConnection(
                address: address, credentials: .basic(user: "admin", password: "demo"),
                network: NetworkSettings(timeLimits: limits, retries: .quick)), logger: ServiceTests.silent)
    }
}
