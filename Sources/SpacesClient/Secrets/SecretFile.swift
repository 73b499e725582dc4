import Localization
import CFileStatus
import Foundation
import Glibc
import SpacesModel

/// A file of the person's in which a password, a token or a key lies.
///
/// It is read only where nobody else decides what is in it, and not everybody knows it. What an administrator puts there for
/// programs, as Docker and Kubernetes do, is read by all: that stays usable. A pipe is nothing that anybody could have read.
package enum SecretFile {
    /// More than any of these has.
    private static let largest = 1 << 20

    /// All of its text.
    package static func text(_ path: String) throws(SecretFailure) -> String {
        let shown = path
        func problem() -> SecretFailure {
            SecretFailure(localized("Cannot read \(shown): \(String(cString: strerror(errno)))."))
        }
        // A pipe is waited for until somebody writes.
        let file = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw problem() }
        defer { close(file) }
        var status = file_status()
        guard file_status_of(file, &status) == 0 else { throw problem() }
        try check(status, isKept: file_is_kept_for_us(file), user: geteuid(), shown)
        guard let bytes = FileBytes.read(file, limit: largest) else { throw problem() }
        guard bytes.count <= largest, let text = String(validating: bytes, as: UTF8.self) else {
            throw SecretFailure(localized("\(shown) is no text with a secret in it."))
        }
        return text
    }

    /// Refuses a file by what is known of it; `isKept` for one of a file system that is read-only or in memory.
    static func check(
        _ status: file_status, isKept: Bool, user: UInt32, _ shown: String
    ) throws(SecretFailure) {
        let kind = status.mode & S_IFMT
        // The terminal and the like, as /dev/stdin, have nothing in them.
        if kind == S_IFCHR { return }
        guard kind == S_IFREG || kind == S_IFIFO else {
            throw SecretFailure(localized("\(shown) is no file and no pipe."))
        }
        guard status.owner == user || status.owner == 0 else {
            throw SecretFailure(
                localized("\(shown) belongs to another user, who knows what is in it: use a file of your own."))
        }
        guard !file_is_open_to_others(status) else {
            throw SecretFailure(
                localized("Others may write \(shown), and so decide what is in it: chmod go-w \(shown)"))
        }
        guard kind == S_IFREG, status.mode & S_IROTH != 0, !(status.owner == 0 && isKept) else { return }
        throw SecretFailure(localized("Everybody on this machine may read \(shown): chmod 600 \(shown)"))
    }
}
