import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What went wrong can be read again, with the requests around it.
@Suite struct ErrorLogJourneys {
    @Test func showsEveryRequestAndWhatWentWrong() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL, size: Size(columns: 160, rows: 40))
            await journey.press("!")
            journey.expect("Error log").expect("GET", "/graph/v1.0/me", "→ 200", " ms").expect(
                "GET", "/drives", "→ 200")
            await journey.press("e")
            journey.expect("Nothing matches").expect("e shows everything")
            await journey.press(.escape).find("venus").press("D")
            let venus = try await world.administrator.space(world.id(of: "Venus"))
            try await world.administrator.disable(venus)
            try await world.administrator.purge(world.administrator.space(venus.id))
            await journey.press("y")
            journey.expect("✕", "Venus was not disabled").expect("Details: !")
            await journey.press("!", "e")
            journey.expect("GET", "/drives/", "→ 404").expect("✕", "Venus was not disabled: ").expectNo("→ 200")
            await journey.press("/").type("purged")
            journey.expect("0 of ")
            await journey.press(.escape, .escape)
            journey.expectNo("Error log").expect("venus")
            await journey.end()
        }
    }

    @Test func staysAtTheNewestWhileMoreArrives() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL, size: Size(columns: 80, rows: 10))
            for _ in 0..<5 { await journey.press(.control("r")) }
            await journey.press("!")
            journey.expectNo("newer below").expectNo("/graph/v1.0/me ")
            await journey.press("g")
            journey.expect("newer below").expect("/graph/v1.0/me ")
            await journey.press("G")
            journey.expectNo("newer below").expectNo("/graph/v1.0/me ")
            await journey.end()
        }
    }
}
