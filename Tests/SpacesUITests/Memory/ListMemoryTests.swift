import Foundation
import SpacesModel
import Testing

@testable import SpacesUI

/// The files themselves.
@Suite struct ListMemoryTests {
    private let folder = NSTemporaryDirectory() + "spaces-memory-\(UUID().uuidString)"
    private var memory: ListMemory {
        ListMemory(folder: folder + "/state/lists", viewsPath: folder + "/config/views.yaml")
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder + path)[.posixPermissions] as? Int
    }

    @Test func eachProfileHasAFileThatOnlyItsOwnerReads() throws {
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try memory.remember(.pin(SpaceID("a$1")), of: Sample.production)
        try memory.remember(.filter("mars"), of: Sample.production)
        try memory.remember(.pin(SpaceID("b$2")), of: Sample.staging)
        try memory.remember(.filter("x"), of: Profile(host: "cloud.example.org:9200/../x"))
        #expect(memory.recall(Sample.production).0 == Remembered(pins: [SpaceID("a$1")], filters: ["mars"]))
        #expect(memory.recall(Sample.staging).0.pins == [SpaceID("b$2")])
        #expect(memory.recall(Sample.audit).0 == Remembered())
        #expect(try mode("/state/lists/production.yaml") == 0o600 && mode("/state/lists") == 0o700)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/state/lists").sorted()
                == ["@cloud.example.org_9200_.._x.yaml", "production.yaml", "staging.yaml"])
    }

    @Test func whatWasDamagedIsKeptBesideTheNewFile() throws {
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        try memory.remember(.pin(SpaceID("a$1")), of: Sample.staging)
        let path = folder + "/state/lists/staging.yaml"
        try Data("pins:\n  - a$1\n%%% precious\n".utf8).write(to: URL(filePath: path))
        #expect(
            memory.recall(Sample.staging).problems.map(\.description) == [
                "\(path):3: this line is not understood and left out"
            ])
        try memory.remember(.filter("mars"), of: Sample.staging)
        #expect(memory.recall(Sample.staging).0 == Remembered(pins: [SpaceID("a$1")], filters: ["mars"]))
        #expect(try String(contentsOfFile: path + ".damaged", encoding: .utf8).contains("precious"))
        #expect(try mode("/state/lists/staging.yaml.damaged") == 0o600)
    }

    /// Whoever put a link there would have another file read, or written to.
    @Test func linksAreRefused() throws {
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
        try memory.remember(.filter("mars"), of: Sample.staging)
        let (path, elsewhere) = (folder + "/state/lists/staging.yaml", folder + "/elsewhere.yaml")
        try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
        let read = memory.recall(Sample.staging)
        #expect(read.0 == Remembered())
        #expect(read.problems.map(\.description) == ["\(path): is a link, and so not read"])
        #expect(throws: FileProblem.self) { try memory.remember(.filter("venus"), of: Sample.staging) }
        #expect(try String(contentsOfFile: elsewhere, encoding: .utf8).contains("mars"))

        // The same with the folder.
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: elsewhere, toPath: path)
        try FileManager.default.moveItem(atPath: folder + "/state/lists", toPath: folder + "/lists")
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/state/lists", withDestinationPath: folder + "/lists")
        #expect(memory.recall(Sample.staging).problems.count == 1)
        #expect(throws: FileProblem.self) { try memory.remember(.filter("venus"), of: Sample.staging) }
    }

    /// The person's own configuration may lie elsewhere, and stays there.
    @Test func viewsMayBeALink() throws {
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
        try FileManager.default.createDirectory(atPath: folder + "/config", withIntermediateDirectories: true)
        let elsewhere = folder + "/elsewhere.yaml"
        try Data().write(to: URL(filePath: elsewhere))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/config/views.yaml", withDestinationPath: elsewhere)
        let view = SavedView(name: "Full", filter: "full", order: SortOrder())
        _ = try memory.change(.save(view), or: SavedViews())
        #expect(memory.views().0.named("Full") != nil)
        #expect(try String(contentsOfFile: elsewhere, encoding: .utf8).contains("Full"))
    }

    @Test func whatCannotBeWrittenIsSaid() throws {
        let nowhere = ListMemory(folder: "/proc/none", viewsPath: "/proc/none/views.yaml")
        #expect {
            try nowhere.remember(.filter("x"), of: Sample.staging)
        } throws: {
            "\($0)".hasPrefix("/proc/none/staging.yaml: its folder cannot be made: ")
        }
        var state = Sample.loaded()
        state.receive(.notRemembered(FileProblem("/state/x.yaml", "cannot be written: No space left on device")))
        #expect(
            state.notice?.text
                == "Not remembered: /state/x.yaml: cannot be written: No space left on device. It holds until you quit."
        )
    }

    @Test func twoWindowsDoNotTakeEachOthersViewsAway() throws {
        defer { _ = try? FileManager.default.removeItem(atPath: folder) }
        let first = try memory.change(.save(SavedView(name: "Full", filter: "quota>90%")), or: SavedViews())
        let second = try memory.change(.save(SavedView(name: "Old", number: 2)), or: SavedViews())
        #expect(first.all.map(\.name) == ["Full"] && second.all.map(\.name) == ["Full", "Old"])
        #expect(memory.views().0 == second && memory.views().problems.isEmpty)
    }

    @Test func theFoldersFollowTheEnvironment() {
        #expect(ListMemory(environment: [:]).recall(Sample.staging).0 == Remembered())
        #expect(
            ListMemory(environment: ["XDG_STATE_HOME": "relative", "HOME": "/nonexistent"]).views().0 == SavedViews())
    }
}
