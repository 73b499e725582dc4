import Terminal
import SpacesClient
import SpacesModel
import Testing

@testable import SpacesUI

/// What becomes of a change that was sent, by what the server answers and when.
@Suite struct ChangeTests {
    private let refused = SpacesFailure(kind: .notAllowed, sentence: "Cannot do it.", requestID: "r7")

    private func sent(_ state: inout State, _ keys: Key...) throws -> Change {
        let effects = keys.flatMap { state.update(.key($0)) }
        return try #require(State.change(in: effects))
    }

    @Test func showsTheAnswerAtOnceAndIndexesItInTheBackground() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        state.retype("Zeta")
        let change = try sent(&state, .enter)
        #expect(
            change
                == Change(kind: .edit(SpaceEdit(name: "Zeta")), space: Sample.mars, name: "Mars Mission", number: 1))
        var answer = Sample.mars
        answer.name = "Zeta"
        let effects = state.receive(.changeFinished(change, .success(answer)))
        #expect(state.layers.isEmpty && state.pending.isEmpty)
        #expect(state.list.selected?.name == "Zeta")
        #expect(state.notice == Notice(.success, "Mars Mission is called Zeta now. U undoes it."))
        guard case .index(let spaces, let generation)? = effects.first else {
            Issue.record("nothing is indexed: \(effects)")
            return
        }
        state.receive(.spacesIndexed(SpaceCatalog(spaces), generation: generation))
        #expect(state.shownNames.last == "Zeta" && state.list.selected?.name == "Zeta")
        #expect(state.list.cursor == state.list.shownCount - 1)
    }

    @Test func failedChangeWithoutAFormIsToldInANotice() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try sent(&state, "D", "y")
        #expect(state.receive(.changeFinished(change, .failure(refused))).isEmpty)
        #expect(state.notice == Notice(.error, "Cannot do it. (request r7)"))
        #expect(state.pending.isEmpty && state.list.selected?.isDisabled == false)
    }

    @Test func oneChangeOfASpaceAtATime() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try sent(&state, "D", "y")
        #expect(state.pending[Sample.mars.id] == change)
        #expect(state.press("e").isEmpty && state.layers.isEmpty && state.notice?.level == .warning)
        state.press("j", "e")
        #expect(state.form != nil, "another space can be changed meanwhile")
    }

    @Test func aListUnderWayDoesNotUndoASavedReadme() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(.control("r"))
        let stored = DraftResult.stored(Sample.mars, Readme(FileContent(bytes: Sample.readme)))
        let effects = state.receive(.draftStored(Sample.draft(of: Sample.mars), stored))
        guard case .loadSpaces(let generation, _)? = effects.first else {
            Issue.record("the list is not loaded again: \(effects)")
            return
        }
        #expect(generation == state.generation, "and what the earlier request still brings is dropped")
    }

    @Test func newSpaceGetsTheCursor() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("n")
        state.type("Beta")
        let change = try sent(&state, .enter)
        let effects = state.receive(.changeFinished(change, .success(Sample.project("Beta"))))
        guard case .index(let spaces, let generation)? = effects.first else {
            Issue.record("nothing is indexed: \(effects)")
            return
        }
        #expect(state.notice == nil, "a key pressed on the news would mean another space")
        state.receive(.spacesIndexed(SpaceCatalog(spaces), generation: generation))
        #expect(state.notice == Notice(.success, "Beta was created."))
        #expect(state.list.selected?.name == "Beta" && state.list.totalCount == Sample.spaces.count + 1)
    }

    @Test func disabledSpaceTellsItsLimitOnly() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try sent(&state, "D", "y")
        state.receive(.changeFinished(change, .success(nil)))
        let space = try #require(state.list.selected)
        #expect(space.isDisabled && space.quota == Quota(limit: .bytes(Sample.gigabytes(10)), used: nil))
        #expect(space.members?.count == 5)
        #expect(state.notice == Notice(.success, "Mars Mission is disabled. R restores it."))
    }

    @Test func purgedSpaceLeavesTheList() throws {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type("Lunar Archive")
        let change = try sent(&state, .enter)
        let effects = state.receive(.changeFinished(change, .success(nil)))
        guard case .index(let spaces, _)? = effects.first else {
            Issue.record("nothing is indexed: \(effects)")
            return
        }
        #expect(!spaces.contains { $0.name == "Lunar Archive" } && spaces.count == Sample.spaces.count - 1)
    }

    @Test func twoAnswersBeforeTheIndexKeepBothChanges() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let first = try sent(&state, "D", "y")
        state.select("Apollo 2")
        let second = try sent(&state, "D", "y")
        state.receive(.changeFinished(first, .success(nil)))
        let effects = state.receive(.changeFinished(second, .success(nil)))
        guard case .index(let spaces, _)? = effects.first else {
            Issue.record("nothing is indexed: \(effects)")
            return
        }
        #expect(spaces.filter(\.isDisabled).count == 3)
    }

    @Test func aListUnderWayIsAskedForAgainAfterAChange() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try sent(&state, "D", "y")
        state.press(.control("r"))
        #expect(state.receive(.changeFinished(change, .success(nil))) == [.loadSpaces(generation: 3)])
        state.receive(.spacesLoaded(SpaceCatalog(Sample.spaces), unreadable: [], generation: 2))
        #expect(state.connection == .loading(arrived: 0), "a list from before the change is not believed")
    }

    @Test func anIndexFromBeforeALoadIsDropped() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try sent(&state, "D", "y")
        state.receive(.changeFinished(change, .success(nil)))
        state.press(.control("r"))
        state.receive(.spacesIndexed(SpaceCatalog([]), generation: 2))
        #expect(state.list.totalCount == Sample.spaces.count)
    }

    @Test func answerAboutASpaceThatIsGoneHarmsNothing() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try sent(&state, "D", "y")
        state.press(.control("r"))
        state.receive(.spacesLoaded(SpaceCatalog([Sample.project("Other")]), unreadable: [], generation: 2))
        state.receive(.changeFinished(change, .success(nil)))
        #expect(state.shownNames == ["Other"])
    }

    @Test func membersStayWhereAnAnswerLeavesThemOut() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        state.retype("Mars")
        let change = try sent(&state, .enter)
        var answer = Sample.mars
        answer.name = "Mars"
        answer.root?.members = nil
        state.receive(.changeFinished(change, .success(answer)))
        #expect(state.list.selected?.members?.count == 5)
    }
}
