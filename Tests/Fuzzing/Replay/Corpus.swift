import Foundation

/// The inputs that are kept, a folder for each target and a file for each input.
enum Corpus {
    struct Missing: Error {}

    private static func folder() throws -> URL {
        guard let folder = Bundle.module.resourceURL?.appending(path: "Corpus") else { throw Missing() }
        return folder
    }

    /// The names of the folders.
    static func targets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder().path).sorted()
    }

    /// The inputs of a target, by the names of their files.
    static func inputs(of target: String) throws -> [(file: String, bytes: [UInt8])] {
        let folder = try folder().appending(path: target)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
            (file, Array(try Data(contentsOf: folder.appending(path: file))))
        }
    }
}
