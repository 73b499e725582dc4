import Localization
import CFileStatus
import Glibc
import SpacesClient
import SpacesModel

/// Writes lists of spaces into files of the person's choice, which only the person can read.
package struct ExportFiles: Sendable {
    /// The folder that `~` stands for; `nil` where there is none.
    private let home: String?
    /// The folder that other paths begin in; `nil` where nothing is to be written at all.
    private let folder: String?

    /// Writes nothing.
    package static let none = ExportFiles(home: nil, folder: nil)

    package init(home: String?, folder: String?) {
        self.home = home
        self.folder = folder
    }

    /// Writes the file and returns its whole path. One that is there is replaced only where the export says so.
    func write(_ export: Export) throws(ExportFailure) -> String {
        let path = try absolute(export.path)
        let bytes = Array(export.text.utf8)
        if export.replaces {
            try expectPlainFile(path)
            guard FileBytes.replace(path, in: AT_FDCWD, with: bytes) else { throw Self.notWritten(path) }
            return path
        }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if file < 0, errno == EEXIST {
            try expectPlainFile(path)
            throw .exists
        }
        guard file >= 0 else { throw Self.notWritten(path) }
        defer { close(file) }
        guard FileBytes.write(bytes, to: file), fsync(file) == 0 else {
            // Half a list looks like a whole one.
            let failure = Self.notWritten(path)
            unlink(path)
            throw failure
        }
        return path
    }

    private func absolute(_ path: String) throws(ExportFailure) -> String {
        guard let folder else { throw .failed(localized("Nothing can be written into files here.")) }
        guard !path.contains("\0"), !path.hasSuffix("/") else {
            throw .failed(localized("\(path) is no name of a file."))
        }
        if path.hasPrefix("/") { return path }
        guard path.hasPrefix("~/") else { return folder + "/" + path }
        guard let home else { throw .failed(localized("There is no home folder that ~ could mean: HOME is not set.")) }
        return home + path.dropFirst(1)
    }

    /// Links, folders and devices are never replaced.
    private func expectPlainFile(_ path: String) throws(ExportFailure) {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0, errno == ENOENT { return }
        if file < 0, errno == ELOOP {
            throw .failed(localized("\(path) is a link, and is left as it is."))
        }
        guard file >= 0 else { throw Self.notWritten(path) }
        defer { close(file) }
        var status = file_status()
        guard file_status_of(file, &status) == 0, status.mode & S_IFMT == S_IFREG else {
            throw .failed(localized("\(path) is no plain file, and is left as it is."))
        }
    }

    private static func notWritten(_ path: String) -> ExportFailure {
        .failed(localized("\(path) cannot be written: \(String(cString: strerror(errno)))."))
    }
}
