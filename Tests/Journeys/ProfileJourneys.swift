import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Synchronization
import Terminal
import Testing

/// Several servers, one at a time.
@Suite struct ProfileJourneys {
    /// A seam to two servers, and to one where nobody is.
    private func connector(_ servers: [String: String]) -> Connector {
        Connector { profile throws(SpacesFailure) in
            guard let baseURL = servers[profile] else {
                throw SpacesFailure(
                    kind: .refused,
                    sentence: "The profile \(profile) needs a sign-in first: spaces login --profile \(profile)")
            }
            do {
                let service = try World.client(of: "admin", at: baseURL)
                return .init(
                    service: service,
                    server: .init(host: service.connection.address.authority, user: "admin"))
            } catch {
                throw SpacesFailure(kind: .refused, sentence: "\(error)")
            }
        }
    }

    private let profiles = [
        Profile(name: "alpha", host: "alpha.example.org", user: "admin", banner: "PRODUCTION"),
        Profile(name: "beta", host: "beta.example.org", user: "admin"),
        Profile(name: "closed", host: "closed.example.org", user: "admin"),
    ]

    @Test func goesFromADeadServerToALivingOne() async throws {
        try await World.run(spaces: ["Living Space"]) { world in
            // Nobody listens there; the address is this machine's, so that no time passes.
            let dead = "http://127.0.0.1:9"
            let journey = try await Journey(
                "admin", at: dead, profile: profiles[0], profiles: profiles,
                connector: connector(["alpha": dead, "beta": world.baseURL]))
            journey.expect("PRODUCTION").expect("could not be loaded").expect("p another profile")
            #expect(journey.waits == .seconds(5))
            await journey.press("p").type("beta").press(.enter)
            journey.expect("Living Space").expectNo("PRODUCTION").expectNo("could not be loaded")
            #expect(journey.waits == .seconds(60), "the dead server is left alone, and the list of this one refreshed")
            await journey.find("living").press("D", "y")
            #expect(try await world.stored("Living Space")?.isDisabled == true)
            await journey.press("p").type("alpha").press(.enter)
            journey.expect("PRODUCTION").expect("could not be loaded").expectNo("Living Space")
            await journey.end()
        }
    }

    @Test func aProfileWithoutASignInSaysWhatToDoAndStaysUsable() async throws {
        try await World.run(spaces: ["Alpha Space"]) { world in
            let journey = try await Journey(
                "admin", at: world.baseURL, profile: profiles[0], profiles: profiles,
                connector: connector(["alpha": world.baseURL]))
            await journey.press("p").type("closed").press(.enter)
            journey.expect("spaces login --profile closed").expectNo("Alpha Space")
            await journey.press("n").press("D").press("?", .escape)
            await journey.press("p").type("alpha").press(.enter)
            journey.expect("Alpha Space").expect("PRODUCTION")
            await journey.end()
        }
    }

    /// Answers that were under way while the person switched do not get into the other list, and what was ordered is told.
    @Test func twoServersDoNotMix() async throws {
        try await World.run(spaces: ["Alpha Space"]) { alpha in
            try await World.run(spaces: ["Beta Space"]) { beta in
                let journey = try await Journey(
                    "admin", at: alpha.baseURL, profile: profiles[0], profiles: profiles,
                    connector: connector(["alpha": alpha.baseURL, "beta": beta.baseURL]))
                for _ in 0..<5 {
                    for name in ["beta", "alpha"] {
                        // The order of the list and the switch follow one another without a pause.
                        journey.pressOn(.control("r"))
                        journey.pressOn("p")
                        for letter in name { journey.pressOn(.character(letter)) }
                        journey.pressOn(.enter)
                        journey.glance()
                        journey.expectNo(name == "beta" ? "Alpha Space" : "Beta Space")
                    }
                }
                await journey.settle()
                journey.expect("Alpha Space").expectNo("Beta Space")

                await journey.find("alpha")
                journey.pressOn("D")
                journey.pressOn("y")
                journey.pressOn("p")
                for letter in "beta" { journey.pressOn(.character(letter)) }
                journey.pressOn(.enter)
                await journey.settle()
                journey.expect("Beta Space").expectNo("▌ Alpha Space").expect("alpha: Alpha Space is disabled.")
                #expect(try await alpha.stored("Alpha Space")?.isDisabled == true)
                #expect(try await beta.stored("Beta Space")?.isDisabled == false)
                await journey.end()
            }
        }
    }

    @Test func readOnlyRefusesEveryKeyThatWrites() async throws {
        try await World.run(spaces: ["Apollo"]) { world in
            let before = try await world.store.spaces()
            let journey = try await Journey(
                "admin", at: world.baseURL, profile: Profile(name: "audit", isReadOnly: true))
            journey.expect("audit", "read-only")
            await journey.find("apollo")
            for command in Command.allCases where command.group == .act {
                for key in Keymap.standard.keys(for: command) {
                    await journey.press(key)
                    journey.expect("The profile audit is read-only.")
                    await journey.press("y", .escape)
                }
            }
            #expect(try await world.store.spaces() == before)
            await journey.end()
        }
    }

    @Test func strictWantsTheNameOfTheSpace() async throws {
        try await World.run(spaces: ["Apollo"]) { world in
            let journey = try await Journey("admin", at: world.baseURL, profile: Profile(name: "p", isStrict: true))
            await journey.find("apollo").press("D", "y", .enter)
            journey.expect("that is neither its name nor the end of its id")
            await journey.retype("Apollo").press(.enter)
            journey.expect("✓", "Apollo is disabled. R restores it.")
            #expect(try await world.stored("Apollo")?.isDisabled == true)
            await journey.end()
        }
    }

    @Test func theListIsLoadedAgainByItself() async throws {
        try await World.run(spaces: ["Apollo"]) { world in
            let journey = try await Journey("admin", at: world.baseURL, profile: Profile(refresh: .every(.seconds(30))))
            #expect(journey.waits == .seconds(30))
            try await world.make("Behind Your Back")
            try await journey.waitForDeadline()
            journey.expect("+Behind Your Back")
            #expect(journey.waits == .seconds(10), "for as long it is marked as new")
            try await journey.waitForDeadline()
            journey.expect(" Behind Your Back").expectNo("+Behind Your Back")
            #expect(journey.waits != nil, "and the list will be loaded again")
            await journey.end()
        }
    }
}
