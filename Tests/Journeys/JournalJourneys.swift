import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What was changed can be looked up, also by another run of the program.
@Suite struct JournalJourneys {
    /// A world with a folder for journals.
    private func run(_ story: @Sendable (World, JournalFile, _ folder: String) async throws -> Void) async throws {
        try await World.run { world in
            let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID())").path(
                percentEncoded: false)
            try await story(world, JournalFile(folder: folder), folder)
            if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
        }
    }

    @Test func showsWhatWasChangedFromWhatToWhat() async throws {
        try await run { world, journal, _ in
            let journey = try await Journey("admin", at: world.baseURL, journal: journal)
            await journey.press("J")
            journey.expect("No changes yet").expect("What you change with this program is written down here.")
            await journey.press(.escape).find("mars").press("e").retype("Mars Colony").press(.enter)
            await journey.find("venus").press("D", "y").press("J")
            journey.expect("Journal", "journal.jsonl", "2 changes")
            journey.expect("▌", "Venus", "enabled → disabled", "✓ done")
            journey.expect("Mars Mission", "name: Mars Mission → Mars Colony", "✓ done")
            await journey.press("/").type("col")
            journey.expect("/", "col", "1 of 2").expect("name: Mars Mission → Mars Colony").expectNo(
                "enabled → disabled")
            await journey.type("ony").press(.enter)
            journey.expect("1 of 2").expectNo("enabled → disabled")
            await journey.press(.enter)
            journey.expect("Change Mars Mission").expect("Name", "Mars Mission → Mars Colony").expect("User", "admin")
            journey.expect("Id", try await world.id(of: "Mars Colony").rawValue).expect("Request id", "-")
            await journey.press(.escape, .escape, .escape)
            journey.expect("▌ Venus")
            await journey.end()
        }
    }

    @Test func anotherRunReadsItAndAWordOfTheServerIsKept() async throws {
        try await run { world, journal, _ in
            let first = try await Journey("mary", at: world.baseURL, journal: journal)
            _ = try await world.invite("mary", as: .manager, to: world.id(of: "Venus"))
            await first.press(.control("r")).find("venus").press("e").retype("Morning Star").press(.enter)
            await first.end()
            let second = try await Journey("admin", at: world.baseURL, journal: journal)
            await second.press("J")
            second.expect("Venus", "name: Venus → Morning Star", "✓ done")
            await second.press(.enter)
            second.expect("User", "mary")
            await second.end()
        }
    }

    @Test func aChangeThatFailedSaysWhy() async throws {
        try await run { world, journal, _ in
            let journey = try await Journey("admin", at: world.baseURL, journal: journal)
            await journey.find("venus").press("D")
            try await world.administrator.disable(world.administrator.space(world.id(of: "Venus")))
            try await world.administrator.purge(world.administrator.space(world.id(of: "Venus")))
            await journey.press("y", "J")
            journey.expect("Venus", "enabled → disabled", "✕ not done")
            await journey.press(.enter)
            journey.expect("Venus was not disabled: ")
            await journey.end()
        }
    }

    @Test func aChangeIsMadeAlsoWhereItCannotBeWrittenDown() async throws {
        try await run { world, journal, folder in
            let journey = try await Journey("admin", at: world.baseURL, journal: journal)
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            await journey.find("venus").press("D", "y")
            journey.expect("Venus is disabled.").expect("The change is not in the journal.").expect("chmod 700 it.")
            #expect(try await world.stored("Venus")?.isDisabled == true)
            await journey.press("R", "y")
            journey.expect("Venus is restored.").expectNo("journal")
            await journey.press("J")
            journey.expect("The journal could not be read").expect("chmod 700 it.")
            await journey.end()
        }
    }
}
