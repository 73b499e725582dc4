import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What others change is on the screen at once where the server announces it, and else when the list is loaded next.
@Suite(.timeLimit(.minutes(30))) struct LiveJourneys {
    @Test("Someone else adds a member, and a member who watches sees it without pressing a key")
    func othersChangesArrive() async throws {
        try await World.run { world in
            let venus = try await world.id(of: "Venus")
            let mine = try await world.invite("admin", as: .manager, to: venus)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.waitForAnnouncements().find("venus")
            journey.expect("▌ Venus").expect("members", "2 managers")
            _ = try await world.invite("mary", as: .viewer, to: venus)
            await journey.wait(for: "members", "2 managers, 1 viewer")
            journey.expect("▌~Venus").expect("updated").expectNo("live")
            // One who may no longer listen hears of the end, too.
            // Later than the moment in which a space is not read twice.
            await journey.press(.up, .down, .up)
            try await world.expel(mine, from: venus)
            await journey.wait(for: "members", "1 manager, 1 viewer")
            await journey.end()
        }
    }

    @Test("An administrator who is no member hears nothing, and sees it when the list is loaded next")
    func administratorsCatchUp() async throws {
        try await World.run { world in
            let (apollo, venus) = (try await world.id(of: "Apollo"), try await world.id(of: "Venus"))
            _ = try await world.invite("admin", as: .viewer, to: apollo)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.waitForAnnouncements().press("/").type("type:project").press(.enter).press("*")
            journey.expect("▌", "Apollo").expect("3 marked")
            _ = try await world.invite("mary", as: .viewer, to: venus)
            _ = try await world.administrator.edit(
                SpaceEdit(name: "Morning Star"), startingFrom: world.administrator.space(venus))
            // What comes after it on the same stream is here, so that nothing else was on its way.
            _ = try await world.invite("mary", as: .viewer, to: apollo)
            await journey.wait(for: "members", "1 manager, 2 viewers")
            journey.expect("Venus").expectNo("Morning Star")
            while !journey.shows(["Morning Star"]) { try await journey.waitForDeadline() }
            journey.expect("▌", "Apollo").expect("3 marked").expectNo("loading")
            await journey.end()
        }
    }

    @Test("Of a disabled space the members hear", arguments: [Dialect.openCloud2025, .newerOpenCloud])
    func othersDisable(dialect: Dialect) async throws {
        var configuration = World.configuration
        configuration.dialect = dialect
        try await World.run(configuration) { world in
            let venus = try await world.id(of: "Venus")
            _ = try await world.invite("admin", as: .manager, to: venus)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.waitForAnnouncements().find("venus")
            try await world.administrator.disable(world.administrator.space(venus))
            await journey.wait(for: "▌~Venus", "disabled")
            await journey.end()
        }
    }

    @Test("Of a new name the members hear nothing either", arguments: [Dialect.openCloud2025, .newerOpenCloud])
    func othersRename(dialect: Dialect) async throws {
        var configuration = World.configuration
        configuration.dialect = dialect
        try await World.run(configuration) { world in
            let venus = try await world.id(of: "Venus")
            _ = try await world.invite("admin", as: .manager, to: venus)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.waitForAnnouncements().find("type:project")
            _ = try await world.administrator.edit(
                SpaceEdit(name: "Morning Star"), startingFrom: world.administrator.space(venus))
            while !journey.shows(["Morning Star"]) {
                journey.expect("Venus")
                try await journey.waitForDeadline()
            }
            await journey.end()
        }
    }

    @Test("A paused list stays as it is, until the person wants it again")
    func aPausedListStays() async throws {
        try await World.run { world in
            let venus = try await world.id(of: "Venus")
            _ = try await world.invite("admin", as: .manager, to: venus)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.waitForAnnouncements().find("venus").press("a")
            journey.expect("updated", ", paused").expect(
                "Auto-refresh off; changes that the server announces wait, too.")
            #expect(journey.waits == nil)
            _ = try await world.invite("mary", as: .viewer, to: venus)
            journey.expect("members", "2 managers").expectNo("viewer")
            await journey.press("a")
            journey.expectNo(", paused").expect("▌~Venus").expect("members", "2 managers, 1 viewer")
            journey.expect("Auto-refresh on: every 60 s; changes that the server announces to you show at once.")
            await journey.end()
        }
    }

    @Test("Who does nothing sleeps from one load to the next") func sleeps() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.waitForAnnouncements()
            for _ in 0..<3 {
                #expect(journey.waits == .seconds(60))
                try await journey.waitForDeadline()
                journey.expectNo("loading")
            }
            await journey.end()
        }
    }
}
