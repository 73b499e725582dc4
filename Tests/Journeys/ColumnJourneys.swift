import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// The list as one wants to see it: order, columns, views, pins.
@Suite struct ColumnJourneys {
    @Test func sortsByQuotaAndThenByName() async throws {
        try await World.run(spaces: []) { world in
            try await world.make("Venus", limit: .bytes(ByteCount(5_000_000_000)))
            try await world.make("Apollo", limit: .bytes(ByteCount(5_000_000_000)))
            try await world.make("Mars", limit: .bytes(ByteCount(9_000_000_000)))
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("/").type("type:project").press(.enter)
            await journey.press("O").press("j", "j", "j", "j", .enter)
            await journey.press("O").press("g", " ", "O")
            journey.expect("NAME ▲2", "QUOTA▼1")
            journey.expectOrder("Mars", "Apollo", "Venus")
            await journey.press("I")
            journey.expect("QUOTA▲1")
            journey.expectOrder("Apollo", "Venus", "Mars")
            await journey.end()
        }
    }

    @Test func showsTheManagersInPlaceOfTheState() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            journey.expect("STATE").expectNo("MANAGERS")
            await journey.press("C", "j", "j", " ")
            for _ in 0..<7 { await journey.press("j") }
            await journey.press(" ", .enter)
            await journey.resize(Size(columns: 170, rows: 30))
            journey.expect("NAME", "MANAGERS").expectNo("STATE").expect("Apollo", "Dennis Ritchie")
            await journey.end()
        }
    }

    @Test func pansToTheColumnsThatDoNotFit() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL, size: Size(columns: 60, rows: 24))
            journey.expect("NAME", "USAGE", "›").expectNo("MODIFIED")
            for _ in 0..<8 { await journey.press(Key(.right)) }
            journey.expect("NAME", "‹", "MODIFIED").expect("Mars Mission")
            await journey.end()
        }
    }

    @Test func columnsOrderPinsAndFiltersAreThereTheNextTime() async throws {
        try await World.run { world in
            let memory = temporaryMemory()
            let profile = Profile(name: "work")
            let first = try await Journey("admin", at: world.baseURL, profile: profile, memory: memory)
            await first.find("venus").press("b", .escape, "O", "j", "j", "j", .enter, "C", "j", " ", "j", " ", .enter)
            await first.end()
            let second = try await Journey("admin", at: world.baseURL, profile: profile, memory: memory)
            second.expect("NAME", "USED▼", "QUOTA").expectNo("STATE").expect("Venus ◆")
            second.expectOrder("Venus ◆", "Apollo")
            await second.press("/", .up)
            second.expect("/ venus", "1 of 8")
            await second.end()
            let other = try await Journey("admin", at: world.baseURL, profile: Profile(name: "other"), memory: memory)
            other.expect("NAME ▲", "STATE").expectNo("Venus ◆")
            await other.end()
        }
    }

    @Test func aViewIsSavedAndAppliedInAnotherWindow() async throws {
        try await World.run { world in
            let memory = temporaryMemory()
            let journey = try await Journey("admin", at: world.baseURL, memory: memory)
            await journey.press("/").type("type:project").press(.enter).press(">", "'", "n")
            await journey.type("Projects").press(.enter, .escape)
            journey.expect("view Projects")
            await journey.press("0")
            journey.expectNo("view Projects").expectNo("/ type:project")
            await journey.press("1")
            journey.expect("view Projects").expect("/ type:project", "3 of 8")
            await journey.end()
            let other = try await Journey("admin", at: world.baseURL, memory: memory)
            await other.press("'")
            other.expect("1  Projects", "type:project")
            await other.press(.enter)
            other.expect("view Projects").expect("3 of 8")
            await other.press("'", "d", "y").press(.escape)
            await other.end()
            #expect(memory.views().0.all.isEmpty)
        }
    }

    @Test func aDamagedFileIsToldAndTheRestCounts() async throws {
        try await World.run { world in
            let folder = NSTemporaryDirectory() + "spaces-journey-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("sort: name descending\ncolumns: name, modifed\n".utf8).write(
                to: URL(filePath: folder + "/work.yaml"))
            let memory = ListMemory(folder: folder, viewsPath: nil)
            let journey = try await Journey("admin", at: world.baseURL, profile: Profile(name: "work"), memory: memory)
            journey.expect("/work.yaml:2: there is no column modifed;")
            journey.expectOrder("Venus", "Mars Mission", "Apollo")
            await journey.end()
        }
    }

    private func temporaryMemory() -> ListMemory {
        let folder = NSTemporaryDirectory() + "spaces-journey-\(UUID().uuidString)"
        return ListMemory(folder: folder + "/lists", viewsPath: folder + "/views.yaml")
    }
}
