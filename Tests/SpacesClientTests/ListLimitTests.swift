import Foundation
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

/// Lists that are too large, too long or too slow: each ends with its sentence, and what had arrived is kept.
@Suite struct ListLimitTests {
    /// Why a server's list was not read to its end, within other limits and by another clock.
    static func failure(
        of server: FaultyServer, timing: Timing = Timing(), _ change: (inout ListLimits) -> Void
    ) async throws -> SpacesFailure? {
        let connection = try ServerConnection.test("http://127.0.0.1:\(server.port)") { change(&$0.listLimits) }
        let service = try HTTPSpacesService(connection, logger: ServiceTests.silent, timing: timing)
        let failure = await ServiceTests.failure { try await service.spaces(SpaceQuery(), onProgress: nil) }
        await service.shutdown()
        return failure
    }

    private static let three = #"{"value":[{"id":"a"},{"id":"b"},{"id":"c"}]}"#

    @Test func moreThanThereIsMemoryForIsNotRead() async throws {
        try await FaultyServer.run(script: { _ in [.answer(200, Self.three)] }) { server in
            let failure = try await Self.failure(of: server) { $0.size = 40 }
            #expect(failure?.kind == .tooMuch)
            #expect(
                failure?.sentence
                    == "The list of spaces was not loaded: 127.0.0.1:\(server.port) sent more than the 40 B "
                    + "that are read on this machine (200). Start the program on a machine with more memory.")
            #expect(failure?.arrived?.spaces.map(\.id) == ["a", "b", "c"])
        }
    }

    @Test func whatFitsIsRead() async throws {
        try await FaultyServer.run(script: { _ in [.answer(200, Self.three)] }) { server in
            let bySize = try await Self.failure(of: server) { $0.size = Self.three.utf8.count }
            let byEntries = try await Self.failure(of: server) { $0.entries = 3 }
            #expect(bySize == nil && byEntries == nil)
        }
    }

    @Test func moreEntriesThanAnyListHasAreNotRead() async throws {
        try await FaultyServer.run(script: { _ in [.answer(200, Self.three)] }) { server in
            let failure = try await Self.failure(of: server) { $0.entries = 2 }
            #expect(failure?.kind == .tooMuch && failure?.sentence.contains("sent more than 2 entries (200).") == true)
        }
    }

    @Test func aListThatTricklesIsGivenUp() async throws {
        let begun = #"{"value":[{"id":"a"},{"id":"b"},"#
        let time = Mutex(Duration.zero)
        // Half a minute goes by between any two looks at the clock.
        let timing = Timing(elapsed: {
            time.withLock {
                $0 += .seconds(30); return $0
            }
        })
        try await FaultyServer.run(script: { _ in [.head(length: 1 << 20), .text(begun)] }) { server in
            let failure = try await Self.failure(of: server, timing: timing) { $0.slowest = 100 }
            #expect(failure?.kind == .timedOut && failure?.mayPass == true)
            #expect(
                failure?.sentence.contains("sent fewer than 100 bytes a second for 30 s (200). Try again.") == true,
                "\(String(describing: failure))")
            #expect(failure?.arrived?.spaces.map(\.id) == ["a", "b"])
        }
    }

    @Test func soIsEveryOtherAnswer() async throws {
        let time = Mutex(Duration.zero)
        let timing = Timing(elapsed: {
            time.withLock {
                $0 += .seconds(30); return $0
            }
        })
        try await FaultyServer.run(script: { _ in [.head(length: 1000), .text("{")] }) { server in
            let service = try HTTPSpacesService(
                .test("http://127.0.0.1:\(server.port)") { $0.listLimits.slowest = 100 }, logger: ServiceTests.silent,
                timing: timing)
            let failure = await ServiceTests.failure { try await service.space("s$1") }
            #expect(failure?.sentence.contains("sent fewer than 100 bytes a second for 30 s") == true)
            await service.shutdown()
        }
    }

    @Test func theMeterTakesNoNoticeOfPauses() {
        var meter = RateMeter(ListLimits(), at: .zero)
        func comes(_ bytes: Int, at seconds: Int) -> Bool { meter.count(bytes, at: .seconds(seconds)) }
        #expect(comes(1, at: 29), "not for long enough")
        #expect(comes(2999, at: 30), "just enough")
        #expect(comes(1, at: 59))
        #expect(!comes(2998, at: 60), "one byte too few")
        #expect(comes(1, at: 61))
        meter.excuse(.seconds(600))
        #expect(comes(1, at: 662), "the server asked for the wait")
        #expect(comes(5000, at: 4000), "the program was stopped meanwhile")
    }

    /// In mebibytes.
    @Test(
        "A list may take an eighth of the memory, within limits",
        arguments: [(64, 32), (512, 64), (4096, 512), (65_536, 1024)])
    func followsTheMemory(memory: Int, size: Int) {
        #expect(ListLimits(memory: memory << 20).size == size << 20)
    }

    /// Groups as version 2, version 1 and both write them; the lowest limit on the way counts.
    // swift-format-ignore
    @Test(arguments: [
        ([:], 1000),
        (["proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "300\n"], 300),
        (["proc/self/cgroup": "0::/user.slice/u\n", "sys/fs/cgroup/user.slice/memory.max": "200\n", "sys/fs/cgroup/user.slice/u/memory.max": "max\n"], 200),
        (["proc/self/cgroup": "0::/a/b\n", "sys/fs/cgroup/a/memory.max": "400\n", "sys/fs/cgroup/a/b/memory.max": "5000\n"], 400),
        (["proc/self/cgroup": "5:cpu,memory:/docker/x\n", "sys/fs/cgroup/memory/docker/x/memory.limit_in_bytes": "70\n"], 70),
        (["proc/self/cgroup": "rubbish\n:::\n", "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n"], 1000),
    ] as [([String: String], Int)])
    func findsTheLimitOfTheGroup(files: [String: String], bytes: Int) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "groups-\(UUID())")
        for (name, text) in files {
            let file = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(MachineMemory.bytes(root: root.path(percentEncoded: false), physical: 1000) == bytes)
        if !files.isEmpty { try FileManager.default.removeItem(at: root) }
    }
}
