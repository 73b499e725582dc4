import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// Doing things without knowing their keys, and taking them elsewhere.
@Suite struct PaletteJourneys {
    @Test func disablesASpaceByTypingWhatToDo() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press(":").type("disab")
            journey.expect("disable", "Disable the space").expect("Enter perform")
            await journey.press(.enter)
            journey.expect("Disable space").expect("Mars Mission")
            #expect(try await world.stored("Mars Mission")?.isDisabled == false, "the question comes first")
            await journey.press("y")
            #expect(try await world.stored("Mars Mission")?.isDisabled == true)
            await journey.press(":").type("disable")
            journey.expect("disable", "not now: Mars Mission is disabled already")
            await journey.end()
        }
    }

    @Test func createsASpaceWithAKeyOfOnesOwn() async throws {
        try await World.run { world in
            let keymap = Keymap.standard.choosing([KeyChoice("create", ["F7"]), KeyChoice("quit", ["Q"])]).keymap
            let journey = try await Journey("admin", at: world.baseURL, keymap: keymap)
            journey.expect("F7 new").expect("Q quit")
            await journey.press("n")
            journey.expect("n has no meaning here. ? shows all keys.")
            await journey.press(Key(.function(7))).type("Pluto").press(.enter)
            #expect(try await world.stored("Pluto") != nil)
            await journey.end()
        }
    }

    @Test func findsACommandInTheHelpAndPerformsIt() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("?", "/").type("create")
            journey.expect("Create a space").expectNo("Quit")
            await journey.press(.enter, .enter).type("Pluto").press(.enter)
            #expect(try await world.stored("Pluto") != nil)
            await journey.end()
        }
    }

    @Test func copiesTheIdAsTheServerKnowsIt() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            let id = try await world.id(of: "Venus").rawValue
            await journey.find("venus").press("y")
            // The line has no room for all of it.
            journey.expect("Copy").expect("i", "id", String(id.prefix(36)))
            await journey.press("i")
            let sent = Clipboard().sequence(for: id)
            #expect(journey.takeRequest() == sent.map { .send($0) })
            journey.expect("The id of Venus was sent to the terminal's clipboard. Not every terminal takes it.")
            await journey.end()
        }
    }

    @Test func seesTheWebAddressAndItsCodeWhereNoBrowserIs() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("venus").press("o")
            journey.expect("Web address").expect(world.baseURL)
            await journey.press("r")
            journey.expectNo("Web address").expect("█▀▀▀▀▀█")
            await journey.end()
        }
    }
}
