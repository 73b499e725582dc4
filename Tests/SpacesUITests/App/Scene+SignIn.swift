import SpacesClient
import SpacesModel
import Terminal

@testable import SpacesUI

/// Sign-ins that have ended, and lists that want a second factor.
extension Scene {
    private static let ended = SpacesFailure(
        kind: .notAuthenticated,
        sentence: "The sign-in was not renewed: the session has ended at cloud.example.org (400 invalid_request).",
        status: 400, code: "invalid_request")

    private static let guarded = SpacesFailure(
        kind: .secondFactorRequired,
        sentence: "The list of spaces was not loaded: cloud.example.org requires a second factor at sign-in (403).",
        status: 403)

    static let signIn: [Scene] = [
        Scene("sign-in-ended") { size in
            var state = Sample.loaded(at: "Mars Mission", size: size)
            state.server.signIn = .enabled
            state.press(.control("r"))
            state.receive(.loadFailed(ended, generation: 2))
            return state
        },
        Scene("sign-in-later") { size in
            var state = Sample.loaded(at: "Mars Mission", size: size)
            state.server.signIn = .enabled
            state.press(.control("r"))
            state.receive(.loadFailed(ended, generation: 2))
            state.press(.escape)
            return state
        },
        Scene("sign-in-at-start") { size in
            var state = Sample.loading(size)
            state.server.signIn = .enabled
            state.receive(.loadFailed(ended, generation: 1))
            return state
        },
        Scene("list-own-only") { size in
            var state = Sample.loading(size)
            state.receive(.accountLoaded(Sample.admin, Sample.allPermissions), .loadFailed(guarded, generation: 1))
            state.receive(.spacesLoaded(SpaceCatalog(Sample.spaces), unreadable: [], generation: 2))
            state.select("Mars Mission")
            return state
        },
        Scene("summary-own-only") { size in
            var state = Sample.loading(size)
            state.receive(.accountLoaded(Sample.admin, Sample.allPermissions), .loadFailed(guarded, generation: 1))
            state.receive(.spacesLoaded(SpaceCatalog(Sample.spaces), unreadable: [], generation: 2))
            state.press("s")
            return state
        },
    ]
}
