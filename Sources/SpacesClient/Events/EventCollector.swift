import NIOCore
import NIOPosix
import SpacesModel
import Synchronization

/// Tells of events in groups: the first one at once, and what comes within a moment after it at the end of that moment, each
/// space once. Where that would be very many spaces, it tells so in their place.
///
/// However many events a server sends, whoever hears of them has little to do.
final class EventCollector: Sendable {
    /// How long events are gathered.
    static let moment = Duration.milliseconds(500)
    /// More spaces than this within a moment are not told one by one.
    static let most = 32
    /// More events than this within a moment are not looked at.
    static let mostEvents = 1000

    fileprivate struct Content {
        /// True until the end of a moment in which nothing came.
        var isGathering = false
        /// True once a space was told in this moment.
        var hasTold = false
        /// How many events came in this moment.
        var count = 0
        var spaces: [SpaceID] = []
        var known: Set<SpaceID> = []
        var isFlooded = false
    }

    private let content = Mutex(Content())
    private let tell: @Sendable (ServerEvent) -> Void
    private let after: @Sendable (Duration, @escaping @Sendable () -> Void) -> Void

    /// `after` does something when so much time has passed.
    init(
        after: @escaping @Sendable (Duration, @escaping @Sendable () -> Void) -> Void = EventCollector.schedule,
        _ tell: @escaping @Sendable (ServerEvent) -> Void
    ) {
        self.after = after
        self.tell = tell
    }

    private static let schedule: @Sendable (Duration, @escaping @Sendable () -> Void) -> Void = { duration, work in
        MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: TimeAmount(duration), work)
    }

    /// Whether an event that just came is to be looked at. In a flood one more makes no difference.
    func admitsEvent() -> Bool {
        let (isAdmitted, begins) = content.withLock { content in
            content.count += 1
            if content.count > Self.mostEvents { content.flood() }
            return (!content.isFlooded, content.begin())
        }
        if begins { waitForEnd() }
        return isAdmitted
    }

    func take(_ event: ServerEvent) {
        guard case .changed(let id) = event else {
            // Beginning and end of the stream are told in their place.
            for gathered in content.withLock({ $0.takeGathered() }) { tell(gathered) }
            return tell(event)
        }
        let isFirst = content.withLock { content in
            if content.hasTold { content.gather(id) }
            defer { content.hasTold = true }
            return !content.hasTold
        }
        if isFirst { tell(event) }
    }

    private func waitForEnd() {
        after(Self.moment) { self.endMoment() }
    }

    private func endMoment() {
        let (gathered, goesOn) = content.withLock { content in
            let isActive = content.count > 0
            let gathered = content.takeGathered()
            content.hasTold = !gathered.isEmpty
            content.isGathering = isActive
            return (gathered, isActive)
        }
        for event in gathered { tell(event) }
        if goesOn { waitForEnd() }
    }
}

extension EventCollector.Content {
    /// Begins a moment; false where one is under way.
    fileprivate mutating func begin() -> Bool {
        defer { isGathering = true }
        return !isGathering
    }

    fileprivate mutating func gather(_ id: SpaceID) {
        guard !isFlooded, known.insert(id).inserted else { return }
        spaces.append(id)
        if spaces.count > EventCollector.most { flood() }
    }

    fileprivate mutating func flood() { (spaces, known, isFlooded) = ([], [], true) }

    fileprivate mutating func takeGathered() -> [ServerEvent] {
        defer { (spaces, known, isFlooded, count) = ([], [], false, 0) }
        return isFlooded ? [.changedMany] : spaces.map(ServerEvent.changed)
    }
}
