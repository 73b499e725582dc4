import Foundation
import SpacesModel

/// What the server announces by itself, and what is read because of it.
struct Telling: Equatable, Sendable {
    /// Whether it announces changes at the moment.
    var isOn = false
    /// Whether the stream ended: until it begins again, what happens is announced to nobody.
    var hasGap = false
    /// The spaces that changed and are to be read, the first one first.
    var waiting: [SpaceID] = []
    /// The spaces that are being read.
    var reading: Set<SpaceID> = []
    /// When spaces were read, as long as that puts off the next time.
    var lastReads: [SpaceID: Date] = [:]
    /// From when on the whole list is to be loaded, because not all that was announced is known.
    var wantsListAt: Date?
    /// When it was last loaded for that reason.
    var caughtUp: Date?

    /// More spaces than this at a time are not read one by one.
    static let mostAtOnce = 8
    /// More than these are not waited for: the list is loaded.
    static let mostWaiting = 64
    /// A space is not read more often than this, in seconds, however often it changes.
    static let pause: TimeInterval = 2

    /// The first space that may be read now.
    func firstReadable(at now: Date) -> Int? {
        guard reading.count < Self.mostAtOnce else { return nil }
        return waiting.firstIndex { !reading.contains($0) && isRested($0, at: now) }
    }

    /// Whether a space was not read just now. A clock that was put back holds nothing up.
    private func isRested(_ id: SpaceID, at now: Date) -> Bool {
        guard let last = lastReads[id] else { return true }
        return !(0..<Self.pause).contains(now.timeIntervalSince(last))
    }

    /// When the next space may be read; `nil` while none waits for that.
    var nextReading: Date? {
        guard reading.count < Self.mostAtOnce else { return nil }
        return waiting.filter { !reading.contains($0) }.compactMap { lastReads[$0]?.addingTimeInterval(Self.pause) }
            .min()
    }

    /// Forgets the times that put off nothing any more.
    mutating func forgetReads(at now: Date) { lastReads = lastReads.filter { !isRested($0.key, at: now) } }
}
