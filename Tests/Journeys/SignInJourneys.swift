import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// Sign-ins that end, and are taken up again without leaving the program.
@Suite struct SignInJourneys {
    private static let good = Credentials.basic(user: "admin", password: "demo")
    private static let wrong = Credentials.basic(user: "admin", password: "no longer")

    @Test func aSignInThatEndsUnderAFormIsTakenUpAgain() async throws {
        try await World.run { world in
            let credentials = ReplaceableCredentials(Self.good)
            let journey = try await Journey("admin", at: world.baseURL, credentials: credentials) { _ in
                credentials.replace(with: Self.good)
                return .signedIn(user: "admin")
            }
            await journey.find("type:project").press(" ").find("mars").press("e").retype("Mars Colony")
            credentials.replace(with: Self.wrong)
            await journey.press(.enter)
            journey.expect("Your sign-in to", "has ended.").expect("does not accept the credentials (401)")
            #expect(try await world.stored("Mars Colony") == nil)
            await journey.press(.enter).converse()
            journey.expect("✓ You are signed in as admin.").expect("Edit Mars Mission").expect("Mars Colony")
            journey.expect("1 marked")
            await journey.press(.enter)
            journey.expect("✓", "Mars Mission is called Mars Colony now.")
            #expect(try await world.stored("Mars Colony") != nil)
            await journey.end()
        }
    }

    @Test func whoGoesOnWithoutIsToldTheKeyAndNotAskedAgainAndAgain() async throws {
        try await World.run { world in
            let credentials = ReplaceableCredentials(Self.wrong)
            let journey = try await Journey(
                "admin", at: world.baseURL, profile: Profile(refresh: .every(.seconds(30))), credentials: credentials
            ) { _ in
                credentials.replace(with: Self.good)
                return .signedIn(user: "admin")
            }
            // At the start, before there is any list.
            journey.expect("Enter  sign in now")
            await journey.press(.escape)
            journey.expect("The spaces could not be loaded").expect("L signs in").expectNo("Enter  sign in now")
            await journey.press("L")
            journey.expect("Enter  sign in now")
            await journey.press(.enter).converse()
            journey.expect("Mars Mission").expect("admin, Admin").expectNo("sign in now")

            credentials.replace(with: Self.wrong)
            try await journey.waitForDeadline()
            journey.expect("Enter  sign in now")
            await journey.press(.escape)
            journey.expect("! Your sign-in has ended. L signs in again.").expect("Mars Mission")
            // Who asks for the list is asked once more.
            await journey.press(.control("r"))
            journey.expect("Enter  sign in now")
            await journey.end()
        }
    }

    @Test func aSignInThatComesToNothingSaysWhyAndCanBeTriedAgain() async throws {
        try await World.run { world in
            let credentials = ReplaceableCredentials(Self.wrong)
            let journey = try await Journey("admin", at: world.baseURL, credentials: credentials) { _ in
                .failed("You are not signed in: the sign-in was refused.")
            }
            await journey.press(.enter).converse()
            journey.expect("the sign-in was refused").expect("Enter  sign in now")
            await journey.press(.escape).press("L", "n")
            journey.expectNo("Enter  sign in now").expect("The spaces could not be loaded")
            await journey.end()
        }
    }

    @Test func whoSignsInAsSomebodyElseBeginsAnew() async throws {
        try await World.run { world in
            let credentials = ReplaceableCredentials(Self.good)
            let connector = Connector { _ throws(SpacesFailure) in
                do {
                    let service = try World.client(of: "mary", at: world.baseURL)
                    return .init(
                        service: service, server: .init(host: service.connection.address.authority, user: "mary"))
                } catch {
                    throw SpacesFailure(kind: .refused, sentence: "\(error)")
                }
            }
            let journey = try await Journey(
                "admin", at: world.baseURL, connector: connector, credentials: credentials
            ) { _ in .signedIn(user: "mary") }
            await journey.find("mars").press("L", .enter).converse()
            journey.expect("mary, User").expectNo("Mars Mission").expectNo("Edit")
            await journey.end()
        }
    }

    @Test func aRunHaltsWhereTheSignInEndsAndGoesOnAfterIt() async throws {
        try await World.run { world in
            let credentials = ReplaceableCredentials(Self.good)
            let journey = try await Journey(
                "admin", at: world.baseURL, profile: Profile(parallel: 1), credentials: credentials
            ) { _ in
                credentials.replace(with: Self.good)
                return .signedIn(user: "admin")
            }
            await journey.find("type:project").press("*", "x", "s").type("20 GB").press(.enter)
            credentials.replace(with: Self.wrong)
            await journey.press("y")
            journey.expect("Enter  sign in now")
            await journey.press(.enter).converse()
            journey.expect("your sign-in has ended").expect("3 not started")
            await journey.press("p")
            let quotas = try await world.store.spaces().filter { $0.type == .project }.map(\.quota)
            #expect(quotas.count { $0 == 20_000_000_000 } == 3, "the one that was refused is done as well")
            journey.expect("finished").expect("3 done")
            await journey.end()
        }
    }

    @Test("Of a run whose sign-in has ended, the server sees what was under way, and nothing more", arguments: [1, 3])
    func aRunLocksNoAccount(parallel: Int) async throws {
        try await World.run(spaces: (1...12).map { "Space \($0)" }) { world in
            let credentials = ReplaceableCredentials(Self.good)
            let journey = try await Journey(
                "admin", at: world.baseURL, profile: Profile(parallel: parallel), credentials: credentials
            ) { _ in
                credentials.replace(with: Self.good)
                return .signedIn(user: "admin")
            }
            await journey.find("type:project").press("*", "x", "s").type("20 GB").press(.enter)
            credentials.replace(with: Self.wrong)
            await journey.press("y")
            #expect((1...parallel).contains(journey.refusedCount))
            journey.expect("Enter  sign in now").expect("12 not started")
            await journey.press(.escape)
            journey.expect("! your sign-in has ended, so nothing more is begun. p goes on")
            await journey.press(.escape, "L", .enter).converse()
            await journey.press("X", "p")
            journey.expect("finished").expect("12 done")
            #expect((1...parallel).contains(journey.refusedCount))
            let quotas = try await world.store.spaces().filter { $0.type == .project }.map(\.quota)
            #expect(quotas.count { $0 == 20_000_000_000 } == 12)
            await journey.end()
        }
    }

    /// Account, rights and capabilities are asked for each on its own.
    @Test(arguments: [
        ("POST /api/v0/settings/permissions-list: status=500", "admin"), ("GET /ocs/: status=500", "admin, Admin"),
        ("GET /graph/v1.0/me: status=500", "admin"),
    ])
    func whatCannotBeLearntTakesNothingElseWithIt(fault: String, header: String) async throws {
        var configuration = World.configuration
        configuration.maxQuota = 3_000_000_000
        configuration.faults = []
        try await withServer(configuration) { server, baseURL in
            let world = try World(store: server.store, baseURL: baseURL)
            try await world.make("Apollo")
            server.faults.set(try Fault(parsing: fault))
            let journey = try await Journey("admin", at: baseURL)
            journey.expect(header).expect("Apollo")
            if !fault.contains("ocs") {
                await journey.find("apollo").press("e", .up).retype("5 GB")
                journey.expect("3 GB")
            }
            await journey.end()
            await world.administrator.shutdown()
        }
    }

    // MARK: The second factor

    private func guarded(_ story: @Sendable (World, SpacesServer) async throws -> Void) async throws {
        try await withServer(World.configuration) { server, baseURL in
            let world = try World(store: server.store, baseURL: baseURL)
            for name in ["Apollo", "Mars Mission", "Venus"] { try await world.make(name) }
            _ = try await world.invite("admin", as: .manager, to: world.id(of: "Venus"))
            _ = try await world.invite("mary", as: .manager, to: world.id(of: "Venus"))
            server.secondFactor.set(isWanted: true)
            try await story(world, server)
            await world.administrator.shutdown()
        }
    }

    private static let part = "Only your own spaces: the server asks for a second factor to list all."

    @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
    func onesOwnSpacesAreShownMeanwhile(size: Size) async throws {
        try await guarded { world, server in
            let journey = try await Journey("admin", at: world.baseURL, size: size)
            journey.expect(Self.part).expect("Venus").expectNo("Mars Mission")
            await journey.press("/").type("nothing").press(.enter)
            journey.expect(Self.part)
            await journey.press(.escape, "s")
            journey.expect(Self.part)
            await journey.press(.escape, "W")
            journey.expect("spaces of your own")
            await journey.press(.escape, .control("r"))
            journey.expect(Self.part).expectNo("Mars Mission")
            // Once it is not wanted any more, whoever loads the list has it all.
            server.secondFactor.set(isWanted: false)
            await journey.press(.control("r"))
            journey.expectNo("Only your own").expect("Mars Mission").expect("Venus")
            await journey.end()
        }
    }

    @Test func theOwnListIsRefreshedWithoutAskingForAllEachTime() async throws {
        try await guarded { world, server in
            let journey = try await Journey("admin", at: world.baseURL, profile: Profile(refresh: .every(.seconds(30))))
            journey.expect(Self.part)
            server.secondFactor.set(isWanted: false)
            try await journey.waitForDeadline()
            journey.expect(Self.part).expectNo("Mars Mission")
            await journey.end()
        }
    }

    @Test func anAccountThatSeesOnlyItsOwnIsToldNothing() async throws {
        try await guarded { world, _ in
            let journey = try await Journey("mary", at: world.baseURL)
            journey.expect("Venus").expectNo("second factor").expectNo("Only your own")
            await journey.press("m")
            journey.expect("This account sees only the spaces that it is a member of.")
            await journey.end()
        }
    }

    @Test func changesWorkMeanwhile() async throws {
        try await guarded { world, _ in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("venus").press("e").retype("Evening Star").press(.enter)
            journey.expect("✓", "Venus is called Evening Star now.")
            await journey.press(.escape, "n").type("Pluto").press(.enter)
            journey.expect("✓", "Pluto was created.").expect(Self.part)
            #expect(try await world.stored("Pluto") != nil)
            await journey.end()
        }
    }

    @Test func lineModeTellsThatItIsAPart() async throws {
        try await guarded { world, _ in
            let heard = try await Conversation.of("admin", with: world, ["list", "summary", "quit"])
            heard.expect(Self.part).expect("Venus, project")
            #expect(!heard.text.contains("Mars Mission") && heard.status == 1)
            let ordinary = try await Conversation.of("mary", with: world, ["list", "quit"])
            #expect(!ordinary.text.contains("second factor") && ordinary.status == 0, "\(ordinary.text)")
        }
    }

    @Test func aScriptEndsWhereNobodyIsSignedIn() async throws {
        try await World.run { world in
            let heard = try await Conversation.of("nobody", with: world, ["list", "create Pluto"])
            heard.expect("does not accept the credentials (401)")
            #expect(heard.status == 1 && !heard.text.contains("create Pluto"))
            #expect(try await world.stored("Pluto") == nil)
        }
    }
}
