import Foundation
import Synchronization

/// Keeps a second server from a database: until it is released or nobody has it any more, and not longer than the process
/// lives, however it ends.
///
/// On a file of its own, which stays: to close another descriptor of the database would drop the locks that SQLite has on
/// it, and a lock on a file that somebody else deletes would keep nobody out.
final class DatabaseLock: Sendable {
    /// Nil once it is released.
    private let descriptor: Mutex<Int32?>

    /// - Throws: `SpacesServer.Refusal` where another server has the database, or the file cannot be made.
    init(path: String) throws(SpacesServer.Refusal) {
        // By its real name: a link leads to the same database.
        let database = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let descriptor = open(database + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            close(descriptor)
            throw Self.failure(path, code)
        }
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets the next server have the database.
    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> SpacesServer.Refusal {
        if code == EWOULDBLOCK {
            return SpacesServer.Refusal(
                description: "another server has the database \(path) open: stop it, or name another file")
        }
        return SpacesServer.Refusal(description: "cannot lock the database \(path): \(String(cString: strerror(code)))")
    }
}
