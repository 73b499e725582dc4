import CCurses
import Glibc

/// Wakes the event loop from any thread.
package final class Wake: Sendable {
    /// A counter in the kernel, which the loop and the signal handlers share.
    let descriptor: Int32

    init() throws(TerminalError) {
        descriptor = cc_event()
        if descriptor < 0 { throw .system(what: "wait for events", code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Makes the loop take what background work delivered; returns at once, and many calls count as one.
    package func wake() {
        var one: UInt64 = 1
        // The only possible failure is a counter that is full, and then the loop is awake.
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Forgets the calls so far.
    func clear() {
        var count: UInt64 = 0
        // Nothing to read means that nobody called.
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
