import Terminal

/// Counts quick clicks at the same place.
struct Clicks: Sendable {
    /// Two clicks that are further apart are two clicks.
    private static let patience = Duration.milliseconds(400)

    private var last: (point: Point, at: ContinuousClock.Instant, count: Int)?

    /// Which of several quick presses at the same place this one is; 0 for what is no press of the left button.
    mutating func count(_ mouse: Mouse, at now: ContinuousClock.Instant) -> Int {
        guard mouse.action == .press, mouse.button == .left else {
            if mouse.action != .release { last = nil }
            return 0
        }
        var count = 1
        // A third click is the first one of another pair.
        if let last, last.point == mouse.at, now - last.at < Self.patience, last.count == 1 { count = 2 }
        last = (mouse.at, now, count)
        return count
    }
}
