import SpacesClient
import SpacesModel
import Terminal
import Widgets

@testable import SpacesUI

/// Lists of things to choose from: commands, what to copy; and where a space is seen in a browser.
extension Scene {
    static let choices: [Scene] = [
        Scene("palette", at: "Mars Mission") { $0.press(":") },
        Scene("palette-filtered", at: "Mars Mission") {
            $0.press(":")
            $0.type("spa re")
        },
        Scene("palette-unavailable", at: "Mars Mission") {
            $0.press(":")
            $0.type("restore")
        },
        Scene("palette-recent", at: "Mars Mission") {
            $0.press(":")
            $0.type("pane")
            $0.press(.enter, ":")
        },
        Scene("palette-no-match", at: "Mars Mission") {
            $0.press(":")
            $0.type("teleport")
        },
        Scene("keys-of-the-sort-menu", at: "Mars Mission") { $0.press("O", "?") },
        Scene("keys-of-the-views-ascii", at: "Mars Mission", glyphs: .ascii) {
            $0.press("'", Key(.function(1)), .down)
        },
        Scene("palette-ascii", at: "Mars Mission", glyphs: .ascii) { $0.press(":", .down) },
        Scene("help-filtered", at: "Mars Mission") {
            $0.press("?", "/")
            $0.type("space")
            $0.press(.enter, .down)
        },
        Scene("help-typing", at: "Mars Mission") {
            $0.press("?", "/")
            $0.type("sort")
        },
        Scene("export", at: "Mars Mission") { $0.press("W") },
        Scene("export-marked", at: "Mars Mission") {
            $0.press(" ", " ", "W", .tab)
            $0.press(" ")
        },
        Scene("export-refused", at: "Mars Mission") {
            guard let effect = { (state: inout State) in state.press("W", .enter).last }(&$0),
                case .export(let export) = effect
            else { return }
            $0.receive(.exported(export, .failure(.exists)))
        },
        Scene("copy", at: "Mars Mission") { $0.press("y") },
        Scene("copy-of-a-share", at: "Budget 2026", glyphs: .ascii) { $0.press("y", .down, .down) },
        Scene("copied", at: "Mars Mission") { $0.press("y", "w") },
        Scene("address", at: "Mars Mission") { $0.press("o") },
        Scene("address-code", at: "Mars Mission") { $0.press("o", "r") },
        Scene("address-code-ascii", at: "Mars Mission", glyphs: .ascii) { $0.press("o", "r") },
        Scene("mouse-on", at: "Mars Mission") { $0.press(Key(.function(2))) },
    ]
}
