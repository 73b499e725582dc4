import Foundation
import SpacesModel
import TestSupport
import Testing
import Texts

@testable import SpacesUI

/// What is written down of a run, and what is told of it after the program was cut off at any byte.
@Suite struct RunFileTests {
    private func withHome(_ work: (String) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID())").path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: home) } }
        try work(home)
    }

    private func mode(_ path: String) throws -> Int {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        return try #require(value).intValue
    }

    private static let steps: [BulkStep] = [
        .edit(SpaceEdit(name: "Mars II", limit: .bytes(ByteCount(20)))), .edit(SpaceEdit(limit: .unlimited)), .disable,
        .restore, .purge,
        .invite(
            Invitation(
                Identity(id: "u1", displayName: "Ada"), roleID: "r1",
                expires: Date(timeIntervalSince1970: 4_000_000_000))),
        .remove(
            Member(
                identity: Identity(kind: .group, id: "g1", displayName: "All"), role: .viewer,
                permissionID: "g:g1", roleID: RoleDefinition.published[0].id)),
    ]

    private static let items = steps.map { BulkItem(Sample.mars, $0, before: "10 GB", after: "20 GB") }

    private static let plan = RunRecord.Plan(
        server: "cloud.example.org", title: "Set the quota to 20 GB", begun: Sample.now,
        items: items.map(RunRecord.Item.init))

    @Test func everyStepReadsBackAsItWas() {
        for item in Self.items {
            let read = RunRecord.Item(item).item
            #expect(read.step == item.step && read.before == item.before && read.after == item.after)
            #expect(read.space.id == item.space.id && read.space.name == item.space.name)
        }
    }

    @Test func liesWhereItsOwnerAloneReadsItAndIsToldOnlyAfterItsWindowIsGone() throws {
        try withHome { home in
            let runs = RunFolder(environment: ["HOME": home])
            var file = try runs.begin(Self.plan)
            let path = try #require(file?.path)
            #expect(try mode(path) == 0o600)
            #expect(try mode(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)) == 0o700)
            try file?.note(RunRecord(sending: 0))
            #expect(runs.leftOver(on: "cloud.example.org").isEmpty, "another window still works on it")
            file = nil
            #expect(runs.leftOver(on: "other.example.org").isEmpty)
            let left = try #require(runs.leftOver(on: "cloud.example.org").first)
            #expect(left.title == "Set the quota to 20 GB" && left.items.count == Self.items.count)
            #expect(left.outcomes[0].kind == .unknown && left.outcomes[1].kind == .waiting && !left.hasEnded)
            runs.remove(left.file)
            #expect(runs.leftOver(on: "cloud.example.org").isEmpty)
        }
    }

    /// The program may end in any way after the last answer: nothing is left that the person does not know.
    @Test(arguments: [true, false])
    func aRunOfWhichAllCameAboutIsNotToldAgain(hasEnded: Bool) throws {
        try withHome { home in
            let runs = RunFolder(environment: ["HOME": home])
            var file = try runs.begin(Self.plan)
            let path = try #require(file?.path)
            for index in Self.items.indices { try file?.note(RunRecord(settled: .init(index, .done))) }
            if hasEnded { try file?.note(RunRecord(ended: true)) }
            #expect(FileManager.default.fileExists(atPath: path))
            file = nil
            #expect(runs.leftOver(on: "cloud.example.org").isEmpty)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func aRunOfWhichSomethingFailedIsTold() throws {
        try withHome { home in
            let runs = RunFolder(environment: ["HOME": home])
            var file = try runs.begin(Self.plan)
            for index in Self.items.indices.dropFirst() { try file?.note(RunRecord(settled: .init(index, .done))) }
            try file?.note(RunRecord(settled: .init(0, BulkOutcome(.failed, "No."))))
            try file?.note(RunRecord(ended: true))
            file = nil
            #expect(runs.leftOver(on: "cloud.example.org").count == 1)
            #expect(runs.leftOver(on: "cloud.example.org").count == 1, "looking at it does not remove it")
        }
    }

    @Test func aRunThatWasDoneInAnotherWayIsTold() throws {
        try withHome { home in
            let runs = RunFolder(environment: ["HOME": home])
            var file = try runs.begin(Self.plan)
            let remark = BulkOutcome(.done, "Stored: without an end.")
            for index in Self.items.indices { try file?.note(RunRecord(settled: .init(index, remark))) }
            file = nil
            #expect(runs.leftOver(on: "cloud.example.org").count == 1)
        }
    }

    @Test func nothingIsKeptOfADemonstration() throws {
        try withHome { home in
            let runs = RunFolder(environment: ["HOME": home], keepsRuns: false)
            let file = try runs.begin(Self.plan)
            let entries = try FileManager.default.contentsOfDirectory(atPath: home)
            #expect(file == nil && entries.isEmpty)
        }
    }

    @Test func withoutAWritableFolderNothingBegins() throws {
        try withHome { home in
            #expect(throws: RunFailure.self) {
                try RunFolder(environment: ["XDG_STATE_HOME": home + "/x\u{0}y"]).begin(Self.plan)
            }
            try Data().write(to: URL(filePath: home + "/file"))
            #expect(throws: RunFailure.self) {
                try RunFolder(environment: ["XDG_STATE_HOME": home + "/file"]).begin(Self.plan)
            }
        }
    }

    /// A file cut at any byte tells a part of the truth: what it calls done was done, and what was begun is never "not started".
    @Test(arguments: 1...20)
    func aFileCutAnywhereNeverLies(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var bytes = try RunRecord(plan: Self.plan).line()
        let planEnd = bytes.count
        var ends: [(end: Int, record: RunRecord)] = []
        for index in Self.items.indices.shuffled(using: &random) {
            for record in [
                RunRecord(sending: index),
                RunRecord(
                    settled: .init(
                        index,
                        .random(using: &random) ? .done : BulkOutcome(.failed, "No.", status: 403, requestID: "r"))),
            ] {
                bytes += try record.line()
                ends.append((bytes.count, record))
            }
        }
        let cut = Int.random(in: 0...bytes.count, using: &random)
        let lines = bytes.prefix(cut).split(separator: UInt8(ascii: "\n")).map(Array.init)
        let recovered = RecoveredRun(file: "/run", lines: lines, server: "cloud.example.org")
        guard cut >= planEnd - 1 else {
            #expect(recovered == nil, "seed \(seed)")
            return
        }
        let outcomes = try #require(recovered).outcomes
        for index in outcomes.indices {
            // A line counts once its last byte before the newline is there.
            let seen = ends.filter { $0.end - 1 <= cut }.map(\.record)
            let settled = seen.compactMap(\.settled).first { $0.index == index }
            let expected: BulkOutcome.Kind =
                settled.map { $0.outcome.kind } ?? (seen.contains { $0.sending == index } ? .unknown : .waiting)
            #expect(outcomes[index].kind == expected, "seed \(seed), cut at \(cut), item \(index)")
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("Mars", "Mars"), ("=1+2", "'=1+2"), ("+49", "'+49"), ("-x", "'-x"), ("@sum", "'@sum"), ("\t=1", "\"'\t=1\""),
        ("=\u{301}1", "'=\u{301}1"), ("a=1", "a=1"),
        ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("", ""),
        ("\u{1B}[2J", "␛[2J"), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("שלום\u{200F}", "שלום\u{200F}"),
    ])
    func cellsAreNoFormulas(text: String, cell: String) {
        #expect(CSV.cell(text).isExactly(cell))
    }

    /// What was written down before texts were kept as they are: a name with signs in it is never written again, and it is said
    /// why; what has none is repeated as ever.
    @Test func signsOfAnOldFileAreNotWrittenBack() throws {
        let replaced = BulkItem(
            Sample.mars, .edit(SpaceEdit(name: "Team שלום⟨200F⟩")), before: "Mars Mission", after: "Team שלום⟨200F⟩")
        let plain = BulkItem(Sample.mars, .edit(SpaceEdit(name: "Team 1")), before: "Mars Mission", after: "Team 1")
        for (version, refuses) in [(1, true), (2, false)] {
            var plan = RunRecord.Plan(
                server: "cloud.example.org", title: "Rename", begun: Sample.now,
                items: [replaced, plain].map(RunRecord.Item.init))
            plan.version = version
            let line = try RunRecord(plan: plan).line().dropLast()
            let run = try #require(
                RecoveredRun(file: "/run", lines: [Array(line)], server: "cloud.example.org"), "version \(version)")
            var state = Sample.loaded()
            state.receive(.bulk(.recovered([run])))
            state.now += CursorMove.seconds
            state.press("r")
            guard case .bulk(let dialog)? = state.layers.last, case .plan(let page) = dialog.step else {
                Issue.record("\(state.layers)")
                return
            }
            #expect(page.plan.items.count == (refuses ? 1 : 2), "version \(version)")
            let reasons = page.plan.skipped.map(\.reason)
            #expect(
                reasons
                    == (refuses
                        ? ["its name was written down with signs for what cannot be seen, and is not written back"]
                        : []))
        }
    }

    @Test func aRunIsWrittenDownToTheLastByte() throws {
        var space = Sample.mars
        space.name = "first\nsecond\u{200F}Cafe\u{301}"
        let item = BulkItem(space, .edit(SpaceEdit(name: space.name + "X")), before: space.name, after: "")
        let plan = RunRecord.Plan(server: "s", title: "t", begun: Sample.now, items: [RunRecord.Item(item)])
        let line = try RunRecord(plan: plan).line()
        #expect(!line.dropLast().contains { $0 < 0x20 })
        let read = try #require(
            try RunRecord.decoder().decode(RunRecord.self, from: Data(line)).plan?.items.first?.item)
        #expect(read.step == item.step && read.space.name.isExactly(space.name) && read.refusal == nil)
    }

    @Test func resultsAreSavedForTheirOwnerAlone() throws {
        try withHome { home in
            let runs = RunFolder(environment: ["XDG_STATE_HOME": home])
            let first = try runs.save("a", begun: Sample.now)
            let second = try runs.save("b", begun: Sample.now)
            #expect(first == home + "/spaces/results/2026-03-14-092600.csv" && second.hasSuffix("-092600-2.csv"))
            #expect(try mode(second) == 0o600)
            #expect(try String(contentsOfFile: first, encoding: .utf8) == "a")
        }
    }
}
