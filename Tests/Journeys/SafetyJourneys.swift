import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// What keeps an action on many spaces from doing more than was meant: on the screen.
@Suite struct SafetyJourneys {
    @Test("Homes that were marked along with projects are left out until a key takes them in")
    func homesAreNotSweptAlong() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            // Nobody thought of homes: they are as old as the projects.
            await journey.find("modified<1d !shares").press("*")
            journey.expect("Plans leave out", "personal space")
            await journey.press("D")
            journey.expect("3 spaces to disable").expect("personal space", "left out; p includes")
            journey.expect("NAME", "TYPE").expect("Apollo", "project", "disabled")
            journey.expect("Ada Admin", "personal", "not a project: included only on request")
            await journey.press("y")
            journey.expect("3 done")
            #expect(try await world.stored("Ada Admin")?.isDisabled == false)
            #expect(try await world.stored("Apollo")?.isDisabled == true)
            await journey.press(.escape)
            journey.expect("marked")
            await journey.end()
        }
    }

    @Test("The key takes homes in, and so does a filter that names them")
    func homesAreTakenInOnRequest() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("admin").press("*", "D")
            journey.expect("There is nothing to do.").expect("1 personal space is left out; p includes it.")
            await journey.press("p")
            journey.expect("1 space to disable").expect("1 personal space is included; p leaves it out.")
            await journey.press("y")
            journey.expect("✓ Ada Admin", "enabled → disabled")
            #expect(try await world.stored("Ada Admin")?.isDisabled == true)
            await journey.press(.escape)
            await journey.find("type:personal disabled:").press("*", "R")
            journey.expect("1 space to restore").expectNo("left out")
            await journey.press("y")
            #expect(try await world.stored("Ada Admin")?.isDisabled == false)
            await journey.end()
        }
    }

    @Test("Twelve are disabled by their number alone, and so is their restoring undone")
    func manyAreDisabledByTheirNumber() async throws {
        try await World.run(spaces: (1...12).map { "Space \($0)" }) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*", "D", "y")
            journey.expect("y alone does nothing: type 12").expect("12 spaces to disable")
            await journey.type("12").press(.enter)
            journey.expect("12 done")
            await journey.press(.escape, "*", "R", "y")
            journey.expect("12 done")
            #expect(try await world.stored("Space 7")?.isDisabled == false)
            await journey.press(.escape, "U", "y")
            journey.expect("Undo: Restore").expect("y alone does nothing: type 12")
            #expect(try await world.stored("Space 7")?.isDisabled == false)
            await journey.type("12").press(.enter)
            journey.expect("12 done")
            #expect(try await world.stored("Space 7")?.isDisabled == true)
            await journey.end()
        }
    }

    @Test func aSpaceWhoseNameCannotBeTypedIsPurgedByTheEndOfItsID() async throws {
        try await World.run(spaces: ["東京オフィス", "Venus"]) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            let id = try await world.id(of: "東京オフィス")
            await journey.find("東京").press("D", "y", "P")
            journey.expect("To purge it, type its name or the end of its id, \(id.end):")
            await journey.type(String(id.end.dropFirst())).press(.enter)
            journey.expect("! that is neither its name nor the end of its id")
            await journey.retype(id.end).press(.enter)
            journey.expect("東京オフィス was purged.").expectNo("Purging")
            #expect(try await world.stored("東京オフィス") == nil)
            await journey.end()
        }
    }

    @Test("What was wholly done is not told at the next start, and what failed is")
    func theNextStartTellsOnlyWhatFailed() async throws {
        for fault in [nil, "PATCH: status=500 x1"] {
            try await withServer(World.configuration) { server, baseURL in
                let world = try World(store: server.store, baseURL: baseURL)
                for name in ["Apollo", "Venus"] { try await world.make(name) }
                let home = FileManager.default.temporaryDirectory.appending(path: "runs-\(UUID())")
                    .path(percentEncoded: false)
                let runs = RunFolder(environment: ["HOME": home])
                do {
                    let journey = try await Journey("admin", at: baseURL, profile: Profile(parallel: 1), runs: runs)
                    await journey.find("type:project").press("*", "x", "s").type("20 GB").press(.enter)
                    if let fault { server.faults.set(try Fault(parsing: fault)) }
                    await journey.press("y")
                    journey.expect("finished")
                    // The page is not left: the window is closed, and its lock on the file goes with it.
                    await journey.end()
                }
                let next = try await Journey("admin", at: baseURL, runs: runs)
                if fault == nil { next.expectNo("Set the quota") } else { next.expect("1 done, 1 not done") }
                await next.end()
                await world.administrator.shutdown()
                try FileManager.default.removeItem(atPath: home)
            }
        }
    }
}

/// The same in lines.
@Suite(.timeLimit(.minutes(30))) struct PlainSafetyJourneys {
    @Test func homesAreTakenInByAWordAlone() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list !shares", "mark all", "disable marked", "yes", "restore marked", "list type:project",
                    "mark all",
                    "restore marked", "yes", "unmark all", "list !shares", "mark 1-2", "disable marked", "include",
                    "exclude",
                    "include", "yes", "quit",
                ])
            heard.expect("spaces marked. Plans leave out", "personal space", "unless you include them.")
            heard.expect("Disable: 3 spaces to disable").expect("left out; “include” includes")
            heard.expect("Left out: Ada Admin, personal: not a project: included only on request")
            heard.expect(
                "Type yes to disable 3 spaces, include to take in", "personal space", "list to hear every space")
            heard.expect("Disable, finished: 3 done")
            heard.expect("1 personal space is included; “exclude” leaves it out.").expect(
                "Ada Admin, personal: from enabled to disabled")
            #expect(try await world.stored("Ada Admin")?.isDisabled == true)
        }
    }

    @Test func aHomeThatIsNamedIsMeant() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "mark \"Ada Admin\"", "disable marked", "yes", "unmark all", "list type:personal", "mark all",
                    "restore marked", "yes", "list type:personal", "unmark all", "mark 1", "disable marked", "no",
                    "quit",
                ])
            heard.expect("1 space marked.").expect("Ada Admin: done").expect("Restore, finished: 1 done")
            #expect(!heard.text.contains("unless you include them"))
            #expect(try await world.stored("Ada Admin")?.isDisabled == false)
        }
    }

    @Test func twelveAreDisabledAfterTheirNumberWasTyped() async throws {
        try await World.run(spaces: (1...12).map { "Space \($0)" }) { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list type:project", "mark all", "disable marked", "yes", "disable marked", "list", "12",
                    "list disabled:",
                    "mark all", "restore marked", "yes", "undo", "yes", "undo", "12", "quit",
                ])
            heard.expect("Type the number 12 to disable 12 spaces, list to hear every space; anything else")
            heard.expect("“yes” alone does nothing here.").expect("12. Space 12: from enabled to disabled")
            heard.expect("Disable, finished: 12 done").expect("Restore, finished: 12 done")
            heard.expect("Undo: Restore, finished: 12 done")
            #expect(heard.status == 1, "what was refused was not done")
            #expect(try await world.stored("Space 12")?.isDisabled == true)
        }
    }

    @Test func allMarkedAreCopiedALineEach() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                ["list type:project", "copy marked", "mark 1 3", "copy marked name", "copy marked"])
            heard.expect("No space is marked.")
            let ids = [try await world.id(of: "Apollo"), try await world.id(of: "Venus")].map(\.rawValue)
            #expect(heard.text.contains("\nApollo\nVenus\n") && heard.text.contains("\n\(ids[0])\n\(ids[1])\n"))
        }
    }

    @Test func ofANameWithInvisibleCharactersTheEndOfTheIDIsAskedFor() async throws {
        try await World.run(spaces: ["Fin\u{200B}ance", "Finance"]) { world in
            let end = try await world.id(of: "Fin\u{200B}ance").end
            let number =
                try await Conversation.of("admin", with: world, ["list type:project", "quit"])
                .text.contains("1. Fin⟨200B⟩ance") ? 1 : 2
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list type:project", "disable \(number)", "yes", "purge \(number)", "Finance", "purge \(number)",
                    end, "quit",
                ])
            heard.expect("Its name has invisible characters.")
            heard.expect("To purge it, type the end of its id, \(end); anything else leaves it as it is:")
            heard.expect("That is not the end of its id.").expect("Fin⟨200B⟩ance was purged.")
            #expect(try await world.stored("Fin\u{200B}ance") == nil)
            #expect(try await world.stored("Finance") != nil)
        }
    }

    @Test func aNameThatCannotBeTypedIsConfirmedByTheEndOfTheID() async throws {
        try await World.run(spaces: ["東京オフィス"]) { world in
            let end = try await world.id(of: "東京オフィス").end
            let heard = try await Conversation.of(
                "admin", with: world,
                ["list type:project", "disable 1", "yes", "purge 1", "Tokyo", "purge 1", end, "quit"])
            heard.expect("To purge it, type its name or the end of its id, \(end); anything else leaves it as it is:")
            heard.expect("That is neither its name nor the end of its id.").expect("東京オフィス was purged.")
            #expect(try await world.stored("東京オフィス") == nil)
        }
    }
}
