import Localization
import SpacesClient
import CFileStatus
import Glibc
import Synchronization

/// A small file of text that only its owner reads, and that is the old one or the new one at any moment.
struct PrivateText: Sendable {
    let path: String
    /// Whether the person may keep it elsewhere, with a link to it here.
    var mayBeLink = false

    /// More than the program ever writes.
    static let largest = 1 << 20

    /// The text; `nil` where there is no such file.
    func read() throws(FileProblem) -> String? {
        if !mayBeLink, Self.isLink(folder) { throw FileProblem(folder, localized("is a link, and so not read")) }
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (mayBeLink ? 0 : O_NOFOLLOW))
        if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        if file < 0, errno == ELOOP { throw FileProblem(path, localized("is a link, and so not read")) }
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
        try Self.make(folder, for: path)
        if !mayBeLink {
            for place in [folder, path] where Self.isLink(place) {
                throw FileProblem(place, localized("is a link, and so nothing is written there"))
            }
        }
        // What the link leads to is the file that is written, and the link stays.
        let found = mayBeLink ? realpath(path, nil) : nil
        defer { free(found) }
        guard FileBytes.replace(found.map { String(cString: $0) } ?? path, in: AT_FDCWD, with: text.utf8) else {
            throw FileProblem(path, localized("cannot be written: \(Self.reason)"))
        }
    }

    private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

    private static func isLink(_ path: String) -> Bool {
        var target: [CChar] = [0]
        return readlink(path, &target, 1) >= 0
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
