import Localization
import CFileStatus
import Foundation
import Glibc
import SpacesModel

/// The folder that private files lie in.
enum PrivateFolder {
    /// Opens a folder that belongs to this user and that nobody else can enter; `nil` when there is none and none is to
    /// be made. Whoever asked closes the descriptor.
    static func opened(_ path: String, creating: Bool) throws(SecretFailure) -> Int32? {
        let shown = path
        if creating { try make(path) }
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if directory < 0, errno == ENOENT, !creating { return nil }
        guard directory >= 0 else {
            let reason = String(cString: strerror(errno))
            if let fault = FolderFault(of: path) { throw SecretFailure(fault) }
            throw SecretFailure(localized("The folder \(shown) cannot be opened: \(reason)."), isOfFolder: true)
        }
        var status = file_status()
        let isKnown = file_status_of(directory, &status) == 0
        guard isKnown, status.owner == geteuid(), status.mode & 0o077 == 0 else {
            close(directory)
            if let fault = FolderFault(of: path) { throw SecretFailure(fault) }
            throw SecretFailure(
                localized("Others can look into the folder \(shown), which only you should enter: chmod 700 it."))
        }
        return directory
    }

    /// Makes the folder and those above it that do not exist, for this user only.
    private static func make(_ path: String) throws(SecretFailure) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        if errno == ENOENT, !above.isEmpty {
            try make(above)
            if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        }
        let reason = String(cString: strerror(errno))
        if let fault = FolderFault(of: path) { throw SecretFailure(fault) }
        throw SecretFailure(
            localized("The folder \(path) cannot be made: \(reason)."), isOfFolder: true)
    }
}

extension SecretFailure {
    init(_ fault: FolderFault) {
        self.init("\(fault.sentence) \(fault.advice)", isOfFolder: true)
    }
}
