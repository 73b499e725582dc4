import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import TestSupport
import Testing
import Texts

/// Texts of any characters, from the server to the screen and back to its last byte.
@Suite(.timeLimit(.minutes(30))) struct TextJourneys {
    /// Whatever a name and a subtitle are made of: one letter is added to each, and undoing brings the bytes back.
    @Test func anyTextSurvivesAnEditAndItsUndoing() async throws {
        let seed = UInt64.random(in: 0...(.max))
        try await World.run(spaces: ["Any"]) { world in
            var random = SeededRandom(seed: seed)
            let id = try await world.id(of: "Any")
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project")
            for round in 1...20 {
                let given = AnyText.make(upTo: 254, without: SpaceRules.forbiddenInName, using: &random)
                let name = SpaceRules.trimmed(given)
                if name.isEmpty { continue }
                let subtitle = AnyText.make(upTo: 255, using: &random)
                let comment: Comment = """
                    seed \(seed), round \(round): \(Array(name.unicodeScalars)), \(Array(subtitle.unicodeScalars))
                    """
                let before = try await world.administrator.space(id)
                _ = try await world.administrator.edit(
                    SpaceEdit(name: given, subtitle: subtitle), startingFrom: before)
                try await world.expectStored(name, subtitle, comment)
                await journey.press(.control("r"), "e", Key(.end)).type("X").press(.tab, Key(.end)).type("Y")
                await journey.press(.enter)
                try await world.expectStored(name + "X", subtitle + "Y", comment)
                await journey.press("U", "y")
                try await world.expectStored(name, subtitle, comment)
            }
            await journey.end()
        }
    }

    /// The two lines of a subtitle are one line with a sign in the form, and two again on the server.
    @Test func aLineBreakStaysWhereItWas() async throws {
        try await World.run(spaces: ["Mars"]) { world in
            try await world.describe("Mars", "first line\nsecond line")
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("Mars").press("e", .tab)
            journey.expect("Subtitle", "first line␊second line").expect("nothing changed yet")
            await journey.press(Key(.end)).type(" X").press(.enter)
            #expect(try await world.stored("Mars")?.description == "first line\nsecond line X")
            await journey.press("U")
            journey.expect("“first line␊second line X” →")
            await journey.press("y")
            #expect(try await world.stored("Mars")?.description == "first line\nsecond line")
            // Deleted, it is one place.
            await journey.press("e", .tab, Key(.home))
            for _ in 0..<10 { await journey.press(Key(.right)) }
            await journey.press(Key(.delete)).type(" ").press(.enter)
            #expect(try await world.stored("Mars")?.description == "first line second line")
            await journey.end()
        }
    }

    @Test func renamingByAPatternKeepsWhatIsNotSeen() async throws {
        let name = "שלום\u{200F} 1"
        try await World.run(spaces: [name]) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("x", "n")
            await journey.press(.tab).type("{name} 2026")
            journey.expect("שלום⟨200F⟩ 1", "→", "שלום⟨200F⟩ 1 2026")
            await journey.press(.enter, "y")
            let stored = try await world.store.spaces().first { $0.type == .project }
            #expect(stored?.name.isExactly(name + " 2026") == true)
            await journey.end()
        }
    }

    /// One letter kept in two ways is two names: renaming is a change, the confirmation wants the very one, and none is the
    /// other's twin.
    @Test func theTwoWaysOfALetterAreTwoNames() async throws {
        let (composed, decomposed) = ("Caf\u{E9}", "Cafe\u{301}")
        try await World.run(spaces: [composed]) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("e").retype(decomposed)
            journey.expect("Enter saves 1 change")
            await journey.press(.enter)
            #expect(try await world.store.spaces().contains { $0.name.isExactly(decomposed) })
            await journey.press("n").type(composed)
            journey.expectNo("another space has this name")
            await journey.retype(decomposed)
            journey.expect("another space has this name")
            await journey.press(.escape, "y", "D", "y", "P").type(composed).press(.enter)
            journey.expect("that is neither its name nor the end of its id")
            await journey.retype(decomposed).press(.enter)
            journey.expect("was purged")
            #expect(try await !world.store.spaces().contains { $0.type == .project })
            await journey.end()
        }
    }

    @Test func theLineModePrintsSignsAndKeepsTheText() async throws {
        let name = "red\u{1B}[31m\u{9B}2J\u{202E}\u{2068}name"
        try await World.run(spaces: [name]) { world in
            let subtitle = "first\r\nspaces> purge everything"
            try await world.describe(name, subtitle)
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list type:project", "show 1", "copy 1 json", "mark 1", "rename marked {name}!", "yes",
                    "undo", "yes", "quit",
                ])
            heard.expect("1. red␛[31m⟨9B⟩2J⟨202E⟩⟨2068⟩name, project")
            heard.expect("subtitle: first␍␊spaces> purge everything")
            heard.expect(
                #""name": "red\u001b[31m\u009b2J\u202e\u2068name", "subtitle": "first\r\nspaces> purge everything""#)
            #expect(
                heard.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control },
                "\(heard.text)")
            let stored = try await world.store.spaces().first { $0.type == .project }
            #expect(stored?.name.isExactly(name) == true && stored?.description.isExactly(subtitle) == true)
        }
    }

    /// What is written down of a change is what the server had, to the last byte.
    @Test func theJournalHasTheTextsAsTheyWere() async throws {
        try await World.run(spaces: ["Mars"]) { world in
            let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID())")
                .path(percentEncoded: false)
            defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
            try await world.describe("Mars", "Cafe\u{301}\r\n\u{200F}")
            let file = JournalFile(folder: folder)
            let journey = try await Journey("admin", at: world.baseURL, journal: file)
            await journey.find("Mars").press("e", .tab, Key(.end)).type("X").press(.enter)
            let entry = try #require(try await file.read().entries.first)
            let change = try #require(entry.changes.first)
            #expect(change.before?.isExactly("Cafe\u{301}\r\n\u{200F}") == true)
            #expect(change.after?.isExactly("Cafe\u{301}\r\n\u{200F}X") == true)
            #expect(entry.format == JournalEntry.exactFormat)
            await journey.end()
        }
    }
}

extension World {
    /// Sets a subtitle behind the program's back.
    fileprivate func describe(_ name: String, _ subtitle: String) async throws {
        let space = try await administrator.space(id(of: name))
        _ = try await administrator.edit(SpaceEdit(subtitle: subtitle), startingFrom: space)
    }

    /// Expects that the only project has these texts, byte by byte.
    fileprivate func expectStored(_ name: String, _ subtitle: String, _ comment: Comment) async throws {
        let stored = try #require(try await store.spaces().first { $0.type == .project })
        #expect(stored.name.isExactly(name), comment)
        #expect(stored.description.isExactly(subtitle), comment)
    }
}
