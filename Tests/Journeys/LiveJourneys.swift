import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What others change is on the screen by itself, where the server tells of it.
@Suite(.timeLimit(.minutes(1))) struct LiveJourneys {
    @Test("Someone else adds a member, and the list knows it without a key being pressed")
    func othersChangesArrive() async throws {
        try await World.run { world in
            let venus = try await world.id(of: "Venus")
            let mine = try await world.invite("admin", as: .manager, to: venus)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.wait(for: ", live")
            await journey.find("venus")
            journey.expect("▌ Venus").expect("members", "2 managers")
            _ = try await world.invite("mary", as: .viewer, to: venus)
            await journey.wait(for: "members", "2 managers, 1 viewer")
            journey.expect("▌~Venus")
            // One who may no longer listen hears of the end, too.
            try await world.expel(mine, from: venus)
            await journey.wait(for: "members", "1 manager, 1 viewer")
            await journey.end()
        }
    }

    @Test("What the person does is not told back, and a paused list stays as it is")
    func nothingIsDoneTwice() async throws {
        try await World.run { world in
            let venus = try await world.id(of: "Venus")
            _ = try await world.invite("admin", as: .manager, to: venus)
            let journey = try await Journey("admin", at: world.baseURL, listens: true)
            await journey.wait(for: ", live")
            await journey.find("venus").press("a")
            journey.expectNo(", live").expect(", paused")
            _ = try await world.invite("mary", as: .viewer, to: venus)
            journey.expect("members", "2 managers").expectNo("viewer")
            await journey.press("a")
            journey.expect(", live").expect("▌~Venus").expect("members", "2 managers, 1 viewer")
            await journey.end()
        }
    }
}
