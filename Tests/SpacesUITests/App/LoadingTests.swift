import Terminal
import Foundation
import SpacesClient
import SpacesModel
import Testing

@testable import SpacesUI

/// Answers that come, come late, come twice or never.
@Suite struct LoadingTests {
    private func catalog(_ names: String...) -> SpaceCatalog { SpaceCatalog(names.map { Sample.project($0) }) }

    /// With the first list a look is taken at runs that were cut off.
    private static let recovery = Effect.bulk(.recover(server: "cloud.example.org"))

    @Test func showsWhatWasLoaded() {
        var state = Sample.loading()
        #expect(state.receive(.spacesLoaded(catalog("B", "A"), unreadable: [], generation: 1)) == [Self.recovery])
        #expect(state.shownNames == ["A", "B"])
        #expect(state.connection == .current && state.loadedAt == Sample.now)
        #expect(state.detailSpace?.name == "A")
    }

    @Test func countsWhatArrives() {
        var state = Sample.loading()
        state.receive(.spacesArrived(1000, generation: 1))
        #expect(state.connection == .loading(arrived: 1000))
    }

    @Test func dropsAnswersOfAnOlderLoad() {
        var state = Sample.loaded()
        state.press(.control("r"))
        let before = state.shownNames
        state.receive(
            .spacesLoaded(catalog("Old"), unreadable: [], generation: 1), .spacesIndexed(catalog("Old"), generation: 1),
            .spacesArrived(7, generation: 1), .loadFailed(Sample.gone, generation: 1))
        #expect(state.shownNames == before && state.connection == .loading(arrived: 0))
        state.receive(.spacesLoaded(catalog("New"), unreadable: [], generation: 2))
        #expect(state.shownNames == ["New"])
    }

    @Test("A server that fails for a moment is asked again by itself") func triesAgainAfterAnError() {
        var state = Sample.loaded()
        state.press(.control("r"))
        state.receive(.loadFailed(SpacesFailure(kind: .serverError, sentence: "It failed."), generation: 2))
        #expect(!state.connection.isOffline, "other requests may well be answered")
        guard case .failed(_, _, 1, let next?) = state.connection else {
            Issue.record("\(state.connection)")
            return
        }
        #expect(next == state.now.addingTimeInterval(5))
        #expect(state.receive(.retryDue) == [.loadSpaces(generation: 3, scope: .all)])
    }

    @Test("A change that is answered while a dead server is tried again does not end the trying") func keepsTrying() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: 2))
        state.receive(.retryDue)
        // It takes its time; meanwhile the answer to an earlier change arrives.
        let change = Change(kind: .disable, space: Sample.mars, name: "Mars Mission", number: 99)
        #expect(state.receive(.changeFinished(change, .success(nil))) == [.loadSpaces(generation: 4, scope: .all)])
        state.receive(.loadFailed(Sample.gone, generation: 4))
        guard case .failed(_, _, _, .some) = state.connection else {
            Issue.record("nothing is tried any more: \(state.connection)")
            return
        }
    }

    @Test func keepsTheOldListWhileOffline() {
        var state = Sample.loaded()
        let before = state.shownNames
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: 2))
        #expect(state.shownNames == before && state.loadedAt == Sample.now && state.connection.isOffline)
        for command in [Command.create, .edit, .disable, .act] {
            #expect(
                state.availability(of: command) == .disabled("cloud.example.org does not answer; ^R tries again"),
                "\(command)")
        }
    }

    // swift-format-ignore
    @Test(arguments: [(1, 5), (2, 10), (3, 20), (4, 40), (5, 60), (6, 60), (40, 60)])
    func waitsLongerAfterEachFailure(attempts: Int, seconds: Double) {
        var state = Sample.loading()
        for attempt in 1...attempts {
            state.now = state.now.addingTimeInterval(100)
            state.receive(.loadFailed(Sample.gone, generation: attempt))
            if attempt < attempts { #expect(state.receive(.retryDue) == [.loadSpaces(generation: attempt + 1)]) }
        }
        let first = Sample.now.addingTimeInterval(100)
        let next = state.now.addingTimeInterval(seconds)
        #expect(state.connection == .failed(Sample.gone, since: first, attempts: attempts, nextAttempt: next))
    }

    // swift-format-ignore
    @Test(arguments: [(120, 120), (1, 5), (100_000, 100_000), (nil, 5)] as [(Int?, Double)])
    func waitsAsLongAsTheServerAsks(retryAfter: Int?, seconds: Double) throws {
        var state = Sample.loading()
        let busy = SpacesFailure(kind: .busy(retryAfter: retryAfter), sentence: "Busy.")
        state.receive(.loadFailed(busy, generation: 1))
        let next = Sample.now.addingTimeInterval(seconds)
        #expect(state.connection == .failed(busy, since: Sample.now, attempts: 1, nextAttempt: next))
    }

    @Test(arguments: [.notAuthenticated, .untrusted, .notAllowed] as [SpacesFailure.Kind])
    func leavesOtherFailuresToThePerson(kind: SpacesFailure.Kind) {
        var state = Sample.loading()
        let failure = SpacesFailure(kind: kind, sentence: "No.")
        state.receive(.loadFailed(failure, generation: 1))
        #expect(state.connection == .failed(failure, since: Sample.now, attempts: 1, nextAttempt: nil))
        #expect(state.receive(.retryDue).isEmpty)
        #expect(state.press(.control("r")) == [.loadSpaces(generation: 2)])
    }

    @Test func startsCountingAnewWhenTheServerAnswers() {
        var state = Sample.loading()
        state.receive(
            .loadFailed(Sample.gone, generation: 1), .retryDue, .loadFailed(Sample.gone, generation: 2), .retryDue)
        // The account was never learnt: it is asked for again.
        let effects = state.receive(.spacesLoaded(catalog("A"), unreadable: [], generation: 3))
        #expect(effects == [.loadAccount, Self.recovery])
        #expect(state.notice == Notice(.success, "cloud.example.org answers again."))
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: 4))
        let next = Sample.now.addingTimeInterval(5)
        #expect(state.connection == .failed(Sample.gone, since: Sample.now, attempts: 1, nextAttempt: next))
    }

    @Test func keepsSayingWhatIsWrongWhileItTriesAgain() {
        var state = Sample.loaded()
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: 2), .retryDue)
        #expect(state.connection == .failed(Sample.gone, since: Sample.now, attempts: 1, nextAttempt: nil))
    }

    @Test func changesNothingWhileOffline() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: 2))
        for key in ["e", "D", "R", "P"] as [Key] {
            #expect(state.press(key).isEmpty)
            #expect(state.layers.isEmpty && state.notice?.level == .warning)
        }
    }

    @Test func saysWhichSpacesCouldNotBeRead() {
        var state = Sample.loading()
        let unreadable = [
            UnreadableSpace(index: 3, name: "Mars", reason: "id is missing"), UnreadableSpace(index: 5, reason: "x"),
            UnreadableSpace(index: 9, reason: "y", count: 7),
        ]
        state.receive(.spacesLoaded(catalog("A"), unreadable: unreadable, generation: 1))
        #expect(
            state.notice
                == Notice(
                    .note,
                    "9 spaces could not be read and are not shown. The first: “Mars”: id is missing. All: !."))
        let lines = state.errorLog.entries.compactMap { entry -> String? in
            if case .failure(let failure) = entry { failure.sentence } else { nil }
        }
        #expect(
            lines == [
                "Not shown: “Mars”: id is missing.", "Not shown: entry 6 of the list: x.", "Not shown: 7 more: y.",
            ])

        // The same again is no news; another one is.
        state.press(.control("r"))
        state.receive(.spacesLoaded(catalog("A"), unreadable: unreadable, generation: 2))
        #expect(state.notice == nil && state.errorLog.entries.count == 3)
        state.press(.control("r"))
        state.receive(
            .spacesLoaded(catalog("A"), unreadable: [UnreadableSpace(index: 0, id: "s$1", reason: "z")], generation: 3))
        #expect(state.notice?.text == "1 space could not be read and is not shown: id s$1: z.")
    }

    @Test func theBeginningOfAListIsBetterThanNone() {
        let cut = SpacesFailure(kind: .badAnswer, sentence: "The list is incomplete (2 spaces arrived).")
        var state = Sample.loading()
        state.receive(.spacesCutShort(catalog("A", "B"), generation: 1), .loadFailed(cut, generation: 1))
        #expect(state.shownNames == ["A", "B"] && state.loadedAt == nil)
        #expect(state.notice == Notice(.error, cut.sentence))
        let lines = Picture(state).lines
        #expect(lines[0].contains("incomplete"))
        #expect(lines.contains { $0.contains("! Incomplete: The list is incomplete (2 spaces arrived).") })
        #expect(lines.contains { $0.contains("! This is not the whole list. Next try 09:26:05, ^R now.") })
        // A whole list is better than the beginning of one.
        var whole = Sample.loaded()
        let names = whole.shownNames
        whole.press(.control("r"))
        whole.receive(.spacesCutShort(catalog("A"), generation: 2), .loadFailed(cut, generation: 2))
        #expect(whole.shownNames == names)
    }

    @Test("A list that never ends is not asked for by itself, and what arrived is shown") func leavesTooMuchAlone() {
        let endless = SpacesFailure(kind: .tooMuch, sentence: "It sent 1,000 pages.")
        var state = Sample.loading()
        state.receive(.spacesCutShort(catalog("A", "B"), generation: 1), .loadFailed(endless, generation: 1))
        #expect(state.connection == .failed(endless, since: Sample.now, attempts: 1, nextAttempt: nil))
        #expect(state.nextLoad == nil && state.shownNames == ["A", "B"])
        #expect(Picture(state).lines.contains { $0.contains("! This is not the whole list. ^R tries again.") })
        // Whoever marks all of it is told that it is not all.
        state.receive(.accountLoaded(Sample.admin, Sample.allPermissions))
        state.press("*")
        #expect(
            state.notice
                == Notice(
                    .warning,
                    "Marked all 2 spaces; no filter is set. The list is incomplete: there are more spaces."))
        state.press("D")
        #expect(
            Picture(state).description.contains(
                "! The list is incomplete: there are spaces that this plan does not know."))
        state.press("n", .control("r"))
        state.receive(.spacesLoaded(catalog("A", "B", "C"), unreadable: [], generation: 2))
        state.press("*")
        #expect(state.notice?.level == .info)
    }

    @Test("A server that asks to wait is left alone until then, and the screen says so") func saysUntilWhenToWait() {
        let busy = SpacesFailure(kind: .busy(retryAfter: 80_044), sentence: "Too many requests.")
        var state = Sample.loaded()
        state.press(.control("r"))
        state.receive(.loadFailed(busy, generation: 2))
        #expect(
            Picture(state).lines.contains {
                $0.contains("! cloud.example.org asks to wait until 15 Mar 2026 07:41. ^R tries now.")
            })
    }

    @Test func goesOnWithoutKnowingTheAccount() {
        var state = Sample.loading()
        state.receive(
            .accountFailed(SpacesFailure(kind: .serverError, sentence: "Cannot read who you are.", requestID: "7")))
        #expect(state.notice == Notice(.error, "Cannot read who you are. (request 7)"))
        state.receive(.spacesLoaded(catalog("A"), unreadable: [], generation: 1))
        for command in [Command.edit, .create, .disable] { #expect(state.availability(of: command).isEnabled) }
    }

    @Test(arguments: ScreenTests.sizes)
    func saysOnEveryScreenThatTheServerIsGone(size: Size) {
        var state = Sample.loaded(size: size)
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: 2))
        #expect(Picture(state).lines[0].contains("offline"))
    }

    @Test func saysOnceThatTheServerIsGone() {
        var state = Sample.loading()
        state.receive(.accountFailed(Sample.gone), .loadFailed(Sample.gone, generation: 1))
        #expect(state.notice == nil)
    }
}
