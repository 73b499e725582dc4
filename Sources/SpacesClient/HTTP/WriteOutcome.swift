import SpacesModel
import Texts

/// What came of a write whose answer was lost.
///
/// The one rule for all writes: nothing is sent a second time, but the server is asked how things are now. What is found as
/// it was wanted is done. What is found as it was is not done when the server has finished with the request; while it may
/// still be at it, nobody knows, and the person is told to look again.
enum WriteOutcome<Value: Sendable>: Sendable {
    case done(Value)
    case notDone
    case unknown
}

extension WriteOutcome where Value == Space {
    /// What a space says about an edit that started from `before`.
    init(of edit: SpaceEdit, from before: Space, to now: Space) {
        if edit.isDone(in: now) {
            self = .done(now)
        } else {
            let isUntouched = SpaceField.allCases.allSatisfy { edit[$0] == nil || now[$0] == before[$0] }
            self = isUntouched ? .notDone : .unknown
        }
    }

    /// What a list says about a space that an account wanted to make, where the names in `namesakes` were there before.
    init(of draft: SpaceDraft, besides namesakes: Set<SpaceID>, in listing: SpaceListing, by account: Account) {
        let name = SpaceRules.trimmed(draft.name)
        let others = listing.spaces.filter {
            $0.type == .project && $0.name.isExactly(name) && !namesakes.contains($0.id)
        }
        let own = others.filter { $0.mayBeMade(from: draft, by: account) }
        if own.isEmpty {
            self = listing.unreadable.isEmpty ? .notDone : .unknown
        } else if own.count == 1, own[0].members != nil {
            self = .done(own[0])
        } else {
            self = .unknown
        }
    }
}

extension Space {
    /// False for a space that someone else made, or that was made otherwise: whoever makes one is its manager.
    fileprivate func mayBeMade(from draft: SpaceDraft, by account: Account) -> Bool {
        let managers = (members ?? []).filter { $0.role == .manager }.map(\.identity.id)
        return subtitle.isExactly(draft.subtitle) && (members == nil || managers == [account.id])
            && (draft.limit == nil || draft.limit == quota?.limit)
    }
}

extension HTTPSpacesService {
    /// Sends a write, and looks what came of it when its answer is lost.
    func write<Value: Sendable>(
        _ send: () async throws(SpacesFailure) -> Value,
        orLook look: () async throws(SpacesFailure) -> WriteOutcome<Value>
    ) async throws(SpacesFailure) -> Value {
        do throws(SpacesFailure) {
            return try await send()
        } catch {
            guard error.isUncertain, error.kind != .cancelled else { throw error }
            switch await outcome(look) {
            case .done(let value): return value
            case .notDone where error.isOver: throw error.certain
            case .notDone, .unknown: throw error
            }
        }
    }

    /// Looks several times, because a server may finish after the connection has ended.
    private func outcome<Value: Sendable>(
        _ look: () async throws(SpacesFailure) -> WriteOutcome<Value>
    ) async -> WriteOutcome<Value> {
        var outcome = WriteOutcome<Value>.unknown
        for pause in connection.network.retries.looks {
            do {
                try await transport.timing.pause(pause)
                outcome = try await look()
            } catch {
                return .unknown
            }
            if case .done = outcome { break }
        }
        return outcome
    }
}

extension SpacesFailure {
    /// True when the server itself says that there is no such thing; a proxy that lost its way says 404 as well.
    var isToldByServer: Bool { kind == .notFound && code != nil }

    /// True when the server has finished with the request; false while it, or one behind a proxy, may still be at it.
    fileprivate var isOver: Bool { kind != .timedOut && status != 504 }

    /// The same failure once it is known that nothing happened.
    fileprivate var certain: SpacesFailure {
        var failure = self
        failure.isUncertain = false
        failure.rebuildSentence()
        return failure
    }
}
