import Localization
import SpacesClient
import CFileStatus
import Glibc
import Synchronization

/// A small file of text that only its owner reads, and that is the old one or the new one at any moment.
struct PrivateText: Sendable {
    let path: String

    /// More than the program ever writes.
    static let largest = 1 << 20

    /// The text; `nil` where there is no such file.
    func read() throws(FileProblem) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        guard file >= 0 else { throw FileProblem(path, localized("cannot be read: \(Self.reason)")) }
        defer { close(file) }
        var status = file_status()
        guard file_status_of(file, &status) == 0, status.mode & S_IFMT == S_IFREG else {
            throw FileProblem(path, localized("is no plain file, and so not read"))
        }
        guard let bytes = FileBytes.read(file, limit: Self.largest) else {
            throw FileProblem(path, localized("cannot be read: \(Self.reason)"))
        }
        guard bytes.count <= Self.largest else {
            throw FileProblem(path, localized("larger than 1 MB, and so not read: it is no file of spaces"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts a new text in the place of the old one; its folder is made where there is none.
    func write(_ text: String) throws(FileProblem) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try Self.make(folder, for: path)
        guard FileBytes.replace(path, in: AT_FDCWD, with: text.utf8) else {
            throw FileProblem(path, localized("cannot be written: \(Self.reason)"))
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func make(_ folder: String, for path: String) throws(FileProblem) {
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        if errno == ENOENT, !above.isEmpty {
            try make(above, for: path)
            if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        }
        throw FileProblem(path, localized("its folder cannot be made: \(reason)"))
    }
}
