import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What the administrators' pages of the web interfaces do, and what people ask of them, as sentences. What bulk changes,
/// permissions, members and the ways to take a space away do stands in the journeys named after them.
@Suite struct WebAdministrationJourneys {
    private static let wide = Size(columns: 180, rows: 40)

    @Test("The list shows status, managers, members, total, used and remaining storage, and the last change")
    func showsTheColumnsOfTheWeb() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL, size: Self.wide)
            await journey.press("w", "C")
            for _ in 0..<8 { await journey.press("j") }
            await journey.press(" ", "j", " ", .enter).find("mars")
            journey.expect(
                "NAME", "STATE", "USED", "QUOTA", "USAGE", "MEMBERS", "MODIFIED", "REMAINING", "MANAGERS")
            journey.expect("Mars Mission", "47.3 kB", "1 GB", "0 %", "1", "now", "1 GB", "Dennis Ritchie")
            await journey.press("D", "y")
            journey.expect("Mars Mission", "disabled")
            await journey.end()
        }
    }

    @Test("Every numeric column sorts in both directions, and a space without a limit is the largest")
    func sortsNumbers() async throws {
        try await World.run(spaces: []) { world in
            _ = try await world.administrator.create(
                SpaceDraft(name: "Hollow", limit: .bytes(ByteCount(1_000_000_000))))
            try await world.make("Middle", limit: .bytes(ByteCount(2_000_000_000)))
            try await world.make("Open", limit: .unlimited)
            try await world.make("Small", limit: .bytes(ByteCount(50_000)))
            _ = try await world.invite("mary", as: .viewer, to: try await world.id(of: "Middle"))
            let journey = try await Journey("admin", at: world.baseURL, size: Self.wide)
            await journey.find("type:project")
            // From the first line of the menu: name, type, state, used, quota, usage, members, modified, remaining.
            for (column, steps, order) in [
                ("USED", 3, ["Small", "Hollow"]), ("QUOTA", 4, ["Open", "Middle", "Hollow", "Small"]),
                ("USAGE", 5, ["Small", "Middle", "Hollow"]), ("MEMBERS", 6, ["Middle", "Small"]),
                ("REMAINING", 8, ["Open", "Middle", "Hollow", "Small"]),
            ] {
                await journey.press("O", "g")
                for _ in 0..<steps { await journey.press("j") }
                await journey.press(.enter)
                journey.expect(column, "▼")
                for (larger, smaller) in zip(order, order.dropFirst()) { journey.expectOrder(larger, smaller) }
                await journey.press("I")
                journey.expect(column, "▲")
                for (larger, smaller) in zip(order, order.dropFirst()) { journey.expectOrder(smaller, larger) }
            }
            await journey.end()
        }
    }

    @Test("A space is found by its id, by a word of its description and by its manager")
    func findsByMore() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            let id = try await world.id(of: "Venus").rawValue
            await journey.find("id:" + id.suffix(12))
            journey.expect("Venus").expectNo("Apollo")
            await journey.find("subtitle:apollo")
            journey.expect("Apollo").expectNo("Venus")
            await journey.find("manager:ritchie mars")
            journey.expect("Mars Mission").expectNo("Apollo")
            await journey.end()
        }
    }

    @Test("Filters find the disabled, the nearly full, the orphaned and the empty spaces")
    func filtersByState() async throws {
        try await World.run(spaces: ["Apollo", "Mars Mission"]) { world in
            try await world.make("Full", limit: .bytes(ByteCount(50_000)))
            _ = try await world.administrator.create(SpaceDraft(name: "Hollow"))
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("apollo").press("D", "y").find("disabled:")
            journey.expect("Apollo").expectNo("Mars Mission")
            await journey.find("quota>90%")
            journey.expect("Full").expectNo("Mars Mission")
            await journey.find("type:project used=0")
            journey.expect("Hollow").expectNo("Full")
            await journey.find("orphaned:")
            journey.expectNo("Mars Mission").expectNo("Hollow")
            await journey.end()
        }
    }

    @Test("Totals of use and allotment stand there for all, for the shown and for the marked spaces")
    func showsTotals() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project")
            journey.expect("141.8 kB used, 3 GB allotted")
            await journey.find("type:project !venus")
            journey.expect("94.6 kB used, 2 GB allotted")
            await journey.press("g", " ")
            journey.expect("marked: 47.3 kB used, 1 GB allotted")
            await journey.end()
        }
    }

    @Test("A space shows its members by their role, and whose membership ends")
    func showsMembersByRole() async throws {
        try await World.run { world in
            _ = try await world.invite("mary", as: .viewer, to: try await world.id(of: "Venus"))
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("venus").press(.tab, .tab)
            journey.expect("[Members]").expect("1 manager", "Dennis Ritchie").expect("1 viewer", "Mary Keller")
            await journey.end()
        }
    }

    @Test("A size is typed with its unit, decimal or binary, and unlimited is a word")
    func typesSizes() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("mars")
            for (typed, stored) in [("5 GB", 5_000_000_000), ("5 GiB", 5_368_709_120), ("1.5t", 1_500_000_000_000)]
                as [(String, Int64)]
            {
                await journey.press("e", .up).retype(typed).press(.enter)
                #expect(try await world.stored("Mars Mission")?.quota == stored)
            }
            await journey.press("e", .up).retype("unrestricted").press(.enter)
            #expect(try await world.stored("Mars Mission")?.quota == 0)
            await journey.press("e", .up).retype("1,500 GB").press(.enter)
            journey.expect("! is that 1500 or 1.500? Write it as one of them")
            await journey.end()
        }
    }

    @Test("A space with subtitle and quota is made by one request, and a change sends one field")
    func sendsNoMoreThanItMust() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.press("n").type("Jupiter").press(.tab).type("A giant").press(.tab).type("3 GB").press(.enter)
            await journey.press("!")
            journey.expect("POST", "/graph/v1.0/drives", "201").expectNo("PATCH")
            await journey.press(.escape).find("jupiter").press("e").retype("Saturn").press(.enter)
            let stored = try #require(try await world.stored("Saturn"))
            #expect(stored.description == "A giant" && stored.quota == 3_000_000_000)
            await journey.press("!")
            journey.expect("PATCH", "/graph/v1.0/drives", "200")
            await journey.end()
        }
    }

    @Test("A name is as long as the server takes it, counted in bytes without the blanks around it")
    func countsBytes() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            let longest = String(repeating: "ü", count: 127) + "u"
            await journey.press("n").type(longest + "ü").press(.enter)
            journey.expect("! 257 bytes long; at most 255 are allowed")
            await journey.retype("  \(longest) ").press(.enter)
            #expect(try await world.stored(longest) != nil)
            await journey.end()
        }
    }

    @Test("Many spaces are disabled at once, and the question names them")
    func disablesMany() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*", "D")
            journey.expect("3 spaces to disable").expect("Apollo").expect("Mars Mission").expect("Venus")
            await journey.press("y")
            journey.expect("3 done")
            for name in ["Apollo", "Mars Mission", "Venus"] {
                #expect(try await world.stored(name)?.isDisabled == true)
            }
            await journey.end()
        }
    }

    @Test("The table itself shows how full a space is, as a bar, a figure and a sign")
    func showsUsage() async throws {
        try await World.run(spaces: []) { world in
            for (name, limit) in [("Roomy", 1_000_000), ("Filling", 56_000), ("Tight", 48_000), ("Over", 40_000)] {
                try await world.make(name, limit: .bytes(ByteCount(Int64(limit))))
            }
            let journey = try await Journey("admin", at: world.baseURL, size: Self.wide)
            await journey.find("type:project")
            journey.expect("Roomy", "·", "4 %").expect("Filling", "nearing", "84 %")
            journey.expect("Tight", "critical", "98 % !").expect("Over", "exceeded", "118 % ✕")
            await journey.end()
        }
    }

    @Test("There is a key for everything, and the palette finds what one forgot")
    func hasKeys() async throws {
        #expect(Keymap.standard.bindings.allSatisfy { !$0.keys.isEmpty })
        #expect(Set(Keymap.standard.bindings.map(\.command)) == Set(Command.allCases))
    }
}
