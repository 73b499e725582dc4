import Foundation
import SpacesUI
import Terminal

/// The theme that the documentation shows; it is one that the program reads without a warning.
enum ThemeExample {
    static let name = "violet"

    static let lines = [
        "name: violet",
        "summary: Dark, with violet in place of blue.",
        "inherits: dark",
        "palette:",
        "  accent: \"#a78bfa\"",
        "  calm: { c256: 140, c16: magenta }",
        "roles:",
        "  selected: { fg: accent, attributes: [bold], mono: { attributes: [reverse] } }",
        "  heading: { attributes: [underline] }",
    ]

    /// Has the program read the example, and complains about what it does not understand.
    static func check() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-docs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result = Result { try read(in: folder) }
        try FileManager.default.removeItem(at: folder)
        let warnings = try result.get()
        guard warnings.isEmpty else {
            throw Complaint("The example of a theme is wrong: \(warnings.joined(separator: "; "))")
        }
    }

    private static func read(in folder: URL) throws -> [String] {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "\(name).yaml"))
        return try ThemeLoader(directories: [folder.path]).load(named: name, depth: .all256).warnings
    }
}
