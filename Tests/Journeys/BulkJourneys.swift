import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// Acting on many spaces: marks, plan, run, result.
@Suite struct BulkJourneys {
    private static let gigabyte: Int64 = 1_000_000_000

    private func limit(of name: String, in world: World) async throws -> Int64? {
        try await world.stored(name)?.quota
    }

    @Test func marksTwoSpacesSetsTheirQuotaAndLeavesTheThird() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press(" ", " ")
            journey.expect("2 marked").expect("•", "Apollo").expect("•", "Mars Mission").expectNo("• Venus")
            await journey.press("x")
            journey.expect("Act on 2 spaces").expect("s", "Set the quota to …")
            await journey.press("s").type("20 GB").press(.enter)
            journey.expect("Set the quota to 20 GB").expect("2 spaces to change").expect("Apollo", "→", "20 GB")
            let before = try await limit(of: "Apollo", in: world)
            await journey.press(.enter)
            journey.expect("! y does it, n leaves everything as it is")
            #expect(try await limit(of: "Apollo", in: world) == before, "Enter alone changes nothing")
            await journey.press("y")
            journey.expect("finished").expect("2 of 2").expect("✓ Apollo").expect("✓ Mars Mission")
            #expect(try await limit(of: "Apollo", in: world) == 20 * Self.gigabyte)
            #expect(try await limit(of: "Mars Mission", in: world) == 20 * Self.gigabyte)
            #expect(try await limit(of: "Venus", in: world) == before)
            await journey.press(.escape)
            journey.expectNo("marked").expect("Apollo", "20 GB")
            await journey.end()
        }
    }

    @Test func whatTheFilterHidesIsLeftOutUntilItIsIncluded() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*")
            journey.expect("3 marked")
            await journey.find("mars")
            journey.expect("3 marked, 2 hidden")
            await journey.press("D")
            journey.expect("1 space to disable")
            journey.expect("2 marked spaces are hidden by the filter and left out; h includes them.")
            await journey.press("h")
            journey.expect("3 spaces to disable").expect("Apollo").expect("Venus")
            await journey.press("n")
            journey.expect("Nothing was changed.")
            await journey.press("D", "y")
            journey.expect("1 of 1").expect("✓ Mars Mission")
            #expect(try await world.stored("Mars Mission")?.isDisabled == true)
            #expect(try await world.stored("Apollo")?.isDisabled == false)
            await journey.press(.escape)
            journey.expect("2 marked, 2 hidden")
            await journey.end()
        }
    }

    @Test func purgesSeveralOnlyByTheirNumber() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("g", "v", "j", "v", "D", "y", .escape)
            journey.expect("Apollo", "disabled")
            await journey.press("*", "P")
            journey.expect("Purge for ever").expect("2 spaces to purge, 1 left out")
            journey.expect("Venus", "only a disabled space can be purged: disable it first")
            journey.expect("Type 2 to purge 2 spaces:")
            await journey.press("y", .enter)
            journey.expect("! that is not the number of spaces")
            #expect(try await world.stored("Apollo") != nil)
            await journey.retype("2").press(.enter)
            journey.expect("finished").expect("2 done, 1 left out").expect("Venus", "left out")
            #expect(try await world.stored("Apollo") == nil)
            #expect(try await world.stored("Venus") != nil)
            await journey.press(.escape)
            journey.expectNo("Apollo").expect("1 marked")
            await journey.end()
        }
    }

    @Test func restoresWhatIsDisabledAndTellsWhyTheOthersStay() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("g", " ", "D", "y", .escape, "*", "x", "R")
            journey.expect("1 space to restore, 2 left out").expect("Venus", "Venus is not disabled")
            await journey.press("y")
            journey.expect("✓ Apollo", "disabled → restored", "done")
            #expect(try await world.stored("Apollo")?.isDisabled == false)
            await journey.end()
        }
    }

    @Test func raisesEveryQuotaByAPercentageOfItsOwn() async throws {
        try await World.run(spaces: []) { world in
            try await world.make("Large", limit: .bytes(ByteCount(10 * Self.gigabyte)))
            try await world.make("Small", limit: .bytes(ByteCount(1 * Self.gigabyte)))
            try await world.make("Without", limit: .unlimited)
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*", "x", "+").type("50").press(.enter)
            journey.expect("Raise the quota by 50 %").expect("Large", "10 GB", "→", "15 GB")
            journey.expect("Small", "1 GB", "→", "1.5 GB").expect("Without", "it has no limit")
            await journey.press("y")
            journey.expect("2 done, 1 left out")
            #expect(try await limit(of: "Large", in: world) == 15 * Self.gigabyte)
            #expect(try await limit(of: "Small", in: world) == 3 * Self.gigabyte / 2)
            await journey.end()
        }
    }

    @Test func renamesByAnExpressionAndShowsTheNamesBefore() async throws {
        try await World.run(spaces: ["Team 1 old", "Team 2 old"]) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*", "x", "n").type(#"Team (\d) old"#).press(.tab)
            await journey.type("Crew $1 {n}")
            journey.expect("Team 1 old", "→", "Crew 1 1").expect("Team 2 old", "→", "Crew 2 2")
            await journey.press(.enter, "y")
            journey.expect("2 done")
            #expect(try await world.stored("Crew 1 1") != nil)
            #expect(try await world.stored("Crew 2 2") != nil)
            await journey.end()
        }
    }

    @Test func addsAMemberToManySpacesAndRemovesOneFromThem() async throws {
        try await World.run(spaces: []) { world in
            let journey = try await Journey("admin", at: world.baseURL)
            for name in ["One", "Two"] { await journey.press("n").type(name).press(.enter) }
            await journey.find("type:project").press("*", "x", "a").type("mary").press(.enter)
            journey.expect("Mary Keller")
            await journey.press(.enter, Key(.right), .enter)
            journey.expect("Add Mary Keller as editor").expect("2 spaces to add to")
            await journey.press("y")
            journey.expect("finished").expect("2 done")
            await journey.press(.escape, "*", "x", "d").type("mary").press(.enter)
            journey.expect("Remove Mary Keller").expect("One", "editor", "→", "no member")
            await journey.press("y")
            journey.expect("2 done")
            await journey.press(.escape, "*", "x", "d")
            journey.expectNo("Mary Keller").expect("Ada Admin", "in 2 spaces")
            await journey.press(.enter)
            journey.expect("One", "is its last manager").expect("There is nothing to do.")
            await journey.end()
        }
    }

    @Test func aSpaceThatSomeoneElseChangedIsNotOverwritten() async throws {
        try await World.run { world in
            let journey = try await Journey("admin", at: world.baseURL)
            await journey.find("type:project").press("*", "x", "s").type("20 GB").press(.enter)
            let id = try await world.id(of: "Mars Mission")
            let seen = try await world.administrator.space(id)
            _ = try await world.administrator.edit(
                SpaceEdit(limit: .bytes(ByteCount(7 * Self.gigabyte))), startingFrom: seen)
            await journey.press("y")
            journey.expect("2 done, 1 not done").expect("✕ Mars Mission", "not done")
            #expect(try await limit(of: "Mars Mission", in: world) == 7 * Self.gigabyte)
            await journey.press("f", "g")
            journey.expect("someone else changed its quota meanwhile").expectNo("✓")
            await journey.press(.escape)
            journey.expect("1 marked")
            await journey.press(.control("r"), "X", "r")
            journey.expect("1 space to change").expect("Mars Mission")
            await journey.press("y")
            #expect(try await limit(of: "Mars Mission", in: world) == 20 * Self.gigabyte)
            await journey.end()
        }
    }

    // MARK: Runs that take their time

    /// A run over twelve spaces that is about to begin, on a server that goes wrong.
    private func onTheWay(
        _ fault: String, parallel: Int = 8, _ story: @Sendable (Journey, World, SpacesServer) async throws -> Void
    ) async throws {
        try await withServer(World.configuration) { server, baseURL in
            let world = try World(store: server.store, baseURL: baseURL)
            for number in 1...12 { try await world.make("Space \(number)") }
            let home = FileManager.default.temporaryDirectory.appending(path: "runs-\(UUID())")
                .path(percentEncoded: false)
            let journey = try await Journey(
                "admin", at: baseURL, profile: Profile(parallel: parallel),
                runs: RunFolder(environment: ["HOME": home]))
            await journey.find("type:project").press("*", "x", "s").type("20 GB").press(.enter)
            server.faults.set(try Fault(parsing: fault))
            try await story(journey, world, server)
            await journey.end()
            await world.administrator.shutdown()
            try FileManager.default.removeItem(atPath: home)
        }
    }

    private func expectAll(_ count: Int, in world: World) async throws {
        for number in 1...count {
            let limit = try await limit(of: "Space \(number)", in: world)
            #expect(limit == 20 * Self.gigabyte)
        }
    }

    @Test(.timeLimit(.minutes(30))) func eightAreSentAtOnceAndTheOthersWait() async throws {
        try await onTheWay("PATCH: hang") { journey, _, _ in
            journey.pressOn("y")
            while !journey.shows(["8 under way, 4 not started"]) {
                journey.glance()
                await Task.yield()
            }
            journey.pressOn("c")
            journey.expect("stopping").expect("8 under way, 4 not started")
        }
    }

    @Test func pausesAndGoesOn() async throws {
        try await onTheWay("PATCH: latency=50ms", parallel: 2) { journey, world, _ in
            journey.pressOn("y")
            journey.pressOn("p")
            await journey.settle()
            journey.expect("paused").expect("not started").expectNo("under way")
            await journey.press("p")
            journey.expect("finished").expect("12 done")
            let after = try await limit(of: "Space 12", in: world)
            #expect(after == 20 * Self.gigabyte)
        }
    }

    @Test func cancelsBetweenSpacesAndRepeatsTheRest() async throws {
        try await onTheWay("PATCH: latency=50ms", parallel: 2) { journey, world, server in
            journey.pressOn("y")
            journey.pressOn("c")
            await journey.settle()
            journey.expect("cancelled").expect("not started").expectNo("under way")
            let before = try await limit(of: "Space 12", in: world)
            #expect(before != 20 * Self.gigabyte)
            server.faults.set()
            await journey.press("r")
            journey.expect("Set the quota to 20 GB").expect("spaces to change")
            await journey.press("y")
            journey.expect("finished").expectNo("not started")
            let after = try await limit(of: "Space 12", in: world)
            #expect(after == 20 * Self.gigabyte)
        }
    }

    @Test func goesOnWhileThePersonLooksAtTheList() async throws {
        try await onTheWay("PATCH: latency=50ms") { journey, _, _ in
            journey.pressOn("y")
            journey.pressOn(.escape)
            journey.expect("running 0 of 12").expect("The run goes on; X shows it again.").expect("▌")
            await journey.settle()
            journey.expect("✓", "Set the quota to 20 GB: 12 done. X shows it.").expect("Space 1", "20 GB")
            await journey.press("X")
            journey.expect("finished").expect("12 of 12")
        }
    }

    @Test func anOutagePausesTheRunAndNothingIsLost() async throws {
        try await onTheWay("reset", parallel: 2) { journey, world, server in
            await journey.press("y")
            journey.expect("paused").expect("does not answer, so nothing more is begun. p goes on")
            journey.expect("✕ Space 1", "not done")
            server.faults.set()
            await journey.press("p")
            journey.expect("finished").expect("not done")
            await journey.press("r", "y")
            journey.expect("finished").expectNo("not done")
            try await expectAll(12, in: world)
        }
    }

    @Test("A server that asks to wait for long has the run halt; then it goes on with what was put off")
    func haltsWhereTheServerAsksToWait() async throws {
        try await onTheWay("PATCH: status=429;retry-after=7200 x1", parallel: 1) { journey, world, _ in
            await journey.press("y")
            journey.expect("paused").expect("12 not started").expectNo("not done")
            journey.expect("asks to wait until", "so nothing more is begun. p goes on")
            journey.expect("Quota of Space 1 was not changed").expect("The server asks to wait until")
            await journey.press("p")
            journey.expect("finished").expect("12 done")
            try await expectAll(12, in: world)
        }
    }

    @Test func tellsWhatTheServerSaidAndSavesIt() async throws {
        try await onTheWay("PATCH: status=500 x1", parallel: 1) {
            journey, _, _ in
            await journey.press("y")
            journey.expect("finished").expect("11 done, 1 not")
            await journey.press("f")
            journey.expect("500").expect("request ")
            await journey.press("w")
            journey.expect("✓", "Saved in")
        }
    }

    /// SPACES_BENCHMARK=1 swift test --filter oneAfterTheOtherOrSeveralAtOnce
    @Test(.enabled(if: ProcessInfo.processInfo.environment["SPACES_BENCHMARK"] == "1"))
    func oneAfterTheOtherOrSeveralAtOnce() async throws {
        var configuration = World.configuration
        configuration.sample = SampleOrder(count: 1000)
        configuration.faults = [try Fault(parsing: "latency=30ms")]
        var times: [Duration] = []
        for parallel in [1, 8] {
            let time = try await withServer(configuration) { _, baseURL in
                let journey = try await Journey("admin", at: baseURL, profile: Profile(parallel: parallel))
                await journey.find("type:project !disabled").press("*", "x", "s").type("77 GB").press(.enter)
                let time = await ContinuousClock().measure { await journey.press("y") }
                journey.expect("finished")
                await journey.end()
                return time
            }
            print("\(parallel) at a time: \(time)")
            times.append(time)
        }
        #expect(times[0] > times[1] * 4)
    }
}
