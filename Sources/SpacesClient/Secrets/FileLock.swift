import Localization
import Foundation
import Glibc
import SpacesModel
import Synchronization

/// A lock that all programs of one user share (flock on a file of its own, which stays).
///
/// The kernel releases it when its holder ends in whatever way.
final class FileLock: SecretLock {
    private let descriptor: Mutex<Int32?>

    private init(descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    func release() {
        descriptor.withLock { held in
            if let held { close(held) }
            held = nil
        }
    }

    /// Takes the lock as soon as it is free. Somebody who holds it longer than the limit, such as a stopped program, is
    /// told of instead of being waited for without end.
    static func taken(
        in folder: String, name: String, within limit: Duration
    ) async throws(SecretFailure) -> FileLock {
        let clock = ContinuousClock()
        let end = clock.now + limit
        let descriptor = try opened(in: folder, name: name)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, clock.now < end else {
                close(descriptor)
                throw SecretFailure(
                    localized(
                        "Another program keeps \(folder + "/" + name) locked: end or continue it."))
            }
            do {
                try await Pause.wait(.milliseconds(20))
            } catch {
                close(descriptor)
                throw SecretFailure(localized("Cancelled while another program held the lock of the session."))
            }
        }
        return FileLock(descriptor: descriptor)
    }

    private static func opened(in folder: String, name: String) throws(SecretFailure) -> Int32 {
        guard let directory = try PrivateFolder.opened(folder, creating: true) else {
            throw SecretFailure(localized("The folder \(folder) cannot be made."))
        }
        defer { close(directory) }
        let descriptor = openat(directory, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SecretFailure(
                localized(
                    "\(folder + "/" + name) cannot be opened: \(String(cString: strerror(errno)))."))
        }
        return descriptor
    }
}
