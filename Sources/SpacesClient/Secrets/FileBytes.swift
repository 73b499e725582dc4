import CFileStatus
import Glibc

/// The bytes of open files: all of them, or the reason in `errno`.
package enum FileBytes {
    /// Reads to the end; of a file that is longer than the limit a little more than that comes, and `nil` of one that
    /// cannot be read.
    package static func read(_ file: Int32, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Glibc.read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        return bytes
    }

    /// Writes all of the bytes; false when it failed, with some of them written.
    package static func write(_ bytes: some Collection<UInt8>, to file: Int32) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Puts bytes in the place of a file, or where there is none, so that at any moment, power cuts included, all of the
    /// old ones or all of the new ones are there; only the user can read them. False when it failed.
    ///
    /// The path is one of the open folder, or any with `AT_FDCWD`. Until all bytes are written the new file has no name, where
    /// the file system can do so, and nothing is left of it should the program be killed.
    package static func replace(
        _ path: String, in directory: Int32, with bytes: some Collection<UInt8>, mode: UInt32 = 0o600
    ) -> Bool {
        let draft = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max))"
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        var file = file_open_unnamed(directory, folder)
        let isUnnamed = file >= 0
        if !isUnnamed { file = openat(directory, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) }
        guard file >= 0 else { return false }
        defer { close(file) }
        // What the umask took away beyond that is no loss, and what an ACL adds is found by the next reader.
        if write(bytes, to: file), mode == 0o600 || fchmod(file, mode) == 0, fsync(file) == 0,
            !isUnnamed || file_name(file, directory, draft) == 0, renameat(directory, draft, directory, path) == 0
        {
            return true
        }
        let reason = errno
        unlinkat(directory, draft, 0)
        errno = reason
        return false
    }
}
