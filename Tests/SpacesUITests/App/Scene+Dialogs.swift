import Foundation
import SpacesClient
import SpacesModel
import Widgets
import Terminal

@testable import SpacesUI

extension Scene {
    static let questions: [Scene] = [
        Scene("disable", at: "Mars Mission") { $0.press("D") },
        Scene("restore", at: "Lunar Archive") { $0.press("R") },
        Scene("purge", at: "Lunar Archive") { $0.press("P") },
        Scene("purge-wrong-name", at: "Lunar Archive") {
            $0.press("P")
            $0.type("Lunar")
            $0.press(.enter)
        },
        Scene("purge-right-name", at: "Lunar Archive") {
            $0.press("P")
            $0.type("Lunar Archive")
        },
        Scene("purge-changed", at: "Lunar Archive") {
            $0.press("P")
            $0.type("Lunar Archive")
            guard let change = State.change(in: $0.press(.enter)), var now = change.space else { return }
            now.name = "Lunar Treasure"
            let sentence = "Lunar Archive was not purged: it is called “Lunar Treasure” now. Look at it again."
            $0.receive(
                .changeFinished(change, .failure(SpacesFailure(kind: .changedMeanwhile(now), sentence: sentence))))
        },
        Scene("conflict", at: "Mars Mission") { $0.meetConflict() },
        Scene("conflict-theirs", at: "Mars Mission") {
            $0.meetConflict()
            $0.press("t", .down)
        },
        Scene("conflict-ascii", at: "Mars Mission", glyphs: .ascii) { $0.meetConflict() },
        Scene("conflict-disabled", at: "Mars Mission") { $0.meetConflict(isDisabled: true) },
    ]

    static let pages: [Scene] = [
        Scene("detail", at: "Mars Mission") { $0.press(.tab) },
        Scene("detail-members", at: "Mars Mission") { $0.press(.tab, .tab) },
        Scene("detail-quota", at: "Mars Mission") { $0.press(.tab, .tab, .tab) },
        Scene("detail-json", at: "Mars Mission") { $0.readDocument() },
        Scene("detail-json-search", at: "Mars Mission") {
            $0.readDocument()
            $0.press("/")
            $0.type("manager")
        },
        Scene("summary", at: "Mars Mission") { $0.press("s") },
        Scene("summary-ascii", at: "Mars Mission", glyphs: .ascii) { $0.press("s") },
        Scene("summary-filtered", at: "Mars Mission") {
            $0.press("/")
            $0.type("mars")
            $0.press(.enter, "s", .down)
        },
        Scene("detail-orphaned", at: "Orphaned Notes") { $0.press(.tab) },
        Scene("detail-orphaned-by-deletion", at: "Orphaned Notes") {
            $0.setMembers([Sample.member("", .manager, id: "4c510ada-c86b-4815-8820-42cdf82c3d51")])
            $0.press(.tab)
        },
        Scene("detail-orphaned-members", at: "Orphaned Notes") {
            $0.setMembers([])
            $0.press(.tab, .tab)
        },
        Scene("detail-of-a-share", at: "Budget 2026") { $0.press(.tab) },
        Scene("detail-readme", at: "Mars Mission") {
            $0.readReadme()
            $0.press(.tab, "G")
        },
        Scene("readme", at: "Mars Mission") { $0.readReadme() },
        Scene("readme-ascii", at: "Mars Mission", glyphs: .ascii) {
            $0.readReadme()
            $0.press(.tab, "G")
        },
        Scene("readme-failed", at: "Mars Mission") {
            $0.readReadme(.failure(SpacesFailure(kind: .refused, sentence: "The readme was not loaded: it has 12 MB.")))
            $0.press(.tab, "G")
        },
        Scene("readme-conflict", at: "Mars Mission") {
            let draft = Sample.draft(of: Sample.mars)
            $0.receive(.draftStored(draft, .conflict(Sample.conflict(about: draft))))
        },
        Scene("readme-kept", at: "Mars Mission") {
            $0.receive(.draftStored(Sample.draft(of: Sample.mars), .failed("It was not saved: the quota is full.")))
        },
        Scene("image", at: "Mars Mission") {
            $0.layers = [.screen(OpenScreen(SpaceImage(of: Sample.mars)))]
            $0.receive(.imageLoaded(Sample.mars.id, .success(.picture(Sample.picture))))
        },
        Scene("image-failed", at: "Mars Mission") {
            $0.layers = [.screen(OpenScreen(SpaceImage(of: Sample.mars)))]
            $0.receive(.imageLoaded(Sample.mars.id, .success(.failed("This image is image/svg+xml."))))
        },
        Scene("help", at: "Mars Mission") { $0.press("?") },
        Scene("help-end", at: "Shares") { $0.press("?", "G") },
    ]

    static let notices: [Scene] = [
        Scene("edit-discard", at: "Mars Mission") {
            $0.press("e")
            $0.retype("Mars Colony")
            $0.press(.escape)
        },
        Scene("conflict-undecided", at: "Mars Mission") {
            $0.meetConflict()
            $0.press("t", .enter)
        },
        Scene("notice-success", at: "Mars Mission") {
            $0.notice = Notice(.success, "Mars Mission saved: name, quota 20 GB.")
        },
        Scene("notice-info", at: "Mars Mission") { $0.notice = Notice(.info, "Mars Mission was left as it is.") },
        Scene("notice-warning", at: "Shares") { $0.press("D") },
        Scene("notice-error", at: "Mars Mission") {
            guard let change = State.change(in: $0.press("D", "y")) else { return }
            $0.receive(.changeFinished(change, .failure(refusal)))
        },
    ]

    static let others: [Scene] = [
        Scene("purge-ascii", at: "Lunar Archive", glyphs: .ascii) { $0.press("P") },
        Scene("detail-hostile") { size in
            var state = Sample.loaded(hostile, size: size)
            state.press("G", .tab)
            return state
        },
        Scene("edit-hostile") { size in
            var state = Sample.loaded(hostile, size: size)
            state.list.select(hostile[1].id)
            state.press("e", Key(.end))
            return state
        },
        Scene("edit-hostile-ascii", glyphs: .ascii) { size in
            var state = Sample.loaded(hostile, size: size)
            state.list.select(hostile[1].id)
            state.press("e", Key(.end))
            return state
        },
        Scene("undo-hostile") { size in
            var state = Sample.loaded(hostile, size: size)
            state.list.select(hostile[6].id)
            state.press("e", Key(.end))
            state.type("X")
            guard let change = State.change(in: state.press(.enter)), case .edit(let edit) = change.kind,
                var answer = change.space
            else { return state }
            answer.name = edit.name ?? ""
            state.receive(.changeFinished(change, .success(answer)))
            state.press("U")
            return state
        },
        Scene("purge-hostile") { size in
            let disabled = hostile.map(\.disabled)
            var state = Sample.loaded(disabled, size: size)
            state.list.select(hostile[1].id)
            state.press("P")
            return state
        },
    ]

    /// Names as no well-meaning person chooses them.
    static let hostile: [Space] =
        [
            "\u{1B}[31mred\u{1B}]0;title\u{7}", "two\nlines\ttab", "abc\u{202E}gnp\u{2066}.exe",
            "🚀👩‍👩‍👧‍👦🇩🇪 emoji e\u{301}\u{302}\u{303}",
            "漢字とかなの長い名前のスペースです、とても長い", String(repeating: "long ", count: 60),
            "שלום\u{200F} a\u{200B}b\u{FEFF}c\r\nd", "", "שלום עולם", "plain",
        ].map { Sample.project($0, subtitle: $0) }
}

extension State {
    /// Lets the readme of the sample arrive.
    mutating func readReadme(_ result: Result<Readme?, SpacesFailure>? = nil) {
        let content = FileContent(bytes: Sample.readme)
        receive(.readmeLoaded(Sample.mars, result ?? .success(Readme(content))))
    }

    /// Opens the answer of the server about the space of the sample, and lets it arrive.
    mutating func readDocument() {
        press(.tab, Key(.left))
        let answer =
            #"{"id":"store$mars-mission","name":"Mars Mission","driveType":"project","root":{"permissions":[{"roles":["manager"],"grantedToV2":{"user":{"displayName":"Marie Curie\u001b[31m"}}}],"deleted":{}}}"#
        receive(.documentLoaded(Sample.mars, .success(SpaceDocument.lines(of: Array(answer.utf8)))))
    }

    /// Saves a form that someone else was quicker with.
    mutating func meetConflict(isDisabled: Bool = false) {
        press("e")
        retype("Mars Colony")
        press(.tab)
        retype("Rovers and orbits")
        press(.tab, .tab)
        retype("5 GB")
        guard let change = State.change(in: press(.enter)), case .edit(let edit) = change.kind else { return }
        var theirs = Sample.mars
        if isDisabled {
            theirs.root?.deletedState = "trashed"
        } else {
            (theirs.name, theirs.subtitle) = ("Mars Base Alpha", "")
            theirs.quota = Sample.quota(8.2, of: 20)
        }
        do throws(EditConflict) {
            _ = try edit.rebased(from: Sample.mars, onto: theirs)
        } catch {
            let failure = SpacesFailure(kind: .conflict(error), sentence: "Mars Mission was not changed.")
            receive(.changeFinished(change, .failure(failure)))
        }
        // The person looks at it before the next key.
        now += CursorMove.seconds
    }
}

extension State {
    /// Lets a load bring other members of the selected space.
    mutating func setMembers(_ members: [Member]) {
        guard var space = list.selected else { return }
        space.root?.members = members
        let spaces = Sample.spaces.map { $0.id == space.id ? space : $0 }
        receive(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: generation))
    }
}
