import Dispatch
import Glibc

/// Tells when a file of some folders is written, comes or goes: the kernel says so (inotify), and nothing wakes up meanwhile.
package final class FolderWatch {
    private let source: any DispatchSourceRead

    /// Watches the folders that there are, and the one above a folder that is not there yet; `nil` where the system watches
    /// nothing. `changed` is called on a thread of its own.
    package init?(_ folders: [String], changed: @escaping @Sendable () -> Void) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        Self.watch(folders, with: descriptor)
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "themes"))
        source.setEventHandler {
            var events = [UInt8](repeating: 0, count: 4096)
            // What happened is in the folders; here it only has to be taken, all of it.
            while read(descriptor, &events, events.count) > 0 {}
            // A folder that was not there may have come.
            Self.watch(folders, with: descriptor)
            changed()
        }
        source.setCancelHandler { close(descriptor) }
        source.resume()
    }

    deinit {
        source.cancel()
    }

    private static func watch(_ folders: [String], with descriptor: Int32) {
        let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR)
        for folder in folders where inotify_add_watch(descriptor, folder, changes) < 0 {
            guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { continue }
            // Most people have neither; then there is nothing to watch.
            _ = inotify_add_watch(
                descriptor, String(folder[..<slash]), UInt32(IN_CREATE | IN_MOVED_TO | IN_ONLYDIR))
        }
    }
}
