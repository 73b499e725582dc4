import Localization
package import Foundation
import SpacesModel
import SpacesClient

/// The changes of many spaces under way, or what came of them.
package struct BulkRun: Equatable, Sendable {
    package enum Phase: Equatable, Sendable {
        case running
        /// Nothing more is begun; the reason is the program's own, or `nil` where the person wanted it.
        case paused(reason: String?)
        /// The person wants no more; what was begun is being finished.
        case stopping
        case ended
        /// An earlier run of the program was cut off; what came of each item is in its run file, or was looked up since.
        case interrupted
    }

    package let number: Int
    package let plan: BulkPlan
    package internal(set) var outcomes: [BulkOutcome]
    package internal(set) var phase = Phase.running
    package let begun: Date
    package internal(set) var ended: Date?
    /// How long it was paused altogether, and since when it is.
    var pausedTime: TimeInterval = 0
    var pausedSince: Date?
    /// True when the person left its server meanwhile: the list on the screen is another one.
    var isElsewhere = false
    /// True for a run of an earlier time, told by its file.
    private(set) var isRecovered = false
    /// Where it writes down what it does; `nil` where nothing is kept.
    package internal(set) var file: String?
    /// What changed, until the list is brought in line.
    var changes: [SpaceID: Space] = [:]
    var purged: Set<SpaceID> = []

    package init(number: Int, plan: BulkPlan, begun: Date) {
        self.number = number
        self.plan = plan
        self.begun = begun
        outcomes = Array(repeating: .waiting, count: plan.items.count)
    }

    /// A run that was cut off, as its file tells it.
    init(_ recovered: RecoveredRun, number: Int) {
        self.number = number
        plan = BulkPlan(recovered.items, title: recovered.title)
        isRecovered = true
        outcomes = recovered.outcomes
        phase = recovered.hasEnded ? .ended : .interrupted
        begun = recovered.begun
        ended = recovered.begun
        file = recovered.file
    }

    /// True when it changed who reaches spaces: that is known only to the server.
    var changesMembers: Bool {
        switch plan.action {
        case .invite, .remove: true
        default: false
        }
    }

    /// True until the last item that was begun is answered and no other is to follow.
    package var isUnderWay: Bool { phase != .ended && phase != .interrupted }

    package func count(_ kind: BulkOutcome.Kind) -> Int { outcomes.count { $0.kind == kind } }

    /// How many items need nothing more.
    package var settledCount: Int { outcomes.count { ![.waiting, .sending].contains($0.kind) } }

    /// The items that did not come about, in their order: those that failed and those that were never sent.
    var repeatable: [BulkItem] {
        zip(plan.items, outcomes).filter { [.failed, .waiting].contains($0.1.kind) }.map(\.0)
    }

    /// Items a second so far; `nil` before there is anything to tell.
    func rate(at now: Date) -> Double? {
        let until = ended ?? pausedSince ?? now
        let time = until.timeIntervalSince(begun) - pausedTime
        return settledCount > 0 && time > 0.2 ? Double(settledCount) / time : nil
    }

    /// How long the rest will take at that rate.
    func secondsLeft(at now: Date) -> Double? {
        rate(at: now).map { Double(plan.items.count - settledCount) / $0 }
    }

    mutating func pause(_ reason: String?, at now: Date) {
        guard phase == .running else { return }
        phase = .paused(reason: reason)
        pausedSince = now
    }

    mutating func resume(at now: Date) {
        if let pausedSince { pausedTime += now.timeIntervalSince(pausedSince) }
        pausedSince = nil
        phase = .running
    }
}

/// What became of one item of a run.
package struct BulkOutcome: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case waiting, sending, done, failed, unknown

        /// The word in files for other programs, whatever the language of the person.
        var word: String { Localization.standard.applied { label } }

        /// The word for it on the page.
        package var label: String {
            switch self {
            case .waiting: localized("not started")
            case .sending: localized("under way")
            case .done: localized("done")
            case .failed: localized("not done")
            case .unknown: localized("not known")
            }
        }
    }

    package var kind: Kind
    /// Why, in a sentence; empty where there is nothing to say.
    package var sentence: String
    package var status: Int?
    package var code: String?
    package var message: String?
    package var requestID: String?
    /// True when the server could not be reached, or takes the person for nobody, so that the others would fare alike.
    package var isOffline = false
    /// What the person has to prove first, where that is what is missing.
    var signInFailure: SpacesFailure?
    /// How long the server asks to wait, in seconds, where it does.
    var secondsToWait: Int?

    package init(
        _ kind: Kind, _ sentence: String = "", status: Int? = nil, code: String? = nil, message: String? = nil,
        requestID: String? = nil
    ) {
        self.kind = kind
        self.sentence = sentence
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
    }

    /// Whether all is as the plan said: done, and nothing to add.
    var hasNothingToTell: Bool { kind == .done && sentence.isEmpty }

    package static let waiting = BulkOutcome(.waiting)
    package static let sending = BulkOutcome(.sending)
    package static let done = BulkOutcome(.done)

    /// What a failure says about an item.
    init(_ failure: SpacesFailure) {
        self.init(
            failure.isUncertain ? .unknown : .failed, failure.sentence, status: failure.status, code: failure.code,
            message: failure.message, requestID: failure.requestID)
        isOffline = failure.isOffline || failure.isAboutSignIn
        if failure.isAboutSignIn { signInFailure = failure }
        secondsToWait = failure.secondsToWait
    }

    /// True where nothing was done, and the server may well do it once the person has signed in, or has waited: the item is
    /// carried out when the run goes on.
    var isPutOff: Bool { kind == .failed && (signInFailure != nil || secondsToWait != nil) }

    /// The same as an item that is still to be carried out.
    var waitingAgain: BulkOutcome {
        var outcome = self
        outcome.kind = .waiting
        return outcome
    }

    /// What an administrator of the server needs to find it: `403 accessDenied, request 8f2-77`.
    package var reference: String {
        let answer = [status.map(String.init), code].compactMap { $0 }.joined(separator: " ")
        // The sentence of an answer ends in it already.
        return [
            answer.isEmpty || sentence.contains("(\(answer))") ? nil : answer,
            requestID.map { localized("request \($0)") },
        ].compactMap { $0 }
            .joined(separator: ", ")
    }
}
