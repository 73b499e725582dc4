import Foundation
import SpacesUI
import Terminal
import Testing

/// Taking the list to a spreadsheet or a program.
@Suite struct ExportJourneys {
    private static func inFolder(_ story: @Sendable (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await story(folder.path)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("The spaces that the filter shows become a CSV file that only the person can read")
    func shownSpacesBecomeATable() async throws {
        try await Self.inFolder { folder in
            try await World.run { world in
                let files = ExportFiles(home: folder, folder: folder)
                let journey = try await Journey("admin", at: world.baseURL, exports: files)
                await journey.press("/").type("type:project name:m").press(.enter, "W")
                journey.expect("Export").expect("Spaces", "1 shown space").expect("CSV, for spreadsheets").expect(
                    "~/spaces-")
                await journey.press(.tab, .tab, .control("u"), .control("k")).type("~/spaces.csv").press(.enter)
                journey.expect("Saved 1 shown space in \(folder)/spaces.csv, for you alone to read.")
                let text = try String(contentsOfFile: folder + "/spaces.csv", encoding: .utf8)
                let lines = text.split(separator: "\r\n")
                #expect(lines[0] == "id,name,subtitle,alias,type,state,used,quota,managers,modified,web,webdav")
                #expect(lines.count == 2 && lines[1].contains(",Mars Mission,About Mars Mission,"))
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/spaces.csv")
                #expect((attributes[.posixPermissions] as? Int) == 0o600)
                await journey.end()
            }
        }
    }

    @Test("A file that is there is replaced only by who says so")
    func whatIsThereStays() async throws {
        try await Self.inFolder { folder in
            try "mine".write(toFile: folder + "/list.json", atomically: true, encoding: .utf8)
            try await World.run { world in
                let files = ExportFiles(home: folder, folder: folder)
                let journey = try await Journey("admin", at: world.baseURL, exports: files)
                await journey.press("W", .tab, " ", .tab, .control("u"), .control("k")).type("list.json").press(.enter)
                journey.expect("list.json is there already. y replaces it, any other key does not.")
                await journey.press("n")
                #expect(try String(contentsOfFile: folder + "/list.json", encoding: .utf8) == "mine")
                await journey.press(.enter, "y")
                let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/list.json"))
                let spaces = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
                #expect(spaces.compactMap { $0["name"] as? String }.contains("Venus"))
                journey.expect("Saved").expect("for you alone to read.")
                await journey.end()
            }
        }
    }
}
