import Foundation
import Terminal
import Testing

@testable import SpacesUI

/// The files of themes and of the choice of one, as they lie on disk.
@Suite struct ThemeFilesTests {
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result: Result<Void, any Error>
        do { result = .success(try await body(folder.path)) } catch { result = .failure(error) }
        try FileManager.default.removeItem(at: folder)
        try result.get()
    }

    private func files(state: String) -> ThemeFiles {
        ThemeFiles(loader: ThemeLoader(directories: []), depth: .all256, stateFolder: state)
    }

    @Test func aChoiceIsKeptUntilTheConfigurationSaysSomethingElse() async throws {
        try await withFolder { folder in
            let files = files(state: folder + "/state/spaces")
            #expect(files.choice(for: "default,,") == nil)
            try files.keep(ThemeChoice(name: "nord", configuration: "default,,"))
            #expect(files.choice(for: "default,,") == "nord")
            #expect(files.choice(for: "dark,,") == nil)
            try files.keep(nil)
            try files.keep(nil)
            #expect(files.choice(for: "default,,") == nil)
        }
    }

    @Test func aChoiceThatCannotBeWrittenSaysWhatFollows() async throws {
        try await withFolder { folder in
            try Data().write(to: URL(filePath: folder + "/state"))
            let failure = #expect(throws: ThemeFailure.self) {
                try files(state: folder + "/state").keep(ThemeChoice(name: "nord", configuration: "default,,"))
            }
            #expect(failure?.sentence.hasPrefix("The theme is kept until the end of this run only: ") == true)
        }
    }

    @Test func aDamagedChoiceIsNone() async throws {
        try await withFolder { folder in
            for text in ["", "nord", "\ndefault,,", String(repeating: "x", count: 5000), "\u{0}\u{1}\n\n"] {
                try Data(text.utf8).write(to: URL(filePath: folder + "/theme"))
                #expect(files(state: folder).choice(for: "default,,") == nil)
            }
        }
    }

    @Test func aBrokenThemeLeavesTheOthers() async throws {
        try await withFolder { folder in
            for (name, text) in [("bad", "roles: ["), ("ocean", "inherits: nord"), ("loop", "inherits: loop")] {
                try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name).yaml"))
            }
            let catalog = ThemeLoader(directories: [folder]).catalog(depth: .all256)
            #expect(catalog.entries.map(\.name) == ThemeLoader.builtInNames + ["loop", "ocean"])
            #expect(catalog.problems.count == 2)
            #expect(catalog.problems.contains { $0.hasPrefix("\(folder)/bad.yaml:2: ") }, "\(catalog.problems)")
            #expect(catalog.problems.contains("\(folder)/loop.yaml:1: the theme loop inherits from itself in the end"))
            #expect(catalog["ocean"]?.ground == .dark)
        }
    }

    /// The kernel tells; the test waits for nothing but that.
    @Test(.timeLimit(.minutes(30)))
    func changesAreToldEvenInAFolderThatWasNotThere() async throws {
        try await withFolder { folder in
            let themes = folder + "/themes"
            let (changes, told) = AsyncStream<Void>.makeStream()
            let watch = try #require(FolderWatch([themes]) { told.yield() })
            var iterator = changes.makeAsyncIterator()
            try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: false)
            await iterator.next()
            for text in ["inherits: nord", "inherits: dracula"] {
                try Data(text.utf8).write(to: URL(filePath: themes + "/ocean.yaml"))
                await iterator.next()
            }
            try FileManager.default.removeItem(atPath: themes + "/ocean.yaml")
            await iterator.next()
            withExtendedLifetime(watch) {}
        }
    }
}
