import Localization
import Foundation
import Glibc
import Synchronization

/// Lines from standard input while something else is waited for; afterwards nothing reads it any more, and what was
/// typed and not sent is gone, so that no half address acts as keys of the program.
final class TypedLines: Sendable {
    let lines: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation
    /// Closing the second ends the reading.
    private let wake: Mutex<(read: Int32, write: Int32)>
    private let isOver = DispatchSemaphore(value: 0)

    init() throws {
        (lines, continuation) = AsyncStream.makeStream()
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Refusal(localized("No pipe could be opened: \(String(cString: strerror(errno)))"))
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = Mutex((ends[0], ends[1]))
        let stop = ends[0]
        Thread.detachNewThread { [continuation, isOver] in
            Self.read(until: stop, continuation)
            continuation.finish()
            isOver.signal()
        }
    }

    /// Ends the reading; when this returns, standard input is free.
    func stop() {
        wake.withLock { wake in
            guard wake.write >= 0 else { return }
            close(wake.write)
            isOver.wait()
            close(wake.read)
            wake = (-1, -1)
            if isatty(STDIN_FILENO) == 1 { tcflush(STDIN_FILENO, TCIFLUSH) }
        }
    }

    /// True once `stop` was called, so that the end of the lines is not that of the input.
    var isStopped: Bool { wake.withLock { $0.write < 0 } }

    private static func read(until stop: Int32, _ continuation: AsyncStream<String>.Continuation) {
        /// More than any address; what is longer is cut.
        let sizeLimit = 64 << 10
        var line: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            var waiting = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&waiting, 2, -1) < 0 {
                if errno == EINTR { continue }
                return
            }
            if waiting[1].revents != 0 { return }
            let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
            if count <= 0 {
                if count < 0, errno == EINTR { continue }
                if !line.isEmpty { continuation.yield(String(decoding: line, as: UTF8.self)) }
                return
            }
            for byte in piece[..<count] {
                if byte == UInt8(ascii: "\n") {
                    continuation.yield(String(decoding: line, as: UTF8.self))
                    line = []
                } else if line.count < sizeLimit {
                    line.append(byte)
                }
            }
        }
    }
}
