import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// A save that meets a changed space: nothing typed is lost, and the person chooses field by field.
@Suite struct ConflictTests {
    /// A form that sent a new name and a new quota, answered by what someone else made of the space.
    private func answered(_ theirs: (inout Space) -> Void) throws -> State {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        state.retype("Mars Colony")
        state.press(.up)
        state.retype("20 GB")
        let change = try #require(State.change(in: state.press(.enter)))
        guard case .edit(let edit) = change.kind else { return state }
        var space = Sample.mars
        theirs(&space)
        do throws(EditConflict) {
            _ = try edit.rebased(from: Sample.mars, onto: space)
        } catch {
            state.receive(
                .changeFinished(change, .failure(SpacesFailure(kind: .conflict(error), sentence: "Conflict."))))
        }
        state.now += CursorMove.seconds
        return state
    }

    private func renamed() throws -> State {
        try answered {
            $0.name = "Mars Base"
            $0.subtitle = "Dust"
        }
    }

    @Test func asksOverTheFormAndShowsTheirsInTheList() throws {
        let state = try renamed()
        #expect(state.layers.count == 2 && state.conflict?.conflict.fields.map(\.field) == [.name])
        let screen = Picture(state).description
        for text in ["Changed meanwhile: Mars Mission", "? Mars Base", "? Mars Colony", "! undecided: name"] {
            #expect(screen.contains(text), "\(text)\n\(screen)")
        }
    }

    @Test func savesNothingUntilEveryFieldIsDecided() throws {
        var state = try answered {
            $0.name = "Mars Base"
            $0.quota = Sample.quota(8.2, of: 30)
        }
        #expect(state.conflict?.undecided == [.name, .quota] && state.conflict?.taken.isEmpty == true)
        #expect(state.press("m", .enter).isEmpty && state.conflict?.undecided == [.quota])
        #expect(state.notice?.text == "Not saved; undecided: quota. t takes theirs, m keeps yours.")
        #expect(state.conflict?.focus == 1, "the cursor goes to what is undecided")
        #expect(Picture(state).description.contains("! undecided: quota"))
        state.press(" ")
        #expect(
            State.change(in: state.press(.enter))?.kind
                == .edit(SpaceEdit(name: "Mars Colony", limit: .bytes(Sample.gigabytes(20)))))
    }

    @Test func sendsMineOverTheirs() throws {
        var state = try renamed()
        let change = try #require(State.change(in: state.press("m", .enter)))
        #expect(change.kind == .edit(SpaceEdit(name: "Mars Colony", limit: .bytes(Sample.gigabytes(20)))))
        #expect(change.space?.name == "Mars Base" && change.space?.subtitle == "Dust", "started from theirs")
    }

    @Test func keepsTheirsAndSendsTheRest() throws {
        var state = try renamed()
        let change = try #require(State.change(in: state.press("t", .enter)))
        #expect(change.kind == .edit(SpaceEdit(limit: .bytes(Sample.gigabytes(20)))))
    }

    @Test func sendsNothingWhereTheirsStands() throws {
        var state = try answered {
            $0.name = "Mars Base"
            $0.quota = Sample.quota(8.2, of: 30)
        }
        #expect(state.conflict?.conflict.fields.map(\.field) == [.name, .quota])
        #expect(State.change(in: state.press("T", .enter)) == nil)
        #expect(state.layers.isEmpty && state.notice?.text == "Nothing was sent: Mars Base stays as it is saved.")
    }

    @Test func choosesFieldByField() throws {
        var state = try answered {
            $0.name = "Mars Base"
            $0.quota = Sample.quota(8.2, of: 30)
        }
        let change = try #require(State.change(in: state.press(.left, .down, .left, .right, .enter)))
        #expect(change.kind == .edit(SpaceEdit(limit: .bytes(Sample.gigabytes(20)))))
    }

    @Test func goesBackToTheFormWithWhatWasTyped() throws {
        var state = try renamed()
        state.press("t", .escape)
        let form = try #require(state.form)
        #expect(form.text(of: .name) == "Mars Colony" && form.text(of: .quota) == "20 GB" && form.sent == nil)
        #expect(form.text(of: .subtitle) == "Dust", "what was not typed follows what is saved")
        let change = try #require(State.change(in: state.press(.enter)))
        #expect(change.space?.name == "Mars Base")
    }

    @Test func asksAgainWhenItChangesOnceMore() throws {
        var state = try renamed()
        let change = try #require(State.change(in: state.press("m", .enter)))
        var again = Sample.mars
        again.name = "Mars Town"
        let field = EditConflict.Field(
            .name, base: .text("Mars Base"), theirs: .text("Mars Town"), mine: .text("Mars Colony"))
        let conflict = EditConflict(base: Sample.mars, theirs: again, fields: [field])
        state.receive(
            .changeFinished(change, .failure(SpacesFailure(kind: .conflict(conflict), sentence: "Conflict."))))
        #expect(state.conflict?.conflict == conflict && state.layers.count == 2)
    }

    @Test func saysThatItWasDisabled() throws {
        var state = try answered { $0.setDeleted() }
        #expect(state.conflict?.conflict.wasDisabled == true && state.conflict?.conflict.fields.isEmpty == true)
        #expect(Picture(state).description.contains("Mars Mission was disabled meanwhile."))
        let change = try #require(State.change(in: state.press(.enter)))
        #expect(change.space?.isDisabled == true)
    }

    @Test func putsTheQuestionAnewWhenTheSpaceIsAnother() throws {
        var state = Sample.loaded(at: "Lunar Archive")
        let typed = state.press("P") + state.type("Lunar Archive")
        #expect(State.change(in: typed) == nil)
        let change = try #require(State.change(in: state.press(.enter)))
        var now = try #require(change.space)
        now.name = "Lunar Treasure"
        state.receive(
            .changeFinished(
                change, .failure(SpacesFailure(kind: .changedMeanwhile(now), sentence: "It is called so now."))))
        #expect(state.confirmation?.space.name == "Lunar Treasure" && state.confirmation?.isNameRight == false)
        #expect(Picture(state).description.contains("! It is called so now."))
    }

    @Test func doesNotAskToPurgeWhatWasRestored() throws {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type("Lunar Archive")
        let change = try #require(State.change(in: state.press(.enter)))
        var now = try #require(change.space)
        now.root?.deletedState = nil
        state.receive(
            .changeFinished(change, .failure(SpacesFailure(kind: .changedMeanwhile(now), sentence: "Restored."))))
        #expect(state.layers.isEmpty && state.notice?.text == "Restored.")
        #expect(state.list.selected?.isDisabled == false)
    }
}

extension Space {
    fileprivate mutating func setDeleted() { root?.deletedState = "trashed" }
}
