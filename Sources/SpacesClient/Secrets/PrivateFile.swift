import Localization
import CFileStatus
import Foundation
import Glibc
import SpacesModel

/// A small file that only its owner can read, in a folder that only its owner can enter; every call looks anew.
struct PrivateFile: Sendable {
    /// More than any secret has; a larger file is not ours.
    static let sizeLimit = 1 << 20

    let folder: String
    let name: String
    var contents = Contents.secret

    /// What it is kept for.
    enum Contents {
        /// Nobody else may read it.
        case secret
        /// Nobody else may write it.
        case trust
    }

    var path: String { folder + "/" + name }

    /// The text in it, or `nil` when there is no such file.
    func read() throws(SecretFailure) -> String? {
        guard let directory = try PrivateFolder.opened(folder, creating: false) else { return nil }
        defer { close(directory) }
        let file = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw problem(localized("cannot be read")) }
        defer { close(file) }
        try check(file)
        guard let bytes = FileBytes.read(file, limit: Self.sizeLimit) else {
            throw problem(localized("cannot be read"))
        }
        guard bytes.count <= Self.sizeLimit, let text = String(validating: bytes, as: UTF8.self) else {
            throw SecretFailure(localized("\(shown) is not what this program wrote: \(remedy)"))
        }
        return text
    }

    /// Writes a text so that at any moment, power cuts included, either the old or the new one is there.
    func replace(with text: String) throws(SecretFailure) {
        guard let directory = try PrivateFolder.opened(folder, creating: true) else {
            throw problem(localized("cannot be made"))
        }
        defer { close(directory) }
        guard FileBytes.replace(name, in: directory, with: text.utf8) else {
            throw problem(localized("cannot be written"))
        }
        guard fsync(directory) == 0 else { throw problem(localized("cannot be written")) }
    }

    func remove() throws(SecretFailure) {
        guard let directory = try PrivateFolder.opened(folder, creating: false) else { return }
        defer { close(directory) }
        if unlinkat(directory, name, 0) != 0, errno != ENOENT { throw problem(localized("cannot be removed")) }
        _ = fsync(directory)
    }

    var shown: String { path }

    private var remedy: String {
        contents == .secret
            ? localized("remove it and sign in again.")
            : localized("remove it and trust your servers again: spaces trust")
    }

    private func problem(_ what: String) -> SecretFailure {
        SecretFailure("\(shown) \(what): \(String(cString: strerror(errno))).")
    }

    private func check(_ file: Int32) throws(SecretFailure) {
        var status = file_status()
        guard file_status_of(file, &status) == 0 else { throw problem(localized("cannot be looked at")) }
        guard status.mode & S_IFMT == S_IFREG else {
            throw SecretFailure(localized("\(shown) is no plain file: \(remedy)"))
        }
        guard status.owner == geteuid() else {
            throw SecretFailure(localized("\(shown) belongs to another user: \(remedy)"))
        }
        if contents == .trust {
            guard status.mode & 0o022 == 0 else {
                throw SecretFailure(
                    localized("\(shown) can be changed by others, who may have put keys into it: \(remedy)"))
            }
            return
        }
        guard status.mode & 0o077 == 0 else {
            throw SecretFailure(
                localized(
                    """
                    \(shown) can be read by others, who may know the secret in it: sign out with spaces logout, sign in \
                    again, or, if nobody has looked, chmod 600 it.
                    """))
        }
    }
}
