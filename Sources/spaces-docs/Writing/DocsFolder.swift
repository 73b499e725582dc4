import Foundation

/// The files on disk that are compared with the generated pages, and replaced by them.
struct DocsFolder {
    /// Folders in which every file is generated, so that one which is not any more can be told.
    static let generatedFolders = ["docs/man", "docs/screens"]

    /// What is wrong with a file.
    enum Difference: CustomStringConvertible {
        case missing(Page)
        case stale(Page)
        /// A file that nothing generates any more.
        case leftOver(path: String)

        var description: String {
            switch self {
            case .missing(let page): "missing: \(page.path)"
            case .stale(let page): "stale: \(page.path)"
            case .leftOver(let path): "no longer generated: \(path)"
            }
        }

        /// What `mend` did about it.
        var mended: String {
            switch self {
            case .missing(let page): "wrote \(page.path)"
            case .stale(let page): "rewrote \(page.path)"
            case .leftOver(let path): "removed \(path)"
            }
        }
    }

    private let root: URL

    /// Takes the top folder of the sources, and no other.
    init(root: String) throws {
        self.root = URL(filePath: root, directoryHint: .isDirectory)
        guard try text(of: "Package.swift") != nil else {
            throw Complaint(
                "\(self.root.path) is not the top folder of the sources: run this there, or say --root FOLDER.")
        }
    }

    /// The text of a file; `nil` when there is none.
    func text(of path: String) throws -> String? {
        let url = root.appending(path: path)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try String(contentsOf: url, encoding: .utf8)
    }

    func differences(from pages: [Page]) throws -> [Difference] {
        let known = Set(pages.map(\.path))
        let leftOver = try Self.generatedFolders.flatMap(files).filter { !known.contains($0) }
        return try pages.compactMap { page in
            switch try text(of: page.path) {
            case nil: .missing(page)
            case page.text: nil
            default: .stale(page)
            }
        } + leftOver.map { .leftOver(path: $0) }
    }

    /// Makes the files what the pages say.
    func mend(_ differences: [Difference]) throws {
        for difference in differences {
            switch difference {
            case .missing(let page), .stale(let page):
                let url = root.appending(path: page.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(page.text.utf8).write(to: url, options: .atomic)
            case .leftOver(let path):
                try FileManager.default.removeItem(at: root.appending(path: path))
            }
        }
    }

    private func files(in folder: String) throws -> [String] {
        let url = root.appending(path: folder)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map { "\(folder)/\($0)" }
    }
}
