package import Foundation
import SpacesModel
import Synchronization

/// Writes down what is changed on one server: the intent before a change is sent, and what came of it afterwards.
///
/// A journal that cannot be written never holds a change back; the person is told of it once.
package final class JournalRecorder: Sendable {
    /// The name of the space that a change of members is about: requests have only its id.
    @TaskLocal package static var spaceName: String?

    private let journal: any Journal
    private let origin: Mutex<JournalOrigin>
    private let now: @Sendable () -> Date
    private let tell: @Sendable (JournalFailure) -> Void
    private let isBroken = Mutex(false)

    package init(
        _ journal: any Journal, origin: JournalOrigin, now: @escaping @Sendable () -> Date = { Date() },
        tell: @escaping @Sendable (JournalFailure) -> Void
    ) {
        self.journal = journal
        self.origin = Mutex(origin)
        self.now = now
        self.tell = tell
    }

    /// Learns who is signed in, where the configuration did not tell.
    func learn(_ account: Account) {
        origin.withLock { if $0.user.isEmpty { $0.user = account.userName } }
    }

    /// Does a change between its two lines. `outcome` says what an answer means, and the space that it is about; `stored`
    /// what it says of the values, which need not be those that were asked for.
    func record<Value: Sendable>(
        _ action: JournalEntry.Action, id: SpaceID?, name: String, _ changes: [JournalEntry.FieldChange] = [],
        outcome: (Value) -> (JournalEntry.Outcome, id: SpaceID?, reason: String?) = { _ in (.done, nil, nil) },
        stored: (Value) -> [JournalEntry.FieldChange]? = { _ in nil },
        _ change: () async throws(SpacesFailure) -> Value
    ) async throws(SpacesFailure) -> Value {
        var entry = JournalEntry(
            id: UUID().uuidString.lowercased(), time: now(), origin: origin.withLock(\.self), action: action,
            spaceID: id?.rawValue, space: name, changes: changes)
        await write(entry)
        let trail = RequestTrail()
        let result = await RequestTrail.$current.withValue(trail) { await Self.result(change) }
        entry.finished = now()
        entry.requestID = trail.requestID
        switch result {
        case .success(let value):
            let (outcome, id, reason) = outcome(value)
            entry.outcome = outcome
            entry.spaceID = entry.spaceID ?? id?.rawValue
            entry.reason = reason
            entry.changes = stored(value) ?? entry.changes
        case .failure(let failure):
            entry.outcome = failure.isUncertain || failure.kind == .cancelled ? .unknown : .notDone
            entry.requestID = failure.requestID ?? entry.requestID
            entry.reason = name.isEmpty ? failure.sentence : failure.naming(name).sentence
        }
        await write(entry)
        return try result.get()
    }

    private func write(_ entry: JournalEntry) async {
        do throws(JournalFailure) {
            try await journal.append(entry)
        } catch {
            let isFirst = isBroken.withLock { isBroken in
                defer { isBroken = true }
                return !isBroken
            }
            if isFirst { tell(error) }
        }
    }

    private static func result<Value: Sendable>(
        _ change: () async throws(SpacesFailure) -> Value
    ) async -> Result<Value, SpacesFailure> {
        do throws(SpacesFailure) {
            return .success(try await change())
        } catch {
            return .failure(error)
        }
    }
}
