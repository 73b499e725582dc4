import Foundation
import SpacesClient
import SpacesModel
import Testing
import Terminal
import Widgets

@testable import SpacesUI

/// A state of the program that has a picture, reached by what a person does and a server answers.
struct Scene: CustomTestStringConvertible {
    let name: String
    var glyphs = Glyphs.unicode
    let state: @Sendable (Size) -> State

    var testDescription: String { name }

    init(_ name: String, glyphs: Glyphs = .unicode, _ state: @escaping @Sendable (Size) -> State) {
        self.name = name
        self.glyphs = glyphs
        self.state = state
    }

    /// A scene that starts from the loaded list with the cursor on a space.
    init(_ name: String, at space: String, glyphs: Glyphs = .unicode, _ act: @escaping @Sendable (inout State) -> Void)
    {
        self.init(name, glyphs: glyphs) { size in
            var state = Sample.loaded(at: space, size: size)
            act(&state)
            return state
        }
    }

    static let all =
        lists + instead + forms + questions + members + pages + notices + others + profiles + columns + bulkDialogs
        + bulk + journal + undo + errorLog + themes + choices + signIn

    static let lists: [Scene] = [
        Scene("list", at: "Mars Mission") { _ in },
        Scene("list-filtered", at: "Mars Mission") {
            $0.press("/")
            $0.type("curie")
        },
        Scene("list-no-match", at: "Mars Mission") {
            $0.press("/")
            $0.type("venus")
            $0.press(.enter)
        },
        Scene("list-sorted-by-usage", at: "Full House") { $0.press("<", "<", "<") },
        Scene("list-without-pane", at: "Open Ended") { $0.press("w") },
        Scene("list-user") { size in
            Sample.loaded(at: "Video Vault", size: size, permissions: Permissions([]))
        },
        Scene("list-offline") { size in
            var state = Sample.loaded(at: "Mars Mission", size: size)
            state.press(.control("r"))
            state.now = Sample.now.addingTimeInterval(900)
            state.receive(.loadFailed(Sample.gone, generation: 2))
            return state
        },
        Scene("list-insecure") { size in
            var state = Sample.loaded(at: "Mars Mission", size: size)
            state.server.isInsecure = true
            return state
        },
        Scene("list-ascii", at: "Mars Mission", glyphs: .ascii) { _ in },
        Scene("list-odd") { size in
            var state = Sample.loading(size)
            let nameless = Space(
                id: SpaceID("ocm$1"), name: "(no name)", type: .mountpoint,
                remoteItem: Space.RemoteItem(id: "r", name: ""))
            let unlimited = Sample.project(
                "No total told", quota: Quota(limit: .unlimited, used: ByteCount(5_000_000)), modified: nil)
            state.receive(
                .spacesLoaded(
                    SpaceCatalog([nameless, unlimited]),
                    unreadable: [
                        UnreadableSpace(index: 2, id: "st$1", name: "Everybody", reason: "too large to be read"),
                        UnreadableSpace(index: 5, reason: "id is missing"),
                    ], generation: 1))
            return state
        },
        Scene("list-hostile") { size in Sample.loaded(hostile, size: size) },
        Scene("list-saving", at: "Mars Mission") {
            $0.press("D", "y")
            $0.press(.down)
            $0.receive(.cursorRested)
        },
    ]

    static let instead: [Scene] = [
        Scene("loading") { Sample.loading($0) },
        Scene("loading-counted") { size in
            var state = Sample.loading(size)
            state.receive(.spacesArrived(12_000, generation: 1))
            return state
        },
        Scene("empty") { Sample.loaded([], size: $0) },
        Scene("empty-not-permitted") { Sample.loaded([], size: $0, permissions: Permissions([])) },
        Scene("failed") { size in
            var state = Sample.loading(size)
            state.receive(.loadFailed(Sample.gone, generation: 1))
            return state
        },
        Scene("failed-signing-in") { size in
            var state = Sample.loading(size)
            let failure = SpacesFailure(
                kind: .notAuthenticated,
                sentence: "Cannot load the spaces because user name or password is wrong. Start again.",
                status: 401, requestID: "4711-ab")
            state.receive(.loadFailed(failure, generation: 1))
            return state
        },
    ]

    static let forms: [Scene] = [
        Scene("edit", at: "Mars Mission") { $0.press("e") },
        Scene("edit-changed", at: "Mars Mission") {
            $0.press("e")
            $0.retype("Mars Mission II")
            $0.press(.up)
            $0.retype("20 GB")
        },
        Scene("edit-invalid-quota", at: "Mars Mission") {
            $0.press("e", .up)
            $0.retype("1.5")
            $0.press(.enter)
        },
        Scene("edit-below-used", at: "Mars Mission") {
            $0.press("e", .up)
            $0.retype("5 GB")
        },
        Scene("edit-saving", at: "Mars Mission") {
            $0.press("e")
            $0.type(" II")
            $0.press(.enter)
        },
        Scene("edit-failed", at: "Mars Mission") {
            $0.press("e")
            $0.type(" II")
            guard let change = State.change(in: $0.press(.enter)) else { return }
            $0.receive(.changeFinished(change, .failure(refusal)))
        },
        Scene("edit-locked") { size in
            var state = Sample.loaded(at: "Alan Turing", size: size, permissions: Permissions([.listAll, .editAll]))
            state.press("e")
            return state
        },
        Scene("create", at: "Mars Mission") { $0.press("n") },
        Scene("create-invalid", at: "Mars Mission") {
            $0.press("n")
            $0.type("Venus/Express")
            $0.press(.enter)
        },
    ]

    static let refusal = SpacesFailure(
        kind: .goneOrNotAllowed,
        sentence:
            "Cannot change “Mars Mission” because it is gone, or this account may not change it. Load the list again.",
        status: 404, code: "itemNotFound", requestID: "8f2-77")
}
