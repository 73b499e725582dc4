import Foundation
import Glibc
import SpacesModel
import Synchronization
import TestSupport
import Testing

@testable import SpacesClient

/// The file that changes are written to: private, whole, bounded.
@Suite struct JournalFileTests {
    private func entry(_ id: String, _ outcome: JournalEntry.Outcome = .intended, space: String = "Mars")
        -> JournalEntry
    {
        var entry = JournalEntry(
            id: id, time: Date(timeIntervalSince1970: 1_773_480_360.25),
            origin: JournalOrigin(profile: "production", server: "cloud.example.org", user: "ada"), action: .edit,
            spaceID: "a$b", space: space, changes: [.init("name", before: "Mars", after: "Venus")])
        entry.outcome = outcome
        return entry
    }

    private func lines(_ folder: String, _ name: String = JournalFile.name) throws -> [String] {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Lines of before tell no form: what they hold may have signs in it, and is only looked at.
    @Test func aLineOfBeforeIsReadAndTold() throws {
        let line =
            #"{"action":"edit","changes":[{"after":"a␊b","before":"a","field":"subtitle"}],"id":"1","#
            + #""outcome":"done","server":"cloud.example.org","space":"Mars","time":"2026-03-14T09:26:00Z","user":"ada"}"#
        let entry = try #require(JournalEntry(line: line.utf8))
        #expect(entry.format == nil && entry.changes.first?.after == "a␊b")
    }

    @Test func aLineTellsEverythingInWordsThatOtherProgramsRead() async throws {
        try await TemporaryFolder.with { folder in
            let journal = JournalFile(folder: folder + "/state/spaces")
            try await journal.append(entry("1"))
            let line = try #require(try lines(folder + "/state/spaces").first)
            #expect(
                line
                    == #"{"action":"edit","changes":[{"after":"Venus","before":"Mars","field":"name"}],"format":2,"id":"1","#
                    + #""outcome":"intended","profile":"production","server":"cloud.example.org","space":"Mars","#
                    + #""spaceID":"a$b","time":"2026-03-14T09:26:00.250Z","user":"ada"}"#)
            #expect(try await journal.read().entries == [entry("1")])
        }
    }

    @Test func onlyItsOwnerCanReadIt() async throws {
        try await TemporaryFolder.with { folder in
            try await JournalFile(folder: folder + "/state/spaces").append(entry("1"))
            #expect(TemporaryFolder.mode(of: folder + "/state/spaces") == 0o700)
            #expect(TemporaryFolder.mode(of: folder + "/state/spaces/" + JournalFile.name) == 0o600)
        }
    }

    /// What is about to be sent is on the disk before it is: the file with its line, and a new file in its folder.
    @Test func anIntentIsOnTheDiskBeforeItIsSent() async throws {
        try await TemporaryFolder.with { folder in
            let saved = Mutex<[Int]>([])
            let journal = JournalFile(folder: folder + "/spaces") { _ in
                let count = { () -> Int in
                    do {
                        return try String(contentsOfFile: folder + "/spaces/" + JournalFile.name, encoding: .utf8)
                            .split(separator: "\n").count
                    } catch {
                        return 0
                    }
                }()
                saved.withLock { $0.append(count) }
                return true
            }
            try await journal.append(entry("1"))
            #expect(saved.withLock(\.self) == [1, 1], "the file, and its folder")
            try await journal.append(entry("1", .done))
            #expect(saved.withLock(\.self).count == 2, "what came of it is looked up on the server")
            try await journal.append(entry("2"))
            #expect(saved.withLock(\.self) == [1, 1, 3])
            let broken = JournalFile(folder: folder + "/spaces") { _ in
                errno = EIO
                return false
            }
            await #expect(throws: JournalFailure.self) { try await broken.append(entry("3")) }
        }
    }

    @Test func whatOthersCanReadIsRefusedAndNotMended() async throws {
        try await TemporaryFolder.with { folder in
            let folder = folder + "/spaces"
            let file = folder + "/" + JournalFile.name
            let journal = JournalFile(folder: folder)
            try await journal.append(entry("1"))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
            await #expect(throws: JournalFailure("Others can read or write \(file): chmod 600 it.")) {
                try await journal.append(entry("2"))
            }
            await #expect(throws: JournalFailure.self) { try await journal.read() }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
            await #expect(
                throws: JournalFailure(
                    "Others can look into the folder \(folder), which only you should enter: chmod 700 it.")
            ) { try await journal.append(entry("3")) }
            #expect(try lines(folder).count == 1)
        }
    }

    @Test func aLinkIsNotFollowed() async throws {
        try await TemporaryFolder.with { folder in
            let folder = folder + "/spaces"
            let journal = JournalFile(folder: folder)
            try await journal.append(entry("1"))
            try FileManager.default.moveItem(atPath: folder + "/" + JournalFile.name, toPath: folder + "/elsewhere")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/" + JournalFile.name, withDestinationPath: folder + "/elsewhere")
            await #expect(throws: JournalFailure.self) { try await journal.append(entry("2")) }
            #expect(try lines(folder, "elsewhere").count == 1)
        }
    }

    @Test func theLastWordCountsAndTheNewestComesFirst() async throws {
        try await TemporaryFolder.with { folder in
            let journal = JournalFile(folder: folder + "/spaces")
            for line in [entry("1"), entry("2"), entry("1", .done), entry("3"), entry("2", .notDone)] {
                try await journal.append(line)
            }
            let entries = try await journal.read().entries
            #expect(entries.map(\.id) == ["3", "2", "1"])
            #expect(entries.map(\.outcome) == [.intended, .notDone, .done])
        }
    }

    @Test func aLineThatWasCutShortSpoilsNoOther() async throws {
        try await TemporaryFolder.with { folder in
            let folder = folder + "/spaces"
            let journal = JournalFile(folder: folder)
            try await journal.append(entry("1"))
            let handle = try #require(FileHandle(forWritingAtPath: folder + "/" + JournalFile.name))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(#"{"id":"2","ti"#.utf8))
            try handle.close()
            try await journal.append(entry("3"))
            let listing = try await journal.read()
            #expect(listing.entries.map(\.id) == ["3", "1"] && listing.unreadable == 1)
        }
    }

    @Test func aFullFileBecomesTheOneBefore() async throws {
        try await TemporaryFolder.with { folder in
            let folder = folder + "/spaces"
            let journal = JournalFile(folder: folder, sizeLimit: 2000)
            for number in 1...30 { try await journal.append(entry("\(number)", .done)) }
            let kept = try await journal.read().entries.map(\.id)
            #expect(kept.first == "30" && kept.count < 30 && kept == kept.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) })
            for name in [JournalFile.name, JournalFile.earlierName] {
                #expect(try lines(folder, name).joined(separator: "\n").utf8.count < 2000)
                #expect(TemporaryFolder.mode(of: folder + "/" + name) == 0o600)
            }
        }
    }

    @Test func manyAtOnceAppendWholeLines() async throws {
        try await TemporaryFolder.with { folder in
            let folder = folder + "/spaces"
            let names = (1...200).map { "\($0)" }
            await withThrowingTaskGroup(of: Void.self) { group in
                for name in names {
                    group.addTask {
                        // Each as a program of its own would.
                        try await JournalFile(folder: folder).append(
                            entry(name, space: String(repeating: "ä", count: 300)))
                    }
                }
            }
            let listing = try await JournalFile(folder: folder).read()
            #expect(Set(listing.entries.map(\.id)) == Set(names) && listing.unreadable == 0)
        }
    }

    @Test func textsOfTheFileAreMadeSafe() async throws {
        try await TemporaryFolder.with { folder in
            let journal = JournalFile(folder: folder + "/spaces")
            try await journal.append(entry("1", space: "Mars\u{1B}[2J"))
            #expect(try await journal.read().entries.map(\.space) == ["Mars\u{1B}[2J"])
        }
    }
}
