import CCurses
import Glibc
import Terminal

/// The line to the terminal: raw bytes in both directions, never blocking, set back exactly as it was.
final class Line {
    /// Our own non-blocking descriptor of the terminal.
    let descriptor: Int32
    /// Bytes that the line has not taken yet.
    private var waiting: ArraySlice<UInt8> = []
    /// What was read from the line, at most so much at a time.
    private var chunk = [UInt8](repeating: 0, count: 4096)

    init() throws(TerminalError) {
        if isatty(STDIN_FILENO) == 0 { throw .notATerminal(stream: "standard input") }
        if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(stream: "standard output") }
        descriptor = cc_open_line(STDOUT_FILENO)
        if descriptor < 0 { throw .system(what: "open the terminal", code: errno) }
        if !cc_save_line(descriptor) {
            let code = errno
            close(descriptor)
            throw .system(what: "read the terminal's settings", code: code)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Whether bytes wait for the line to take them.
    var isJammed: Bool { !waiting.isEmpty }

    /// The size; what the standard says of a terminal that does not know its own.
    var size: Size {
        var rows: Int32 = 24
        var columns: Int32 = 80
        _ = cc_size(descriptor, &rows, &columns)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Hands bytes to the line, or keeps them until it takes them.
    func write(_ bytes: [UInt8]) {
        waiting = waiting.isEmpty ? bytes[...] : waiting + bytes
        drain()
    }

    /// Hands over as much as the line takes now.
    func drain() {
        while !waiting.isEmpty {
            let count = waiting.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                waiting = waiting.dropFirst(count)
            } else if count < 0 && errno == EINTR {
                continue
            } else {
                // Jammed, or lost, which reading tells.
                return
            }
        }
    }

    /// Forgets what the line has not taken, and returns it.
    @discardableResult
    func discard() -> ArraySlice<UInt8> {
        defer { waiting = [] }
        return waiting
    }

    /// Waits until the line has taken everything, at most so long.
    func drain(within milliseconds: Int32) {
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(milliseconds)
        drain()
        while isJammed, clock.now < end {
            var line = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&line, 1, 20) > 0, line.revents & Int16(POLLERR | POLLHUP) != 0 { return }
            drain()
        }
    }

    enum Reading {
        case bytes(ArraySlice<UInt8>)
        case nothing
        /// The terminal is gone.
        case lost
    }

    func read() -> Reading {
        let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 { return .bytes(chunk[..<count]) }
        if count < 0, errno == EAGAIN || errno == EINTR { return .nothing }
        return .lost
    }
}
