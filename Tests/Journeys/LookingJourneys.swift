import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// An administrator looks closely, and at everything at once.
@Suite struct LookingJourneys {
    private func run(_ story: @Sendable (Journey) async throws -> Void) async throws {
        try await World.run { world in
            _ = try await world.invite("admin", as: .viewer, to: world.id(of: "Mars Mission"))
            let journey = try await Journey("admin", at: world.baseURL)
            try await story(journey)
            await journey.end()
        }
    }

    @Test func theSummaryLeadsToTheSpacesItCounts() async throws {
        try await run { journey in
            await journey.press("s")
            journey.expect("Summary of").expect("Storage").expect("allotted").expect("Fullest")
            // Below what is used and allotted, and the spaces that have no limit, stand the states: all others have room.
            await journey.press("j", .enter)
            journey.expectNo("Summary of").expect("/ quota>=1B !unlimited:").expect("Mars Mission")
            await journey.press(.escape, "s", "j", "j", "j", .enter)
            journey.expect("/ state:normal").expect("Mars Mission")
        }
    }

    @Test func theAnswerOfTheServerIsShownAndSearched() async throws {
        try await run { journey in
            await journey.find("mars mission").press(.tab, Key(.left))
            journey.expect("[JSON]").expect("\"driveType\": \"project\"")
            await journey.press("/").type("webdavurl").press(.enter)
            journey.expect("\"webDavUrl\"")
        }
    }

    @Test func theSidesOfASpaceAreOneKeyApart() async throws {
        try await run { journey in
            await journey.find("mars mission").press(.tab)
            journey.expect("[Overview]").expect("alias")
            await journey.press(.tab)
            journey.expect("[Members]").expect("1 manager")
            await journey.press(.tab)
            journey.expect("[Quota]").expect("it begins at 90 %")
            await journey.press(.tab)
            journey.expect("[Readme]").expect("Here you can add")
            await journey.press("q")
            journey.expectNo("[Readme]").expect("NAME")
        }
    }

    @Test func whatSomebodyElseChangedIsMarkedAndTheCursorStays() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars mission")
            let venus = try await world.administrator.space(world.id(of: "Venus"))
            _ = try await world.administrator.edit(SpaceEdit(name: "Aphrodite"), startingFrom: venus)
            await journey.press(.escape, .control("r"))
            journey.expect("~Aphrodite").expect("▌ Mars Mission").expectNo("~Mars Mission")
            await journey.end()
        }
    }
}
