import SpacesUI
import SpacesClient
import SpacesModel
import SpacesServer
import Terminal
import Testing

/// Finding a space and changing it, seen on the screen and in the server's own store.
@Suite struct EditingJourneys {
    @Test func findsASpaceAndRenamesIt() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            journey.expect("Apollo").expect("Mars Mission").expect("admin, Admin")
            await journey.press("/").type("mars")
            journey.expect("/", "mars", "1 of 8").expectNo("Apollo")
            await journey.press(.enter, "e")
            journey.expect("Edit Mars Mission").expect("nothing changed yet")
            await journey.retype("Mars Colony").press(.tab).retype("Dust and ice")
            journey.expect("Enter saves 2 changes")
            #expect(try await world.stored("Mars Colony") == nil)
            await journey.press(.enter)
            journey.expectNo("Edit Mars").expect("✓", "Mars Colony saved: name, subtitle.")
            journey.expect("▌ Mars Colony")
            let stored = try #require(try await world.stored("Mars Colony"))
            #expect(
                stored.description == "Dust and ice" && stored.alias == "project/mars-mission"
                    && stored.quota == 1_000_000_000)
            #expect(try await world.stored("Mars Mission") == nil)
            await journey.end()
        }
    }

    @Test func leavesAndChangesNothing() async throws {
        try await World.run { world in
            let before = try await world.store.spaces()
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e").retype("Never").press(.escape)
            journey.expect("Discard what you typed?").expect("y  discard", "n  keep editing")
            await journey.press("n")
            journey.expect("Name", "Never").expectNo("Discard")
            await journey.press(.escape, "y")
            journey.expectNo("Never").expect("▌ Mars Mission")
            await journey.press("e", .enter)
            journey.expect("Nothing was changed.")
            #expect(try await world.store.spaces() == before)
            await journey.end()
        }
    }

    @Test(arguments: ["-1", "1.5", "abc", "1000000000000000000000000000000"])
    func aWrongQuotaIsNotSent(text: String) async throws {
        try await World.run { world in
            let before = try await world.store.spaces()
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e", .up).retype(text).press(.enter)
            journey.expect("Edit Mars Mission").expect("not sent: ").expect(text)
            #expect(try await world.store.spaces() == before)
            await journey.retype("7 GB").press(.enter)
            journey.expect("✓", "quota 7 GB")
            #expect(try await world.stored("Mars Mission")?.quota == 7_000_000_000)
            await journey.end()
        }
    }

    /// The space holds 47,279 bytes.
    @Test func bringsTheQuotaIntoEveryState() async throws {
        // swift-format-ignore
        let states: [(typed: String, stored: Int64, row: [String])] = [
            ("60 kB",     60_000,          ["Mars Mission", "nearing", "47.3 kB", "60 kB", "78 %"]),
            ("50 kB",     50_000,          ["Mars Mission", "critical", "47.3 kB", "50 kB", "94 %", "!"]),
            ("47 kB",     47_000,          ["Mars Mission", "exceeded", "47.3 kB", "47 kB", "100 %", "✕"]),
            ("unlimited", 0,               ["Mars Mission", "no limit", "47.3 kB", "∞"]),
            ("1 TB",      1_000_000_000_000, ["Mars Mission", "47.3 kB", "1 TB", "0 %"]),
        ]
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL, size: Size(columns: 160, rows: 40))
            await journey.find("mars")
            for (typed, stored, row) in states {
                await journey.press("e", .up).retype(typed).press(.enter)
                journey.expect("✓", "quota \(typed)")
                #expect(journey.shows(row), "\(row)\n\(journey.text)")
                #expect(try await world.stored("Mars Mission")?.quota == stored)
            }
            await journey.end()
        }
    }

    @Test func createsASpace() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("n").type("Jupiter").press(.tab).type("A giant").press(.tab).type("3 GB").press(.enter)
            journey.expect("✓", "Jupiter was created.").expect("▌ Jupiter", "3 GB").expectNo("New space")
            let stored = try #require(try await world.stored("Jupiter"))
            #expect(stored.type == .project && stored.description == "A giant" && stored.quota == 3_000_000_000)
            #expect(stored.alias == "project/jupiter" && stored.used == 0)
            await journey.end()
        }
    }

    @Test func createsASpaceWithTheDefaultsOfTheServer() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("n").type("Saturn").press(.tab, .tab, .tab, " ", .enter)
            journey.expect("✓", "Saturn was created.")
            let stored = try #require(try await world.stored("Saturn"))
            #expect(stored.quota == 1_000_000_000 && stored.used == 47_279, "the template is in it")
            await journey.end()
        }
    }

    @Test func keepsWithinTheLargestQuotaOfTheServer() async throws {
        var configuration = World.configuration
        configuration.maxQuota = 5_000_000_000
        try await World.run(configuration) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e", .up).retype("6 GB").press(.enter)
            journey.expect("! this server allows at most 5 GB")
            #expect(try await world.stored("Mars Mission")?.quota == 1_000_000_000)
            await journey.retype("5 GB").press(.enter)
            #expect(try await world.stored("Mars Mission")?.quota == 5_000_000_000)
            await journey.end()
        }
    }

    /// Two people edit the same space: base, theirs and mine are shown, the choice wins, and nothing is lost.
    @Test func choosesWhereSomeoneElseWasQuicker() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e").retype("Mars Colony").press(.tab).retype("Dust and ice")
            let seen = try await world.administrator.space(world.id(of: "Mars Mission"))
            _ = try await world.administrator.edit(
                SpaceEdit(name: "Mars Base", subtitle: "Red", limit: .bytes(ByteCount(7_000_000_000))),
                startingFrom: seen)
            await journey.press(.enter)
            journey.expect("Changed meanwhile: Mars Mission")
                .expect("Name", "Mars Mission", "? Mars Base", "? Mars Colony")
                .expect("Subtitle", "About Mars Mission", "? Red", "? Dust and ice")
                .expect("! undecided: name, subtitle")
            await journey.press("t", .enter)
            journey.expect("✓ Mars Base", "Mars Colony").expect("! undecided: subtitle")
            #expect(try await world.stored("Mars Base")?.description == "Red", "nothing was overwritten")
            await journey.press("m")
            journey.expect("Subtitle", "✓ Dust and ice").expect("Enter saves 1 change")
            await journey.press(.enter)
            journey.expect("✓", "Mars Base saved: subtitle.").expectNo("Edit Mars")
            let stored = try #require(try await world.stored("Mars Base"))
            #expect(stored.description == "Dust and ice" && stored.quota == 7_000_000_000)
            await journey.end()
        }
    }

    @Test func keepsWhatWasTypedWhenGoingBackFromAConflict() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press("e").retype("Mars Colony")
            let seen = try await world.administrator.space(world.id(of: "Mars Mission"))
            _ = try await world.administrator.edit(SpaceEdit(name: "Mars Base"), startingFrom: seen)
            await journey.press(.enter, .escape)
            journey.expect("Edit Mars Base").expect("Name", "Mars Colony").expect("Enter saves 1 change")
            await journey.press(.enter)
            journey.expect("✓", "is called Mars Colony now.")
            #expect(try await world.stored("Mars Colony") != nil)
            await journey.end()
        }
    }

    @Test func seesWhatOthersChangedAfterRefreshing() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars").press(.escape)
            let mars = try await world.administrator.space(world.id(of: "Mars Mission"))
            _ = try await world.administrator.edit(SpaceEdit(name: "Mars Base"), startingFrom: mars)
            journey.expect("▌ Mars Mission")
            await journey.press(.control("r"))
            journey.expect("▌~Mars Base").expectNo("Mars Mission ")
            await journey.end()
        }
    }
}
