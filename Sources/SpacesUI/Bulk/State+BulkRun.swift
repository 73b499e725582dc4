import Foundation
import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

/// A run from its first answer to its result.
extension State {
    mutating func take(_ event: BulkEvent) {
        switch event {
        case .recording(let number, let file): changeRun(number) { $0.file = file }
        case .refused(let number, let reason):
            changeRun(number) {
                $0.phase = .ended
                $0.ended = $0.begun
            }
            say(.error, localized("Nothing was changed. \(reason)"))
        case .sending(let number, let index): changeRun(number) { $0.outcomes[index] = .sending }
        case .settled(let number, let index, let outcome, let space): settle(number, index, outcome, space)
        case .ended(let number): end(number)
        // What it did is in no answer to anything that this program sent.
        case .lookedUp(let number): if run?.number == number, run?.isElsewhere == false { load() }
        case .recovered(let runs): take(runs)
        case .saved(.success(let path)): say(.success, localized("Saved in \(path)"))
        case .saved(.failure(let failure)): say(.error, failure.sentence)
        case .found(let result, let number):
            changeBulkInvitation { if $0.request == number { $0.take(result) } }
        }
    }

    private mutating func changeRun(_ number: Int, _ change: (inout BulkRun) -> Void) {
        guard var current = run, current.number == number else { return }
        change(&current)
        run = current
    }

    /// Says it on the page of the run, or above the keys where that is closed.
    private mutating func say(_ level: Notice.Level, _ text: String) {
        if case .run(var page)? = layers.last {
            page.message = Notice(level, text)
            setTopLayer(.run(page))
        } else {
            notice = Notice(level, text)
        }
    }

    private mutating func settle(_ number: Int, _ index: Int, _ outcome: BulkOutcome, _ space: Space?) {
        guard var current = run, current.number == number, current.outcomes.indices.contains(index) else { return }
        current.outcomes[index] = outcome
        let item = current.plan.items[index]
        if let space, !current.isElsewhere { note(space, &current) }
        if outcome.kind == .done, !current.isElsewhere {
            if item.step == .purge { current.purged.insert(item.space.id) }
            list.unmark([item.space.id])
        }
        if outcome.isOffline, current.phase == .running {
            let host = current.isElsewhere ? localized("the server before") : server.host
            let reason =
                switch outcome.signInFailure?.kind {
                case .secondFactorRequired?: localized("\(host) asks for a second factor")
                case .notAuthenticated?: localized("your sign-in has ended")
                default:
                    outcome.secondsToWait.map { seconds in
                        waitReason(until: now.addingTimeInterval(Double(seconds)), of: host)
                    } ?? localized("\(host) does not answer")
                }
            current.pause(reason, at: now)
            ask(.bulk(.pause))
        }
        run = current
        if let failure = outcome.signInFailure, failure.kind == .notAuthenticated, !current.isElsewhere {
            noteEnd(of: failure)
        }
    }

    /// Shows what a space became at once; sorting and indexing follow at the end of the run.
    private mutating func note(_ space: Space, _ run: inout BulkRun) {
        let known = list.space(space.id).map { space.keepingMembers(of: $0) } ?? space
        run.changes[space.id] = known
        list.replace(known)
    }

    private mutating func end(_ number: Int) {
        guard var current = run, current.number == number else { return }
        current.phase = .ended
        current.ended = now
        // What is told here need not be told at the next start, however the program ends.
        if current.outcomes.allSatisfy(\.hasNothingToTell), let file = current.file {
            ask(.bulk(.forget(file: file)))
            current.file = nil
        }
        run = current
        if current.isElsewhere {
            tellEnd(of: current)
            return
        }
        let isListNewer = loadedAt.map { $0 > current.begun } ?? false
        if current.count(.done) > 0, current.changesMembers || isListNewer {
            // What the answers told may be older than the list.
            load()
        } else if !current.changes.isEmpty || !current.purged.isEmpty {
            let spaces = (staged ?? list.catalog.spaces).compactMap { space in
                current.purged.contains(space.id) ? nil : current.changes[space.id] ?? space
            }
            stage(spaces)
        }
        noteForUndo(current)
        tellEnd(of: current)
    }

    /// Says what came of a run whose page is closed.
    private mutating func tellEnd(of run: BulkRun) {
        if case .run? = layers.last { return }
        let told = localized("\(run.title): \(run.summary). \(keymap.name(of: .showRun)) shows it.")
        notice = Notice(run.hasProblems ? .warning : .success, told + undoHint(after: run.number))
    }

    // MARK: Interrupted runs

    /// Shows the first run that was cut off, and finds out what nobody knows of it.
    private mutating func take(_ runs: [RecoveredRun]) {
        guard let first = runs.first, run?.isUnderWay != true else { return }
        changeNumber += 1
        run = BulkRun(first, number: changeNumber)
        if layers.isEmpty, filterField == nil {
            layers.append(.run(RunPage()))
        } else {
            let key = keymap.name(of: .showRun)
            notice = Notice(
                .warning,
                first.hasEnded
                    ? localized("Not all of an earlier run was done: \(first.title). \(key) shows it.")
                    : localized("An earlier run was cut off: \(first.title). \(key) shows it."))
        }
        lookUpUnknown()
    }

    /// Reads the spaces again of which nobody knows what came.
    mutating func lookUpUnknown() {
        guard let run else { return }
        let unknown = run.outcomes.indices.filter { run.outcomes[$0].kind == .unknown }
        if unknown.isEmpty { return }
        ask(
            .bulk(
                .look(
                    number: run.number,
                    items: Dictionary(uniqueKeysWithValues: unknown.map { ($0, run.plan.items[$0]) }))))
    }
}
