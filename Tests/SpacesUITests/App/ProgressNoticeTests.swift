import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// A notice of something under way ends with its outcome, wherever that is told.
@Suite struct ProgressNoticeTests {
    @Test func whereTheQuestionIsPutAgainNothingIsUnderWay() throws {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type("Lunar Archive")
        let change = try #require(State.change(in: state.press(.enter)))
        #expect(state.notice?.text == "Purging Lunar Archive…")
        var now = try #require(change.space)
        now.name = "Lunar Archive 2"
        let failure = SpacesFailure(kind: .changedMeanwhile(now), sentence: "It was renamed.")
        state.receive(.changeFinished(change, .failure(failure)))
        #expect(state.confirmation?.news == "It was renamed." && state.notice == nil)
    }

    @Test func aConflictOfTextsEndsTheSaving() {
        var state = Sample.loaded(at: "Mars Mission")
        let draft = Sample.draft(of: Sample.mars)
        state.receive(.editorEnded(draft, .exited(status: 0)))
        #expect(state.notice?.text == "Saving the readme of Mars Mission…")
        let theirs = FileContent(bytes: Array("# Theirs".utf8))
        state.receive(.draftStored(draft, .conflict(DraftConflict(draft: draft, theirs: theirs, mine: []))))
        #expect(state.notice == nil && !state.layers.isEmpty)
    }

    @Test func theBrowserIsSaidToHaveTheAddress() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.hasBrowser = true
        let effects = state.press("o")
        #expect(state.notice?.text == "Opening Mars Mission in the browser…")
        guard case .open(let address)? = effects.first else {
            Issue.record("nothing is opened: \(effects)")
            return
        }
        state.receive(.opened(address))
        #expect(state.notice == Notice(.info, "Opened Mars Mission in the browser."))
        // What was said meanwhile is newer.
        state.notice = Notice(.info, "Something else.")
        state.receive(.opened(address))
        #expect(state.notice == Notice(.info, "Something else."))
    }

    @Test func whatWasMadeIsToldThoughTheListCannotBeLoaded() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("n")
        state.type("Beta")
        let change = try #require(State.change(in: state.press(.enter)))
        state.press(.control("r"))
        state.receive(.changeFinished(change, .success(Sample.project("Beta"))))
        #expect(state.notice == nil)
        state.receive(.loadFailed(Sample.gone, generation: state.generation))
        #expect(state.notice == Notice(.success, "Beta was created."))
    }

    @Test func aReadmeThatNobodyAsksForIsNotLoading() {
        var state = Sample.loaded(at: "Mars Mission", size: Size(columns: 80, rows: 24))
        state.press(.control("r"))
        state.receive(.loadFailed(Sample.gone, generation: state.generation))
        state.access.account = nil
        state.press(.tab, .tab, .tab, .tab)
        let screen = Picture(state).description
        #expect(!screen.contains("Loading…") && screen.contains("tries again."))
    }
}
