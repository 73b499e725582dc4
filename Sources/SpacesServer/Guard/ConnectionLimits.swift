import Foundation
package import NIOCore

/// What a connection may cost: time, and how many of them there are.
package struct ConnectionLimits: Sendable, Equatable {
    /// From the first byte of a request, or the beginning of a connection, to the end of the request's head.
    package var head = TimeAmount.seconds(20)
    /// A body must bring `bodyBytes`, or end, in each such period; what is left of it when its request is answered already
    /// is waited for as long.
    package var bodyPeriod = TimeAmount.seconds(30)
    package var bodyBytes = 1024
    /// How long a connection without a request stays open; longer than clients keep theirs.
    package var idle = TimeAmount.seconds(120)
    /// How long a client may take for what is written at once, which is a quarter of a megabyte at most.
    package var reader = TimeAmount.seconds(120)
    /// Bytes of the head of a request.
    package var headBytes = 64 << 10
    /// Connections from one address at once; 0 is no limit.
    package var perClient = 256

    package init() {}

    /// Connections at once, from everywhere: more wait until one ends. A process that has no file left could not accept
    /// connections ever again.
    static var all: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < 1 << 20 else {
            return 1 << 16
        }
        return max(Int(limit.rlim_cur) * 3 / 4, 16)
    }
}
