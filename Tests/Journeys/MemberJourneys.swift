import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// Who works with a space: managers decide, and nobody else.
@Suite struct MemberJourneys {
    /// The members that the server really stores, by name with their role.
    private func members(_ world: World, of name: String = "Mars Mission") async throws -> [String: MemberRole] {
        let listing = try await world.administrator.members(of: world.id(of: name))
        return Dictionary(uniqueKeysWithValues: listing.members.map { ($0.identity.displayName, $0.role) })
    }

    @Test func aManagerInvitesChangesSetsAnEndAndRemoves() async throws {
        try await World.run { world in
            // Made by Dennis, who is its first manager.
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars").press("M")
            journey.expect("Members of Mars Mission").expect("1 member: 1 manager").expect("▌ Dennis Ritchie  you")

            await journey.press("a").type("kell")
            journey.expectNo("mary@example.org")
            try await journey.waitForDeadline()
            journey.expect("▌ Mary Keller", "mary@example.org").expect("Enter chooses Mary Keller")
            await journey.press(.enter, Key(.right), .enter)
            journey.expect("✓", "Mary Keller was added as editor.").expect("2 members: 1 manager, 1 editor")
            #expect(try await members(world)["Mary Keller"] == .editor)

            await journey.press("r", "v", .enter)
            journey.expect("▌ Mary Keller", "viewer").expect("Mary Keller has the role viewer now.")
            await journey.press("x").retype("2099-12-31").press(.enter)
            journey.expect("▌ Mary Keller", "viewer", "31 Dec 2099", "in 7")
            let stored = try await world.administrator.members(of: world.id(of: "Mars Mission"))
            #expect(stored.members.contains { $0.role == .viewer && $0.expires != nil })
            await journey.press("x").retype("never").press(.enter)
            journey.expect("Mary Keller is a member without an end now.").expectNo("31 Dec 2099")

            await journey.press("d")
            journey.expect("Remove Mary Keller?").expect("Mary Keller (viewer) loses access to Mars Mission.")
            #expect(try await members(world).count == 2)
            await journey.press(.enter)
            #expect(try await members(world).count == 2, "no is the default")
            await journey.press("d", "y")
            journey.expect("1 member: 1 manager").expect("Mary Keller is no longer a member.")
            #expect(try await members(world) == ["Dennis Ritchie": .manager])
            await journey.end()
        }
    }

    @Test func theListIsRightWithoutLoadingItAgain() async throws {
        try await World.run { world in
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars").press("M", "a").type("mary").press(.enter)
            await journey.press(.enter, "m", .enter, .escape)
            journey.expect("members   2 managers").expect("managers", "Dennis Ritchie, Mary")
            await journey.press(.escape).find("keller")
            journey.expect("Mars Mission")
            await journey.end()
        }
    }

    @Test func theLastManagerStays() async throws {
        try await World.run { world in
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars").press("M", "d")
            journey.expect("Dennis Ritchie is the last manager and stays").expectNo("Remove Dennis")
            await journey.press("r")
            journey.expect("Dennis Ritchie is the last manager and stays one").expectNo("Role of Dennis")
            // A second manager may go, and even the first one then.
            await journey.press("a").type("mary").press(.enter)
            await journey.press(.enter, "m", .enter, "g", "d")
            journey.expect("You lose access to Mars Mission yourself, and cannot add yourself again.")
            await journey.press("y")
            journey.expect("Only managers of the space may change its members; admins may not.")
            #expect(try await world.store.spaces().count { $0.name == "Mars Mission" } == 1)
            await journey.end()
        }
    }

    @Test func aSpaceAdminIsToldWhyNot() async throws {
        try await World.run { world in
            let journey = try await Journey("margaret", at: world.baseURL)
            await journey.find("mars").press("M")
            journey.expect("Members of Mars Mission").expect("▌ Dennis Ritchie", "manager")
            for key: Key in ["a", "r", "x", "d"] {
                await journey.press(key)
                journey.expect("Only managers of the space may change its members; admins may not.")
                    .expectNo("Remove").expectNo("Role of")
            }
            #expect(try await members(world) == ["Dennis Ritchie": .manager])
            await journey.end()
        }
    }

    @Test func whatSomeoneElseDidMeanwhileIsNotOverwritten() async throws {
        try await World.run { world in
            let id = try await world.id(of: "Mars Mission")
            _ = try await world.invite("mary", as: .viewer, to: id)
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars").press("M", "j", "r", "e")
            let mary = try #require(
                try await world.administrator.members(of: id).members.first { $0.role == .viewer })
            _ = try await world.administrator.change(
                mary, MemberChange(roleID: RoleDefinition.published[2].id), of: id)
            await journey.press(.enter)
            journey.expect("Mary Keller was changed by someone else meanwhile; nothing was sent.")
            journey.expect("▌ Mary Keller", "manager")
            #expect(try await members(world)["Mary Keller"] == .manager)
            await journey.end()
        }
    }

    @Test func aManagerWhoWasExpelledMeanwhileIsToldSo() async throws {
        try await World.run { world in
            let id = try await world.id(of: "Mars Mission")
            let grant = try await world.invite("mary", as: .manager, to: id)
            let journey = try await Journey("mary", at: world.baseURL)
            await journey.find("mars").press("M")
            journey.expect("2 members: 2 managers")
            try await world.expel(grant, from: id)
            await journey.press("g", "d", "y")
            journey.expect("✕ The members of Mars Mission were not loaded: the space is gone or")
                .expect("disabled, or this account is not a member (404 itemNotFound).")
            #expect(try await members(world) == ["Dennis Ritchie": .manager])
            await journey.end()
        }
    }

    @Test func anOutageIsSaidAndTheKnownMembersStay() async throws {
        try await World.run { world in
            let journey = try await Journey("dennis", at: world.baseURL)
            await journey.find("mars")
            await journey.signOff()
            await journey.press("M")
            journey.expect("✕").expect("These are the members that the list told:").expect("Dennis Ritchie", "manager")
            await journey.press("a")
            journey.expect("The members could not be loaded.")
            await journey.end()
        }
    }

    @Test func orphanedSpacesAreFoundByTheWord() async throws {
        var configuration = World.configuration
        configuration.sample = SampleOrder(count: 40)
        try await World.run(spaces: [], configuration) { world in
            let journey = try await Journey("margaret", at: world.baseURL)
            journey.expect("○", "orphaned")
            await journey.find("orphaned")
            journey.expect("/ orphaned", "4 of 47").expect("▌", " ○", "orphaned").expect(" ○", "critical")
            await journey.press("M")
            journey.expect("○ Orphaned: nobody manages this space, so that no one can change its")
            await journey.end()
        }
    }
}
