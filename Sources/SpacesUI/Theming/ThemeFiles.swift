import Localization
import Foundation
import SpacesModel
package import Terminal

/// Where themes are read for a terminal of a certain depth, and where the choice of one is written down.
package struct ThemeFiles: Sendable {
    private let loader: ThemeLoader
    private let depth: ColorDepth
    private let choicePath: String?

    /// `stateFolder` is that of the program (XDG Base Directory Specification); without one a choice ends with the run.
    package init(loader: ThemeLoader, depth: ColorDepth, stateFolder: String?) {
        self.loader = loader
        self.depth = depth
        choicePath = stateFolder.map { $0 + "/theme" }
    }

    /// The themes inside the program alone.
    package static let builtIn = ThemeFiles(loader: ThemeLoader(directories: []), depth: .none, stateFolder: nil)

    func catalog() -> ThemeCatalog { loader.catalog(depth: depth) }

    /// The choice that was written down, unless the configuration says something else meanwhile.
    ///
    /// What cannot be read is no choice: it was made by a key, and is made again by one.
    package func choice(for configuration: String) -> String? {
        guard let choicePath, let data = FileManager.default.contents(atPath: choicePath), data.count < 1000 else {
            return nil
        }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 2, lines[1] == configuration, !lines[0].isEmpty else { return nil }
        return String(lines[0])
    }

    /// Writes a choice down, in one step; `nil` forgets it.
    func keep(_ choice: ThemeChoice?) throws(ThemeFailure) {
        guard let choicePath else { return }
        do {
            let url = URL(filePath: choicePath)
            if let choice {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                try Data("\(choice.name)\n\(choice.configuration)\n".utf8).write(to: url, options: .atomic)
            } else if FileManager.default.fileExists(atPath: choicePath) {
                try FileManager.default.removeItem(at: url)
            }
        } catch {
            throw ThemeFailure(
                localized(
                    "The theme is kept until the end of this run only: \(choicePath) cannot be written."
                ))
        }
    }
}
