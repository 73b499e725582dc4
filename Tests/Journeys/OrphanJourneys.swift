import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Synchronization
import Terminal
import Testing

/// Spaces that nobody manages, and what keeps them from coming about.
@Suite struct OrphanJourneys {
    /// The clock of the server, which stands still until a story moves it.
    private final class Clock: Sendable {
        private let time = Mutex(Timestamp(nanoseconds: 1_800_000_000_000_000_000))

        var clock: ServerClock { ServerClock { [self] in time.withLock(\.self) } }

        func move(to seconds: Int64) {
            time.withLock { $0 = Timestamp(nanoseconds: seconds * 1_000_000_000) }
        }
    }

    /// Some day long after all stories, and the day after it.
    private static let end: Int64 = 4_102_444_799

    @Test func theEndOfTheLastManagerLeavesNobody() async throws {
        let clock = Clock()
        var configuration = World.configuration
        configuration.clock = clock.clock
        try await World.run(configuration) { world in
            let id = try await world.id(of: "Mars Mission")
            _ = try await world.invite("mary", as: .editor, to: id)
            let dennis = try #require(
                try await world.administrator.members(of: id).members.first { $0.role == .manager })
            let end = Date(timeIntervalSince1970: Double(Self.end))
            _ = try await world.administrator.change(dennis, MemberChange(end: .at(end)), of: id)
            clock.move(to: Self.end + 1)

            let journey = try await Journey("admin", at: world.baseURL)
            journey.expect("○ 1 orphaned").expect("Mars Mission ○", "orphaned")
            await journey.find("members=0")
            journey.expect("1 of").expect("▌ Mars Mission")
            await journey.find("orphaned:")
            journey.expect("1 of").expect("▌ Mars Mission")
            await journey.press(.tab)
            journey.expect("orphaned: nobody manages it, no one can change its members")
                .expect("remedy", "It has no member any more: the last membership has ended")
                .expect("No account reaches its files")
                .expect("OpenCloud lets nobody name a new manager")
                .expect("You can still change its name and quota, disable it, and then delete it permanently.")
            await journey.press(.escape, "M")
            journey.expect("○ Orphaned: nobody manages this space").expect("Nobody reaches this space.")
            await journey.end()
        }
    }

    @Test func aDeletedManagerIsNobody() async throws {
        try await World.run { world in
            let id = try await world.id(of: "Mars Mission")
            let mary = try await world.invite("mary", as: .manager, to: id)
            let dennis = try #require(
                try await world.administrator.members(of: id).members.first { $0.grantID != mary })
            try await world.delete("mary")

            // The server counts her, and would let the last manager go whom anybody can reach.
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars").press("M", "g")
            journey.expect("1 member: 1 manager, 1 deleted account")
            for key: Key in ["d", "r", "x"] {
                await journey.press(key)
                journey.expect("Dennis Ritchie is the last manager").expectNo("Remove Dennis").expectNo("Role of")
            }
            await journey.end()
            let heard = try await Conversation.of(
                "dennis", with: world, ["remove \"Mars Mission\" Dennis", "members \"Mars Mission\"", "quit"])
            heard.expect("Dennis Ritchie is the last manager and stays")
            heard.expect("Mars Mission: 1 member, 1 deleted account.").expect("unknown user", "manager")
            #expect(try await world.administrator.members(of: id).members.count == 2)

            try await world.expel(dennis.grantID, from: id)
            let told = try await Conversation.of(
                "admin", with: world, ["find orphaned:", "show \"Mars Mission\"", "quit"])
            told.expect("1. Mars Mission", "0 members").expect("members: 1 deleted account")
            told.expect(
                "remedy: The account that managed it was deleted on the server; its id is \(mary.dropFirst(2)).")
            told.expect("Restore an account with the same id in the user directory")
        }
    }

    @Test func anEndThatTheServerDoesNotEchoIsReadAgain() async throws {
        try await World.run { world in
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars").press("M", "a").type("mary").press(.enter)
            await journey.press(.enter, .tab).type("2099-12-31").press(.enter)
            journey.expect("✓ Mary Keller was added as viewer until 31 Dec 2099.")
            journey.expect("▌ Mary Keller", "viewer", "31 Dec 2099")
            await journey.end()
        }
    }

    /// A server whose maximum the program could not learn when it started.
    private static var bounded: ServerConfiguration {
        get throws {
            var configuration = World.configuration
            configuration.maxQuota = 10_000_000_000
            configuration.faults = [try Fault(parsing: "GET /ocs/v1.php/cloud/capabilities: status=500 x1")]
            return configuration
        }
    }

    @Test func theQuotaThatWasStoredIsToldAndUndone() async throws {
        try await World.run(try Self.bounded) { world in
            let heard = try await Conversation.of(
                "admin", with: world, ["quota Apollo unlimited", "undo", "yes", "quota Apollo 11 GB", "quit"])
            heard.expect("Apollo saved: quota 10 GB, the server's maximum. “undo” undoes it.")
            heard.expect("quota: it is 10 GB and will be 1 GB.").expect("Undone: Apollo has its earlier quota again.")
            heard.expect("this server allows at most 10 GB")
            #expect(try await world.stored("Apollo")?.quota == 1_000_000_000)
        }
    }

    @Test func theRowOfARunHasWhatWasStored() async throws {
        try await World.run(try Self.bounded) { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                ["list type:project", "mark 1 2", "quota marked unlimited", "yes", "undo", "yes", "quit"])
            heard.expect("Apollo: done. Stored: quota 10 GB, the server's maximum.")
            heard.expect("Apollo: from 10 GB to 1 GB")
            #expect(try await world.stored("Apollo")?.quota == 1_000_000_000)
        }
    }
}
