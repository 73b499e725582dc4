import SpacesUI
import SpacesServer
import SpacesModel
import Terminal
import Testing

/// People who may do less than everything.
@Suite struct PermissionJourneys {
    @Test func aUserSeesOnlyTheirOwnAndMayNotCreate() async throws {
        try await World.run { world in
            let before = try await world.store.spaces()
            let journey = try await Journey("mary", at: world.baseURL)
            journey.expect("mary, User").expect("Mary Keller").expect("Shares").expectNo("Mars Mission")
            await journey.press("n")
            journey.expect("This account may not create spaces.").expectNo("New space")
            #expect(try await world.store.spaces() == before)
            await journey.end()
        }
    }

    @Test func anEditorChangesTheAliasAlone() async throws {
        try await World.run { world in
            _ = try await world.invite("mary", as: .editor, to: world.id(of: "Mars Mission"))
            let journey = try await Journey("mary", at: world.baseURL)
            await journey.find("mars").press("D")
            journey.expect("Only an admin or a manager of the space may disable it.")
            await journey.press("e")
            journey.expect("only an admin or a manager of the space may change it").expect(
                "this account may not set quotas")
            await journey.retype("project/red-planet").press(.enter)
            journey.expect("✓", "Mars Mission saved: alias.")
            let stored = try #require(try await world.stored("Mars Mission"))
            #expect(stored.alias == "project/red-planet" && !stored.isDisabled)
            await journey.end()
        }
    }

    @Test func aManagerWhoWasExpelledIsRefusedByTheServer() async throws {
        try await World.run { world in
            let id = try await world.id(of: "Mars Mission")
            let grant = try await world.invite("mary", as: .manager, to: id)
            let journey = try await Journey("mary", at: world.baseURL)
            await journey.find("mars")
            try await world.expel(grant, from: id)
            await journey.press("D", "y")
            journey.expect("✕").expectNo("is disabled")
            #expect(try await world.stored("Mars Mission")?.isDisabled == false)
            await journey.press("e").retype("Mine").press(.enter)
            journey.expect("Edit Mars Mission").expect("Mine").expect("✕")
            #expect(try await world.stored("Mine") == nil)
            await journey.end()
        }
    }

    @Test func aSpaceAdminMayNotSetTheQuotaOfAPersonalSpace() async throws {
        try await World.run { world in
            let journey = try await Journey("margaret", at: world.baseURL)
            await journey.find("Mary Keller").press("e")
            journey.expect("only an Admin may set the quota of a personal space")
            await journey.press(.escape, "D")
            journey.expect("Only an Admin may disable a personal space.")
            await journey.press(.escape).find("mars").press("e", .up).retype("2 GB").press(.enter)
            #expect(try await world.stored("Mars Mission")?.quota == 2_000_000_000)
            await journey.end()
        }
    }

    @Test func aWrongPasswordIsSaid() async throws {
        try await World.run { world in
            let journey = try await Journey("nobody", at: world.baseURL)
            journey.expect("The spaces could not be loaded").expect("status 401")
            #expect(journey.waits == nil, "it does not try again by itself")
            await journey.end()
        }
    }
}
