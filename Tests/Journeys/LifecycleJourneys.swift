import SpacesUI
import SpacesClient
import SpacesServer
import SpacesModel
import Terminal
import Testing

/// Taking spaces away and bringing them back.
@Suite struct LifecycleJourneys {
    @Test func disablesAndRestores() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("D")
            journey.expect("Disable space").expect("Nobody will reach its content until it is restored.")
            #expect(try await world.stored("Mars Mission")?.isDisabled == false)
            await journey.press("y")
            journey.expect("✓", "Mars Mission is disabled. R restores it.").expect("▌ Mars Mission", "disabled")
            #expect(try await world.stored("Mars Mission")?.isDisabled == true)
            await journey.press("R", "y")
            journey.expect("✓", "Mars Mission is restored.").expectNo("▌ Mars Mission", "disabled")
            journey.expect("47.3 kB")
            #expect(try await world.stored("Mars Mission")?.isDisabled == false)
            await journey.end()
        }
    }

    @Test(arguments: [.enter, .escape, "n"] as [Key])
    func anythingButYesDisablesNothing(answer: Key) async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("D", answer)
            journey.expect("Mars Mission was left as it is.")
            #expect(try await world.stored("Mars Mission")?.isDisabled == false)
            await journey.end()
        }
    }

    @Test func purgesOnlyByTheRightName() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("P")
            journey.expect("Only a disabled space can be purged: disable it first.")
            await journey.press("D", "y", "P")
            journey.expect("Purge space for ever").expect("The space and all its files are deleted.")
            await journey.type("Mars").press(.enter)
            journey.expect("! that is neither its name nor the end of its id")
            #expect(try await world.stored("Mars Mission") != nil)
            await journey.type(" Mission").press(.enter)
            journey.expect("✓", "Mars Mission was purged.").expect("0 of 7")
            #expect(try await world.stored("Mars Mission") == nil)
            #expect(try await world.store.spaces().count == 6, "two other projects and four personal spaces are left")
            await journey.press(.escape)
            journey.expect("Apollo").expect("Venus").expectNo("Mars Mission")
            await journey.end()
        }
    }

    @Test func aSpaceThatIsGoneMeanwhileIsSaidToBeGone() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e").retype("Mars Colony")
            let id = try await world.id(of: "Mars Mission")
            try await world.administrator.disable(world.administrator.space(id))
            try await world.administrator.purge(world.administrator.space(id))
            await journey.press(.enter)
            journey.expect("Edit Mars Mission").expect("Mars Colony").expect("✕")
            #expect(try await world.stored("Mars Colony") == nil)
            await journey.press(.escape, "y", .escape, .control("r"))
            journey.expectNo("Mars Mission").expect("Apollo")
            await journey.end()
        }
    }
}
