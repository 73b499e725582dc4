/// Watches how quickly an answer arrives: one that trickles would never end.
///
/// A pure value: the times are passed in, as they go by since any beginning.
struct RateMeter {
    private let slowest: Int
    private let patience: Duration
    private var last: Duration
    /// How long the stretch under way lasts so far, and how many bytes came in it.
    private var length = Duration.zero
    private var bytes = 0

    init(_ limits: ListLimits, at now: Duration) {
        slowest = limits.slowest
        patience = limits.patience
        last = now
    }

    /// Counts bytes that just came.
    ///
    /// - Returns: False once less than the slowest rate came for as long as the patience lasts.
    mutating func count(_ number: Int, at now: Duration) -> Bool {
        // Silence has a limit of its own; a program that was stopped for an hour is not the server's fault.
        length += min(max(.zero, now - last), patience)
        last = now
        bytes += number
        guard length >= patience else { return true }
        defer { (length, bytes) = (.zero, 0) }
        return Double(bytes) >= Double(slowest) * (length / .seconds(1))
    }

    /// Leaves a time out that was waited on purpose.
    mutating func excuse(_ duration: Duration) { last += duration }
}
