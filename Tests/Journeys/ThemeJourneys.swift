import Foundation
import SpacesUI
import Terminal
import Testing

/// Themes tried, kept, and edited beside the running program.
@Suite struct ThemeJourneys {
    /// Runs with the files of a person who has the folder of themes and that for the program's own notes.
    private func withFiles(_ body: @Sendable (_ folder: String, ThemeFiles) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let themes = folder.appending(path: "themes")
        try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
        let files = ThemeFiles(
            loader: ThemeLoader(directories: [themes.path]), depth: .all256,
            stateFolder: folder.appending(path: "state").path)
        let result: Result<Void, any Error>
        do { result = .success(try await body(themes.path, files)) } catch { result = .failure(error) }
        try FileManager.default.removeItem(at: folder)
        try result.get()
    }

    @Test func aThemeIsTriedKeptAndThereTheNextTime() async throws {
        try await withFiles { _, files in
            try await World.run(spaces: ["Apollo"]) { world in
                let journey = try await Journey("admin", at: world.baseURL, themes: files)
                let before = try journey.style(of: "Apollo")
                await journey.press("T")
                journey.expect("Theme").expect("solarized-dark", "dark")
                await journey.type("mocha")
                try #require(journey.style(of: "Apollo").background != before.background)
                await journey.press(.escape)
                try #require(journey.style(of: "Apollo").background == before.background)
                await journey.press("T").type("mocha").press(.enter)
                journey.expect("✓", "The theme is catppuccin-mocha.")
                let kept = try journey.style(of: "Apollo")
                #expect(kept.background != before.background)
                await journey.end()

                #expect(files.choice(for: ThemeSelection().configuration) == "catppuccin-mocha")
            }
        }
    }

    @Test func aFileThatIsSavedIsOnTheScreenAtOnceAndAMistakeIsNamed() async throws {
        try await withFiles { folder, files in
            let file = URL(filePath: folder + "/ocean.yaml")
            try Data("palette: { text: 33 }\n".utf8).write(to: file)
            try await World.run(spaces: ["Apollo"]) { world in
                let journey = try await Journey("admin", at: world.baseURL, themes: files)
                await journey.press("T").type("ocean").press(.enter)
                try #require(journey.style(of: "Apollo").foreground == .palette(33))
                try Data("palette: { text: 99 }\n".utf8).write(to: file)
                await journey.themesChanged()
                try #require(journey.style(of: "Apollo").foreground == .palette(99))
                try Data("palette: { text: 99 }\nrole: {}\n".utf8).write(to: file)
                await journey.themesChanged()
                journey.expect("ocean.yaml:2: no key \"role\"; did you mean roles?")
                try Data("palette: [\n".utf8).write(to: file)
                await journey.themesChanged()
                journey.expect("ocean.yaml:2: ")
                try #require(journey.style(of: "Apollo").foreground == .palette(99))
                await journey.end()
            }
        }
    }
}
