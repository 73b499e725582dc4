import Foundation
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

/// What is written down of a change, whatever becomes of it.
@Suite struct JournaledServiceTests {
    private let mars = Space(
        id: SpaceID("a$mars"), name: "Mars", subtitle: "Red", alias: "project/mars",
        quota: Quota(limit: .bytes(ByteCount(1_000_000_000)), used: .zero), root: Space.Root(id: "a$mars"))

    private func service(
        _ twin: InMemorySpacesService, _ journal: any Journal,
        tell: @escaping @Sendable (JournalFailure) -> Void = { _ in }
    ) -> JournaledService {
        let origin = JournalOrigin(profile: "production", server: "cloud.example.org", user: "")
        let now = Date(timeIntervalSince1970: 1_773_480_360)
        return JournaledService(twin, recorder: JournalRecorder(journal, origin: origin, now: { now }, tell: tell))
    }

    @Test func whatChangesIsWrittenDownFieldByField() async throws {
        let journal = MemoryJournal()
        let service = service(InMemorySpacesService(spaces: [mars]), journal)
        _ = try await service.account()
        _ = try await service.edit(SpaceEdit(name: "Venus", limit: .unlimited), startingFrom: mars)
        let entry = try #require(journal.read().entries.first)
        #expect(
            entry.changes == [
                .init("name", before: "Mars", after: "Venus"), .init("quota", before: "1 GB", after: "unlimited"),
            ])
        #expect(entry.outcome == .done && entry.space == "Mars" && entry.spaceID == "a$mars" && entry.finished != nil)
        #expect(entry.user == "admin" && entry.profile == "production" && entry.server == "cloud.example.org")
    }

    @Test func everyWriteIsWrittenDownAndNoRead() async throws {
        let journal = MemoryJournal()
        let twin = InMemorySpacesService(spaces: [mars])
        let service = service(twin, journal)
        let made = try await service.create(SpaceDraft(name: "Apollo", limit: .unlimited))
        #expect(journal.read().entries.first?.spaceID == made.id.rawValue)
        try await service.disable(made)
        let disabled = try await service.space(made.id)
        _ = try await service.restore(disabled)
        try await service.disable(made)
        try await service.purge(disabled)
        _ = try await service.saveReadme(Array("# Mars".utf8), of: mars, replacing: nil)
        _ = try await service.spaces(SpaceQuery(), onProgress: nil)
        _ = try await service.people(matching: "a")
        let actions = journal.read().entries.reversed().map(\.action)
        #expect(actions.prefix(6) == [.create, .disable, .restore, .disable, .purge, .readme])
        #expect(actions.dropFirst(6).allSatisfy { $0 == .readme })
        #expect(journal.read().entries.allSatisfy { $0.outcome == .done })
    }

    @Test func whatWasRefusedAndWhatWasLostAreToldApart() async throws {
        let journal = MemoryJournal()
        let twin = InMemorySpacesService(spaces: [mars])
        let service = service(twin, journal)
        await twin.failNext(
            with: .make(
                .disable(name: nil), .notAllowed, reason: "this account may not", advice: "",
                details: .init(status: 403, requestID: "r-1")))
        await #expect(throws: SpacesFailure.self) { try await service.disable(mars) }
        await twin.failNext(
            with: .make(.disable(name: nil), .timedOut, reason: "no answer", advice: "", mayHaveHappened: true))
        await #expect(throws: SpacesFailure.self) { try await service.disable(mars) }
        let entries = journal.read().entries
        #expect(entries.map(\.outcome) == [.unknown, .notDone])
        #expect(entries.last?.requestID == "r-1")
        #expect(entries.last?.reason?.hasPrefix("Mars was not disabled: this account may not") == true)
    }

    /// A journal that keeps what was there when the program was killed in the middle of a change.
    @Test func theIntentIsThereBeforeTheChange() async throws {
        let journal = MemoryJournal()
        let seen = Mutex<[JournalEntry.Outcome]>([])
        let recorder = JournalRecorder(journal, origin: JournalOrigin(server: "s", user: "u")) { _ in }
        try await recorder.record(.disable, id: mars.id, name: mars.name) { () async throws(SpacesFailure) in
            seen.withLock { $0 = journal.read().entries.map(\.outcome) }
        }
        #expect(seen.withLock(\.self) == [.intended])
        #expect(journal.read().entries.map(\.outcome) == [.done])
    }

    @Test func aJournalThatCannotBeWrittenHoldsNothingBackAndIsToldOnce() async throws {
        struct Broken: Journal {
            var place: JournalPlace { .memory }
            func append(_ entry: JournalEntry) throws(JournalFailure) { throw JournalFailure("The disk is full.") }
            func read() -> JournalListing { JournalListing() }
        }
        let told = Mutex<[JournalFailure]>([])
        let twin = InMemorySpacesService(spaces: [mars])
        let service = service(twin, Broken()) { failure in told.withLock { $0.append(failure) } }
        try await service.disable(mars)
        _ = try await service.restore(try await service.space(mars.id))
        #expect(told.withLock(\.self) == [JournalFailure("The disk is full.")])
        #expect(await twin.stored.map(\.isDisabled) == [false])
    }
}
