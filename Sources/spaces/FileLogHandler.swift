import Foundation
import Glibc
import Logging
import Synchronization

/// Appends log lines to a file that only its owner can read.
struct FileLogHandler: LogHandler {
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]
    private let file: File

    /// The open file; one line is one write, so that lines of several threads do not mix.
    private final class File: Sendable {
        private let descriptor: Int32
        private let format = Mutex(ISO8601DateFormatter())

        init(_ descriptor: Int32) {
            self.descriptor = descriptor
        }

        func append(_ line: String) {
            let time = format.withLock { $0.string(from: Date()) }
            let bytes = Array("\(time) \(line)\n".utf8)
            // A log that cannot be written must not end the program; there is nobody to tell.
            _ = write(descriptor, bytes, bytes.count)
        }

        deinit { close(descriptor) }
    }

    init(path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal("Cannot write the log \(path): \(String(cString: strerror(errno)))")
        }
        file = File(descriptor)
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        file.append("\(event.level) \(event.message)\(details)")
    }
}
