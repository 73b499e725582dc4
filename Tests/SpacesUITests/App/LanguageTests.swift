import Foundation
import Localization
import SpacesModel
import SpacesQuery
import Terminal
import TestSupport
import Testing
import Widgets

@testable import SpacesUI

/// Every state as it is seen by who speaks another language.
@Suite(.serialized, .ownThread) struct LanguageTests {
    private static let german = Localization(environment: ["LANG": "de_DE.UTF-8"])
    private static let size = Size(columns: 80, rows: 24)
    private static let scenes = Scene.all.filter { $0.glyphs == .unicode }

    @Test(arguments: scenes)
    func looksAsRecordedInGerman(scene: Scene) throws {
        let picture = Self.german.applied { Picture(scene.state(Self.size), glyphs: scene.glyphs) }
        try picture.expectAsRecorded("german-\(scene.name)")
    }

    /// A language in which every letter of a text is another one: a word that is still English was never handed over to be
    /// translated.
    private static let unreadable = Localization(
        language: Language(code: "xx", name: "Unreadable") { key in
            var afterPercent = false
            return String(
                key.map { letter in
                    defer { afterPercent = letter == "%" }
                    return letter.isASCII && letter.isLetter && !afterPercent ? "ø" : letter
                })
        },
        numbers: Localization.standard.numbers, days: .iso)

    @Test(
        "No word on the screen was forgotten by those who translate",
        arguments: scenes.filter { !$0.name.hasPrefix("detail-json") })
    func everyWordIsTranslated(scene: Scene) throws {
        let size = Size(columns: 160, rows: 50)
        let picture = Self.unreadable.applied { Picture(scene.state(size), glyphs: scene.glyphs) }
        for line in picture.lines {
            let words = line.matches(of: #/[A-Za-z]{3,}/#).map { String($0.output) }
            let forgotten = words.filter { word in
                // A gauge without colours is drawn with these.
                Set(word) != ["X"] && !Self.data.contains { $0.contains(word.lowercased()) }
            }
            #expect(forgotten.isEmpty, "\(forgotten) in \(line)")
        }
    }

    /// Words that are the same in all languages: what the sample spaces hold, and what is typed into files and commands.
    private static let data: Set<String> = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        var words: Set<String> = [
            "Space", "Enter", "Esc", "Shift", "Tab", "Home", "End", "PgUp", "PgDn", "Del", "Backspace", "Alt", "HTTP",
            "webdav",
            "etag",
            "ascending", "descending",
        ]
        words.formUnion(RoleDefinition.published.flatMap { $0.summary.split(separator: " ").map(String.init) })
        words.formUnion(QueryField.allCases.map(\.rawValue))
        // Terms of the filter, as they are typed.
        let terms = QueryField.allCases.map(\.example) + QueryForm.allCases.map(\.example)
        words.formUnion(terms.flatMap { $0.split { !$0.isLetter }.map(String.init) })
        words.formUnion(
            Sample.themes.entries.flatMap { ($0.name + " " + $0.summary).split { !$0.isLetter }.map(String.init) })
        for name in ["App", "Support"] {
            let files = folder.appending(path: "../\(name)").standardized
            let names = FileManager.default.enumerator(at: files, includingPropertiesForKeys: nil)
            for case let file as URL in names ?? .init() where file.pathExtension == "swift" {
                guard let source = try? String(contentsOf: file, encoding: .utf8) else { continue }
                for match in source.matches(of: #/"((?:[^"\\]|\\.)*)"/#) {
                    words.formUnion(String(match.output.1).matches(of: #/[A-Za-z]{3,}/#).map { String($0.output) })
                }
            }
        }
        return Set(words.map { $0.lowercased() })
    }()
}
