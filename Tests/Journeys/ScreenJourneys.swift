import SpacesUI
import SpacesClient
import SpacesModel
import SpacesServer
import Terminal
import Testing

/// A large list on changing screens, from the start to the end of the program.
@Suite struct ScreenJourneys {
    @Test func findsItsWayThroughAThousandSpaces() async throws {
        var configuration = World.configuration
        configuration.sample = SampleOrder(count: 1000)
        try await World.run(spaces: ["Needle in the hay"], configuration) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            let client = try World.client(of: "admin", at: world.baseURL)
            let count = try await client.spaces(SpaceQuery(), onProgress: nil).spaces.count
            await client.shutdown()
            #expect(count > 1000 && count < 2000)
            journey.expect("1,\(String(count).dropFirst()) spaces")
            await journey.press("G", "k", " ", "g")
            await journey.press("/").type("needle")
            journey.expect("1 of ").expect("▌ Needle in the hay")
            await journey.press(.enter, .escape)
            journey.expect("▌ Needle in the hay")
            await journey.end()
        }
    }

    @Test func keepsTheSpaceInViewWhenTheTerminalShrinks() async throws {
        var configuration = World.configuration
        configuration.sample = SampleOrder(count: 200)
        try await World.run(spaces: ["Middle"], configuration) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("Middle").press(.escape)
            for size in [Size(columns: 40, rows: 8), Size(columns: 200, rows: 60), Size(columns: 80, rows: 24)] {
                await journey.resize(size)
                journey.expect("▌ Middle")
            }
            await journey.end()
        }
    }

    @Test func anEmptyFilterResultSaysHowToGoOn() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("/").type("pluto")
            journey.expect("Nothing matches pluto").expect("0 of 8")
            await journey.press(.escape)
            journey.expect("Mars Mission")
            await journey.end()
        }
    }

    @Test func listsOnlyTheSpacesThatOneIsAMemberOf() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            journey.expect("Mars Mission")
            await journey.press("m")
            journey.expect("mine: 2 spaces").expect("Ada Admin").expectNo("Mars Mission")
            await journey.press("m")
            journey.expect("Mars Mission").expectNo("mine:")
            await journey.end()
            let ordinary = try await Journey("mary", at: world.baseURL)
            await ordinary.press("m")
            ordinary.expect("This account sees only the spaces that it is a member of.")
            await ordinary.end()
        }
    }

    @Test func saysThatAKeyHasNoMeaning() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("z")
            journey.expect("z has no meaning here. ? shows all keys.").expect("▌ Ada Admin")
            await journey.end()
        }
    }

    @Test func quits() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            #expect(journey.takeRequest() == nil)
            await journey.press("q")
            #expect(journey.takeRequest() == .quit(0))
            await journey.end()
        }
    }
}
