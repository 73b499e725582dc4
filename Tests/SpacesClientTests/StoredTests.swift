import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

/// What is returned of a write is what the server stored, not what it was asked for.
@Suite("What was stored")
struct StoredTests {
    private static let viewer = RoleDefinition.published[0].id
    private static let end = Date(timeIntervalSince1970: 1_798_761_599)
    private static let ada = Identity(id: "1", displayName: "Ada")
    private static let space = #"{"id":"s$1","name":"Mars","driveType":"project","root":{"id":"s$1""#

    /// An entry of `root/permissions`.
    private static func grant(until end: String? = nil) -> String {
        let expires = end.map { #","expirationDateTime":"\#($0)""# } ?? ""
        return #"{"grantedToV2":{"user":{"displayName":"Ada","id":"1"}},"id":"u:1","roles":["\#(viewer)"]\#(expires)}"#
    }

    /// A server whose answers to changes leave out ends, and which has stored these members.
    private static func script(_ status: Int = 200, storing stored: String) -> FaultyServer.Script {
        { request in
            switch request.line.prefix(4) {
            case "POST": [.answer(200, #"{"value":[\#(grant())]}"#)]
            case "PATC": [.answer(200, grant())]
            default: [.answer(status, status == 200 ? #"{"value":[\#(stored)]}"# : "{}")]
            }
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        (grant(until: "2026-12-31T23:59:59Z"), end),
        (grant(until: "2026-11-30T00:00:00Z"), Date(timeIntervalSince1970: 1_795_996_800)),
        (grant(), nil),
    ] as [(String, Date?)])
    func anEndThatTheAnswerLeavesOutIsRead(stored: String, expires: Date?) async throws {
        try await FaultyServer.run(script: Self.script(storing: stored)) { server in
            try await ServiceTests.withService(server) { service in
                let invited = try await service.invite(
                    Invitation(Self.ada, roleID: Self.viewer, expires: Self.end), to: "s$1")
                #expect(invited.expires == expires)
                let changed = try await service.change(
                    Member(identity: Self.ada, role: .viewer), MemberChange(end: .at(Self.end)), of: "s$1")
                #expect(changed.expires == expires)
                // Another role leaves the end, which the answer need not tell.
                let demoted = try await service.change(
                    Member(identity: Self.ada, role: .editor, expires: Self.end), MemberChange(roleID: Self.viewer),
                    of: "s$1")
                #expect(demoted.expires == expires)
            }
            #expect(server.requests.filter { $0.line.hasPrefix("GET") }.count == 3)
        }
    }

    @Test func withoutAnEndNothingIsReadAgain() async throws {
        try await FaultyServer.run(script: Self.script(storing: Self.grant())) { server in
            try await ServiceTests.withService(server) { service in
                _ = try await service.invite(Invitation(Self.ada, roleID: Self.viewer), to: "s$1")
                _ = try await service.change(
                    Member(identity: Self.ada, role: .viewer, expires: Self.end), MemberChange(end: .never), of: "s$1")
            }
            #expect(server.requests.map { $0.line.prefix(5) } == ["POST ", "PATCH"])
        }
    }

    @Test func whereTheEndCannotBeReadItIsCalledUncertain() async throws {
        try await FaultyServer.run(script: Self.script(404, storing: "")) { server in
            try await ServiceTests.withService(server) { service in
                let failure = await ServiceTests.failure {
                    try await service.invite(Invitation(Self.ada, roleID: Self.viewer, expires: Self.end), to: "s$1")
                }
                #expect(failure?.isUncertain == true)
                #expect(
                    failure?.naming("Mars").sentence.hasPrefix(
                        "The end of Ada's membership in Mars may or may not have been changed: the answer did not tell")
                        == true)
            }
        }
    }

    @Test func theJournalHasWhatWasStored() async throws {
        let script: FaultyServer.Script = { request in
            let total = request.line.hasPrefix("PATCH") ? 10_000_000_000 : 5_000_000_000
            return [
                .answer(200, #"{"id":"s$1","name":"Mars","driveType":"project","quota":{"total":\#(total),"used":0}}"#)
            ]
        }
        let journal = MemoryJournal()
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let recorder = JournalRecorder(journal, origin: JournalOrigin(server: "s", user: "u")) { _ in }
                let seen = Space(
                    id: "s$1", name: "Mars", quota: Quota(limit: .bytes(ByteCount(5_000_000_000)), used: .zero))
                let stored = try await JournaledService(service, recorder: recorder).edit(
                    SpaceEdit(limit: .unlimited), startingFrom: seen)
                #expect(stored.quota?.limit == .bytes(ByteCount(10_000_000_000)))
            }
        }
        #expect(journal.read().entries.first?.changes == [.init("quota", before: "5 GB", after: "10 GB")])
    }

    @Test func aSpaceThatIsStillDisabledWasNotRestored() async throws {
        let disabled = Self.space + #","deleted":{"state":"trashed"}}}"#
        try await FaultyServer.run(script: { _ in [.answer(200, disabled)] }) { server in
            try await ServiceTests.withService(server) { service in
                let seen = Space(id: "s$1", name: "Mars", root: .init(id: "s$1", deletedState: "trashed"))
                let failure = await ServiceTests.failure { try await service.restore(seen) }
                #expect(failure?.kind == .badAnswer && failure?.isUncertain == false)
                #expect(failure?.sentence.contains("the server answers that it is still disabled") == true)
            }
        }
    }
}
