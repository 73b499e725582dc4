import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// A readme that is read, edited and saved, also by two people at once.
@Suite struct ReadmeJourneys {
    /// A world in which the person at the program manages Mars Mission.
    private func run(_ story: @Sendable (World, Journey) async throws -> Void) async throws {
        try await World.run { world in
            _ = try await world.invite("admin", as: .manager, to: world.id(of: "Mars Mission"))
            let home = FileManager.default.temporaryDirectory.appending(path: "journey-\(UUID())").path(
                percentEncoded: false)
            let journey = try await Journey(
                "admin", at: world.baseURL, drafts: Drafts(environment: ["HOME": home, "EDITOR": "edit"]))
            try await story(world, journey)
            await journey.end()
            if FileManager.default.fileExists(atPath: home) { try FileManager.default.removeItem(atPath: home) }
        }
    }

    private func write(_ text: String, to world: World) async throws {
        let space = try await world.administrator.space(world.id(of: "Mars Mission"))
        let now = try await world.administrator.read(.readme, of: space)
        _ = try await world.administrator.saveReadme(Array(text.utf8), of: space, replacing: now)
    }

    private func text(in world: World) async throws -> String {
        let space = try await world.administrator.space(world.id(of: "Mars Mission"))
        return String(decoding: try await world.administrator.read(.readme, of: space).bytes, as: UTF8.self)
    }

    @Test func isShownBesideTheListAndInFullOnThePage() async throws {
        try await run { world, journey in
            try await write("# Mars Mission\n\nAll about **rovers**.\n\n- [x] launch\n", to: world)
            await journey.press(.control("r")).find("mars")
            journey.expect("All about rovers.").expect("[✓] launch")
            await journey.press(.tab, "G")
            journey.expect("All about rovers.")
        }
    }

    @Test func isEditedInTheEditorOfThePerson() async throws {
        try await run { world, journey in
            await journey.find("mars")
            let path = try await journey.edit {
                #expect($0.hasPrefix("Here you can add"))
            } saving: {
                "# Rovers\n\nDust.\n"
            }
            journey.expect("✓", "The readme of Mars Mission is saved.").expect("Dust.")
            #expect(try await text(in: world) == "# Rovers\n\nDust.\n")
            #expect(!FileManager.default.fileExists(atPath: path), "the draft is gone")
        }
    }

    @Test func nothingIsSentWhereNothingChanged() async throws {
        try await run { world, journey in
            let before = try await world.stored("Mars Mission")
            await journey.find("mars")
            let path = try await journey.edit { _ in
            } saving: {
                nil
            }
            journey.expect("Nothing was changed in the readme of Mars Mission.")
            #expect(try await world.stored("Mars Mission") == before)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func nobodysTextIsLostWhereTwoEdit() async throws {
        try await run { world, journey in
            await journey.find("mars")
            let path = try await journey.edit { _ in
                try await write("Theirs.\n", to: world)
            } saving: {
                "Mine.\n"
            }
            journey.expect("Readme changed meanwhile").expect("- Theirs.").expect("+ Mine.")
            #expect(try await text(in: world) == "Theirs.\n")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "Mine.\n", "the draft is kept")
            await journey.press("m")
            journey.expect("✓", "The readme of Mars Mission is saved.")
            #expect(try await text(in: world) == "Mine.\n")
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func aFullSpaceKeepsTheDraft() async throws {
        try await run { world, journey in
            let seen = try await world.administrator.space(world.id(of: "Mars Mission"))
            _ = try await world.administrator.edit(SpaceEdit(limit: .bytes(ByteCount(47_280))), startingFrom: seen)
            await journey.find("mars")
            let path = try await journey.edit { _ in
            } saving: {
                String(repeating: "Long. ", count: 400)
            }
            journey.expect("✕", "The readme of Mars Mission was not saved").expect("Your text is kept in")
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }
}

extension Journey {
    /// Presses the key, acts as the editor, and returns where the draft was.
    func edit(
        _ meanwhile: (String) async throws -> Void, saving text: () -> String?,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        await press("E")
        guard case .run(let command)? = takeRequest() else {
            Issue.record("no editor was asked for:\n\(self.text)", sourceLocation: location)
            return ""
        }
        let path = try #require(command.words.last)
        #expect(command.words.first == "edit")
        try await meanwhile(try String(contentsOfFile: path, encoding: .utf8))
        if let text = text() { try text.write(toFile: path, atomically: false, encoding: .utf8) }
        await finishCommand(.exited(status: 0))
        return path
    }
}
