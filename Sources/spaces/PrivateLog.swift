import Localization
import CFileStatus
import Foundation
import Glibc
import SpacesModel

/// A file that lines are added to and that only its owner can read. What is there already stays.
final class PrivateLog: Sendable {
    private let descriptor: Int32

    /// Opens the file or makes it; `what` says in sentences what it is. A link, a device, a file of somebody else's and one that
    /// others may read or write is refused, because it was not made for this.
    init(_ what: String, path: String) throws {
        let shown = path
        func problem(_ reason: String) -> Refusal { Refusal(localized("Cannot write the \(what) \(shown): \(reason)")) }
        // Without waiting, as a pipe that nobody reads would never open.
        descriptor = open(
            path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw problem(
                errno == ELOOP
                    ? localized("it is a link. Name the file itself.") : String(cString: strerror(errno)) + ".")
        }
        var status = file_status()
        guard file_status_of(descriptor, &status) == 0 else { throw problem(String(cString: strerror(errno)) + ".") }
        guard status.mode & S_IFMT == S_IFREG else {
            throw problem(localized("it is no plain file. Name another one."))
        }
        guard status.owner == geteuid() else {
            throw problem(localized("it belongs to another user. Name another one."))
        }
        guard status.mode & 0o077 == 0 else {
            throw problem(localized("others may read or write it. Remove it, chmod 600 it, or name another one."))
        }
    }

    /// Adds a text in one write, so that those of several threads do not mix.
    func append(_ text: String) {
        let bytes = Array(text.utf8)
        // A log that cannot be written must not end the program; there is nobody to tell.
        _ = write(descriptor, bytes, bytes.count)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
