import Foundation
import Glibc
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
        return String(
            decoding: try #require(try await world.administrator.read(.readme, of: space)).bytes, as: UTF8.self)
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

    /// A server that names no readme, although the file is there: the text is offered, and saved over what is there.
    @Test func aReadmeThatTheServerLeavesOutIsEdited() async throws {
        try await run { world, journey in
            let space = try await world.administrator.create(SpaceDraft(name: "Quiet"))
            _ = try await world.invite("admin", as: .manager, to: space.id)
            _ = try await world.administrator.write(Array("# There\n".utf8), as: .readme, of: space, replacing: nil)
            await journey.press(.control("r")).find("quiet")
            await journey.press(.tab)
            journey.expect("There")
            await journey.press("q")
            _ = try await journey.edit {
                #expect($0 == "# There\n")
            } saving: {
                "# Kept\n"
            }
            journey.expect("✓", "The readme of Quiet is saved.")
            let now = try await world.administrator.space(space.id)
            #expect(now.special(.readme)?.name == "readme.md")
        }
    }

    @Test func aReadmeThatIsReallyMissingIsBegun() async throws {
        try await run { world, journey in
            let space = try await world.administrator.create(SpaceDraft(name: "Quiet"))
            _ = try await world.invite("admin", as: .manager, to: space.id)
            await journey.press(.control("r")).find("quiet")
            await journey.press(.tab, .tab, .tab, .tab)
            journey.expect("Quiet has no readme. E writes one.")
            await journey.press("q", "i")
            journey.expect("Quiet has no image.")
            await journey.press("q")
            _ = try await journey.edit {
                #expect($0 == "# Quiet\n")
            } saving: {
                "# Loud\n"
            }
            journey.expect("✓", "The readme of Quiet is saved.")
        }
    }

    /// What an editor can leave in the place of its file: what is told, and whether a draft stays.
    enum Leftover: CaseIterable {
        case nothing, emptiness, link, folder, pipe, tooMuch, latin

        var told: String {
            switch self {
            case .nothing: "edit deleted its file; nothing was saved."
            case .emptiness: "The text is empty, so nothing was saved."
            case .link: "The draft is a link now, so nothing was uploaded."
            case .folder, .pipe: "The draft is no plain file any more, so nothing was uploaded."
            case .tooMuch: "The draft has 300 kB, and at most 262.1 kB are stored: shorten it."
            case .latin: "The draft is not in UTF-8 any more, so nothing was uploaded."
            }
        }

        var isKept: Bool { self != .nothing && self != .emptiness }

        func put(at path: String) throws {
            try FileManager.default.removeItem(atPath: path)
            switch self {
            case .nothing: break
            case .emptiness: try Data().write(to: URL(filePath: path))
            case .link: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
            case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            case .pipe: #expect(mkfifo(path, 0o600) == 0)
            case .tooMuch: try Data(repeating: 0x61, count: 300_000).write(to: URL(filePath: path))
            case .latin: try Data([0x4D, 0xE4, 0x72, 0x73]).write(to: URL(filePath: path))
            }
        }
    }

    @Test(arguments: Leftover.allCases) func whatIsNoTextIsNotUploaded(_ leftover: Leftover) async throws {
        try await run { world, journey in
            let before = try await text(in: world)
            await journey.find("mars")
            let path = try await journey.edit { _ in
            } leaving: {
                try leftover.put(at: $0)
            }
            journey.expect(leftover.told)
            #expect(try await text(in: world) == before)
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            #expect(FileManager.default.fileExists(atPath: folder) == leftover.isKept)
        }
    }

    /// An editor that ends badly: what was typed stays, and nothing else does.
    @Test(arguments: [CommandEnding.exited(status: 1), .killed(signal: 9)])
    func anEditorThatEndsBadlyUploadsNothing(_ ending: CommandEnding) async throws {
        try await run { world, journey in
            let before = try await text(in: world)
            await journey.find("mars")
            let unchanged = try await journey.edit { _ in
            } leaving: { _ in
            } ending: {
                ending
            }
            journey.expect("so nothing was uploaded.")
            #expect(!FileManager.default.fileExists(atPath: unchanged))
            // What an editor keeps beside its file may be what was typed.
            let swapped = try await journey.edit { _ in
            } leaving: {
                try Data("typed".utf8).write(to: URL(filePath: $0 + ".swp"))
            } ending: {
                ending
            }
            journey.expect("so nothing was uploaded. What the editor left is beside")
            #expect(FileManager.default.fileExists(atPath: swapped + ".swp"))
            let typed = try await journey.edit { _ in
            } leaving: {
                try "Mine.".write(toFile: $0, atomically: false, encoding: .utf8)
            } ending: {
                ending
            }
            journey.expect("so nothing was uploaded. Your text is kept in")
            #expect(try String(contentsOfFile: typed, encoding: .utf8) == "Mine.")
            #expect(try await text(in: world) == before)
        }
    }

    @Test func aSpaceThatVanishesMeanwhileKeepsTheDraft() async throws {
        try await run { world, journey in
            await journey.find("mars")
            let path = try await journey.edit { _ in
                let seen = try await world.administrator.space(world.id(of: "Mars Mission"))
                try await world.administrator.disable(seen)
                try await world.administrator.purge(try await world.administrator.space(seen.id))
            } saving: {
                "Mine.\n"
            }
            journey.expect("The readme of Mars Mission was not saved: the space is gone").expect("Your text is kept in")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "Mine.\n")
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
        try await edit(meanwhile) { path in
            if let text = text() { try text.write(toFile: path, atomically: false, encoding: .utf8) }
        }
    }

    /// The same with an editor that does something to its file and ends somehow.
    func edit(
        _ meanwhile: (String) async throws -> Void, leaving leave: (_ path: String) throws -> Void,
        ending: () -> CommandEnding = { .exited(status: 0) }, at location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        await press("E")
        guard case .run(let command)? = takeRequest() else {
            Issue.record("no editor was asked for:\n\(self.text)", sourceLocation: location)
            return ""
        }
        let path = try #require(command.words.last)
        #expect(command.words.first == "edit")
        try await meanwhile(try String(contentsOfFile: path, encoding: .utf8))
        try leave(path)
        await finishCommand(ending())
        return path
    }
}
