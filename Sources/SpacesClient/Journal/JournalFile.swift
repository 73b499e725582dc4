import Localization
import CFileStatus
import Foundation
import Glibc
import NIOPosix
import SpacesModel

/// A journal as lines of JSON in a file that only its owner can read, shared by all programs of that user.
///
/// A line is one write to the end of the file, so that those of several programs do not mix. A file that has grown to its
/// limit becomes the one before, in place of an older one.
package struct JournalFile: Journal {
    static let name = "journal.jsonl"
    static let earlierName = "journal.1.jsonl"
    private static let lockName = "journal.lock"

    /// The absolute path of the folder.
    private let folder: String
    private let sizeLimit: Int
    /// Waits until what was written to a file is on the disk; false with the reason in `errno`.
    private let save: @Sendable (Int32) -> Bool

    package init(
        folder: String, sizeLimit: Int = 4 << 20, save: @escaping @Sendable (Int32) -> Bool = { fsync($0) == 0 }
    ) {
        self.folder = folder
        self.sizeLimit = sizeLimit
        self.save = save
    }

    /// The journal in the folder for what a program leaves behind (XDG Base Directory Specification: `$XDG_STATE_HOME`);
    /// `nil` where the environment names none.
    package init?(environment: [String: String]) {
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let base = state ?? environment["HOME"].flatMap({ $0.hasPrefix("/") ? $0 + "/.local/state" : nil }) else {
            return nil
        }
        self.init(folder: base + "/spaces")
    }

    package var place: JournalPlace { .file(path) }

    private var path: String { folder + "/" + Self.name }

    package func append(_ entry: JournalEntry) async throws(JournalFailure) {
        let line = try entry.line
        // What is about to be sent is on the disk before, whatever happens to this machine then. What came of it need not be:
        // without it, the server is asked.
        let isIntent = entry.outcome == .intended
        try await onThread { () throws(JournalFailure) in try write(line, isIntent) }
    }

    package func read() async throws(JournalFailure) -> JournalListing {
        try await onThread { () throws(JournalFailure) in
            var lines: [JournalEntry] = []
            var unreadable = 0
            for name in [Self.earlierName, Self.name] {
                for line in try bytes(of: name).split(separator: UInt8(ascii: "\n")) {
                    if let entry = JournalEntry(line: line) { lines.append(entry) } else { unreadable += 1 }
                }
            }
            return JournalListing(lines: lines, place: place, unreadable: unreadable)
        }
    }

    // MARK: Writing

    private func write(_ line: [UInt8], _ isIntent: Bool) throws(JournalFailure) {
        guard let directory = try openFolder(creating: true) else {
            throw problem(Self.name, localized("cannot be made"))
        }
        defer { close(directory) }
        if try append(line, in: directory, unlessFull: true, isIntent) { return }
        moveAside(in: directory)
        _ = try append(line, in: directory, unlessFull: false, isIntent)
    }

    /// Appends a line; false when the file is to be moved aside first.
    private func append(
        _ line: [UInt8], in directory: Int32, unlessFull: Bool, _ isIntent: Bool
    ) throws(JournalFailure) -> Bool {
        let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let file = openat(directory, Self.name, flags, 0o600)
        guard file >= 0 else { throw problem(Self.name, localized("cannot be opened")) }
        defer { close(file) }
        try check(file, Self.name)
        let size = lseek(file, 0, SEEK_END)
        if unlessFull, size > 0, size + line.count > sizeLimit { return false }
        // A line that another program could not finish, on a full disk or when it was killed, must not swallow this one.
        var last: UInt8 = 0
        let isWhole = size <= 0 || pread(file, &last, 1, size - 1) != 1 || last == UInt8(ascii: "\n")
        let bytes = (isWhole ? [] : [UInt8(ascii: "\n")]) + line
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw problem(Self.name, localized("cannot be written"))
        }
        // A new file has to be found again, too. Some file systems have nothing to wait for, and say so.
        if isIntent, !save(file) || (size <= 0 && !save(directory)), errno != EINVAL {
            throw problem(Self.name, localized("cannot be written"))
        }
        return true
    }

    /// Makes a full file the one before. Only one program does it, and it looks again, so that none takes the place of one that
    /// was moved just now. Where it cannot be done, the file goes on growing, and the next line tries again.
    private func moveAside(in directory: Int32) {
        let lock = openat(directory, Self.lockName, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard lock >= 0 else { return }
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return }
        let file = openat(directory, Self.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        // One that another program moved aside meanwhile has left a small one behind.
        if lseek(file, 0, SEEK_END) > sizeLimit / 2 { renameat(directory, Self.name, directory, Self.earlierName) }
    }

    // MARK: Reading

    /// The bytes of a file; none where there is no such file.
    private func bytes(of name: String) throws(JournalFailure) -> [UInt8] {
        guard let directory = try openFolder(creating: false) else { return [] }
        defer { close(directory) }
        let file = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0, errno == ENOENT { return [] }
        guard file >= 0 else { throw problem(name, localized("cannot be opened")) }
        defer { close(file) }
        try check(file, name)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        // Programs that append at once may go a little beyond the limit, and no further.
        while bytes.count <= 2 * sizeLimit {
            let count = Glibc.read(file, &piece, piece.count)
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw problem(name, localized("cannot be read")) }
            bytes += piece[..<count]
        }
        return bytes
    }

    // MARK: Who may look

    private func openFolder(creating: Bool) throws(JournalFailure) -> Int32? {
        do throws(SecretFailure) {
            return try PrivateFolder.opened(folder, creating: creating)
        } catch {
            throw JournalFailure(error.sentence)
        }
    }

    private func check(_ file: Int32, _ name: String) throws(JournalFailure) {
        var status = file_status()
        guard file_status_of(file, &status) == 0 else { throw problem(name, localized("cannot be looked at")) }
        guard status.mode & S_IFMT == S_IFREG, status.owner == geteuid() else {
            throw JournalFailure(localized("\(shown(name)) is no plain file of yours: remove it."))
        }
        guard status.mode & 0o077 == 0 else {
            throw JournalFailure(localized("Others can read or write \(shown(name)): chmod 600 it."))
        }
    }

    private func shown(_ name: String) -> String { folder + "/" + name }

    private func problem(_ name: String, _ what: String) -> JournalFailure {
        JournalFailure("\(shown(name)) \(what): \(String(cString: strerror(errno))).")
    }

    private func onThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws(JournalFailure) -> Value
    ) async throws(JournalFailure) -> Value {
        do {
            return try await NIOThreadPool.singleton.runIfActive(body)
        } catch let failure as JournalFailure {
            throw failure
        } catch {
            throw JournalFailure(localized("The journal cannot be reached: \(String(describing: error))."))
        }
    }
}
