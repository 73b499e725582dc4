import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What was changed by mistake is taken back, and nothing of others with it.
@Suite struct UndoJourneys {
    @Test func takesBackOneChangeAfterTheOther() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("U")
            journey.expect("There is no change of this session on this server to undo.")
            await journey.find("mars").press("e").retype("Mars Colony").press(.enter)
            journey.expect("Mars Mission is called Mars Colony now. U undoes it.")
            await journey.press("e", .up).retype("7 GB").press(.enter, "D", "y")
            journey.expect("Mars Colony is disabled.")

            await journey.press("U")
            journey.expect("Restore space").expect("This undoes your last change.")
            await journey.press("y")
            journey.expect("Mars Colony is restored. U goes further back.")
            await journey.press("U")
            journey.expect("Undo").expect("quota", "7 GB → 1 GB")
            #expect(try await world.stored("Mars Colony")?.quota == 7_000_000_000)
            await journey.press("y")
            journey.expect("Undone: Mars Colony has its earlier quota again. U goes further back.")
            #expect(try await world.stored("Mars Colony")?.quota == 1_000_000_000)
            await journey.press("U")
            journey.expect("name", "“Mars Colony” → “Mars Mission”")
            await journey.press("y")
            journey.expect("Undone: Mars Mission has its earlier name again.").expectNo("further back")
            #expect(try await world.stored("Mars Mission")?.isDisabled == false)
            await journey.press("U")
            journey.expect("There is no change of this session on this server to undo.")
            await journey.press("J")
            journey.expect("6 changes").expect("Mars Colony", "name: Mars Colony → Mars Mission", "✓ done")
            await journey.end()
        }
    }

    @Test("What was done to many spaces is taken back at once, but for what somebody else changed since")
    func takesARunBack() async throws {
        try await World.run { world in
            let venus = try await world.administrator.space(world.id(of: "Venus"))
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*", "x", "s").type("9 GB").press(.enter, "y")
            journey.expect("3 done")
            await journey.press(.escape)
            journey.expect("U undoes it.")
            let now = try await world.administrator.space(venus.id)
            _ = try await world.administrator.edit(
                SpaceEdit(limit: .bytes(ByteCount(11_000_000_000))), startingFrom: now)
            await journey.press("U")
            journey.expect("Undo: Set the quota to 9 GB").expect("Apollo", "9 GB", "1 GB")
            await journey.press("y")
            journey.expect("2 done, 1 not done").expect("✕ Venus")
            #expect(try await world.stored("Apollo")?.quota == 1_000_000_000)
            #expect(try await world.stored("Venus")?.quota == 11_000_000_000)
            await journey.end()
        }
    }

    @Test func enterSaysNo() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e").retype("Mars Colony").press(.enter, "U", .enter)
            journey.expect("Nothing was undone.")
            #expect(try await world.stored("Mars Colony") != nil)
            await journey.press("U", "y")
            #expect(try await world.stored("Mars Mission") != nil)
            await journey.end()
        }
    }

    @Test func whatSomeoneElseChangedSinceStays() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e").retype("Mars Colony").press(.enter)
            let space = try await world.administrator.space(world.id(of: "Mars Colony"))
            _ = try await world.administrator.edit(SpaceEdit(name: "Red Planet"), startingFrom: space)
            await journey.press("U", "y")
            journey.expect("Nothing was undone in Mars Colony: its name is “Red Planet” now, by someone else.")
            #expect(try await world.stored("Red Planet") != nil)
            await journey.press("U")
            journey.expect("There is no change of this session on this server to undo.")
            await journey.end()
        }
    }

    @Test func whatCannotBeUndoneSaysSoAndTheOneBeforeIsNext() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("venus").press("D", "y", "P").type("Venus").press(.enter)
            journey.expect("Venus was purged.")
            await journey.press("n").type("Pluto").press(.enter, "U")
            journey.expect("Pluto was created, which is not undone: disable and purge it instead. U goes further back.")
            await journey.press("U")
            journey.expect("Venus was purged, which cannot be undone.")
            await journey.end()
        }
    }
}
