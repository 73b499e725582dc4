import Foundation
import Testing

@testable import Localization

/// The German texts against the English ones in the code.
@Suite struct GermanTests {
    @Test("Every text of the program is there in German") func everyTextIsTranslated() throws {
        let missing = try Self.keys.subtracting(German.texts.keys).filter(Self.hasWords)
        #expect(missing.isEmpty, "without a translation:\n\(missing.sorted().joined(separator: "\n"))")
    }

    @Test("No German text is left of a text that the program has no more") func noTextIsLeftOver() throws {
        let stale = try Set(German.texts.keys).subtracting(Self.keys)
        #expect(stale.isEmpty, "translated, and nowhere used:\n\(stale.sorted().joined(separator: "\n"))")
    }

    @Test("A German text has the same values in it as the English one") func valuesAreTheSame() {
        for (key, text) in German.texts {
            #expect(Self.values(text) == Self.values(key), "\(key) → \(text)")
            #expect(text.first?.isWhitespace == key.first?.isWhitespace, "\(key) → \(text)")
            #expect(text.last?.isWhitespace == Self.withoutContext(key).last?.isWhitespace, "\(key) → \(text)")
        }
    }

    @Test("One text has one translation, wherever it is used") func nothingIsTranslatedTwice() {
        var first: [String: String] = [:]
        for (key, text) in German.parts.joined() {
            #expect(first[key] == nil, "\(key) is there twice: \(first[key] ?? "") and \(text)")
            first[key] = text
        }
    }

    @Test(
        "The texts of a source are found as the compiler reads them",
        arguments: [
            (#"localized("plain")"#, ["plain"]),
            (#"localized("\(a(1)) of \(b["x"] ?? "y"), 5 %")"#, ["%1 of %2, 5 %%"]),
            (#"localized("Open", in: "a state")"#, ["Open {a state}"]),
            (#"counted(a.count, "one", "many")"#, ["one", "many"]),
            (#"localized(isOne ? "this" : "that \u{2026}")"#, ["this", "that …"]),
            (#"localized("outer \(localized("inner"))")"#, ["inner", "outer %1"]),
            (#"other("no") // localized("no")"#, []),
            (
                ##"""
                    localized(
                        """
                        one \
                        \(line)
                        two
                        """)
                """##, ["one %1\ntwo"]
            ),
        ])
    func readsSources(_ source: String, _ keys: [String]) {
        #expect(SourceTexts(of: source).keys == keys)
    }

    /// All keys that the sources of the program name.
    private static var keys: Set<String> {
        get throws {
            let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("Sources")
            let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
            var keys: Set<String> = []
            for case let file as URL in files where file.pathExtension == "swift" {
                if file.path.contains("/Localization/German") { continue }
                keys.formUnion(SourceTexts(of: try String(contentsOf: file, encoding: .utf8)).keys)
            }
            let themes = sources.deletingLastPathComponent().appendingPathComponent("themes")
            for file in try FileManager.default.contentsOfDirectory(at: themes, includingPropertiesForKeys: nil)
            where file.pathExtension == "yaml" {
                let text = try String(contentsOf: file, encoding: .utf8)
                let summary = text.firstMatch(of: #/(?m)^summary: "?(.*?)"?$/#)?.output.1
                keys.insert(String(try #require(summary, "\(file.lastPathComponent) says nothing about itself")))
            }
            return keys
        }
    }

    /// Whether there is anything to translate besides values and marks.
    private static func hasWords(_ key: String) -> Bool { key.contains { $0.isLetter } }

    private static func values(_ text: String) -> [Substring] {
        Set(text.replacing("%%", with: "").matches(of: #/%[1-9]/#).map(\.output)).sorted()
    }

    private static func withoutContext(_ key: String) -> Substring {
        key.hasSuffix("}") ? key.prefix { $0 != "{" }.dropLast() : key[...]
    }
}
