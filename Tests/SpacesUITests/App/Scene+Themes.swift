import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    static let themes: [Scene] = [
        Scene("theme-chooser", at: "Full House") {
            $0.press("T")
            $0.receive(.themesLoaded(Sample.themes))
            $0.press(.down, .down)
        },
        Scene("theme-chooser-ascii", at: "Full House", glyphs: .ascii) {
            $0.press("T")
            $0.receive(.themesLoaded(Sample.themes))
            $0.press(Key(.end))
        },
        Scene("theme-chooser-reading", at: "Full House") { $0.press("T") },
        Scene("theme-chooser-filtered", at: "Full House") {
            $0.press("T")
            $0.receive(.themesLoaded(Sample.themes))
            $0.type("light")
        },
        Scene("theme-chooser-no-match", at: "Full House") {
            $0.press("T")
            $0.receive(.themesLoaded(Sample.themes))
            $0.type("purple")
        },
        Scene("theme-chooser-problem", at: "Full House") {
            $0.press("T")
            $0.receive(.themesLoaded(Sample.themesWithProblem))
        },
        Scene("theme-kept", at: "Full House") {
            $0.press("T")
            $0.receive(.themesLoaded(Sample.themes))
            $0.type("nord")
            $0.press(.enter)
        },
        Scene("theme-broken", at: "Full House") { $0.receive(.themesLoaded(Sample.themesWithProblem)) },
    ]
}
