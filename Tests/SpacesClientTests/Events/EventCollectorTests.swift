import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

/// However many events come, few are told; the moments end when a test says so.
@Suite struct EventCollectorTests {
    /// What was told, and what is to be done at the end of the moment.
    private final class Hearer: Sendable {
        let told = Mutex<[ServerEvent]>([])
        let waiting = Mutex<[@Sendable () -> Void]>([])

        var events: [ServerEvent] { told.withLock { $0 } }

        /// Ends the moment; false where none is under way.
        func endMoment() -> Bool {
            let work = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            work?()
            return work != nil
        }

        func collector() -> EventCollector {
            EventCollector(after: { _, work in self.waiting.withLock { $0.append(work) } }) { event in
                self.told.withLock { $0.append(event) }
            }
        }
    }

    private func change(_ number: Int) -> ServerEvent { .changed(SpaceID("s$\(number)")) }

    private func send(_ numbers: some Sequence<Int>, to collector: EventCollector) {
        for number in numbers where collector.admitsEvent() { collector.take(change(number)) }
    }

    @Test("The first is told at once, others at the end of the moment, each space once; then there is rest")
    func gathers() {
        let hearer = Hearer()
        let collector = hearer.collector()
        send([1], to: collector)
        #expect(hearer.events == [change(1)])
        send([1, 2, 2, 3, 1], to: collector)
        #expect(hearer.events == [change(1)] && hearer.waiting.withLock(\.count) == 1)
        #expect(hearer.endMoment() && hearer.events == [change(1), change(1), change(2), change(3)])
        #expect(hearer.endMoment() && !hearer.endMoment(), "nothing wakes a program at rest")
        send([4], to: collector)
        #expect(hearer.events.last == change(4))
    }

    @Test("50,000 events come to a handful", arguments: [1, 5, 50_000]) func isNotFlooded(spaces: Int) throws {
        let hearer = Hearer()
        let collector = hearer.collector()
        send((0..<50_000).lazy.map { $0 % spaces }, to: collector)
        #expect(hearer.endMoment())
        #expect(hearer.events == [change(0), .changedMany])
        #expect(hearer.waiting.withLock(\.count) == 1)
    }

    @Test("Over many moments no more is told than each may have") func isBoundedInTime() {
        let hearer = Hearer()
        let collector = hearer.collector()
        for moment in 0..<20 {
            send((0..<EventCollector.most).map { moment * 100 + $0 }, to: collector)
            _ = hearer.endMoment()
        }
        #expect(hearer.events.count == 20 * EventCollector.most && !hearer.events.contains(.changedMany))
    }

    @Test("Beginning and end of the stream are told in their place") func keepsTheOrder() {
        let hearer = Hearer()
        let collector = hearer.collector()
        collector.take(.began)
        send([1, 2], to: collector)
        collector.take(.ended)
        #expect(hearer.events == [.began, change(1), change(2), .ended])
    }
}
