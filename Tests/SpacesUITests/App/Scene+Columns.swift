import Terminal
import Widgets

@testable import SpacesUI

extension Scene {
    private static let sampleViews = SavedViews([
        SavedView(
            name: "Full ones", filter: "quota>80%", order: SortOrder(.usage, isDescending: true),
            columns: ColumnArrangement([.init(.name), .init(.usage), .init(.remaining), .init(.managers)]), number: 1),
        SavedView(name: "Nobody's", filter: "orphaned:", number: 2),
        SavedView(name: "By owner", order: SortOrder(.owner)),
    ])

    static let columns: [Scene] = [
        Scene("list-sorted-by-two", at: "Mars Mission") { $0.press("O", .down, .enter, "O", .down, .down, " ", "O") },
        Scene("list-sorted-by-two-ascii", at: "Mars Mission", glyphs: .ascii) {
            $0.press("O", .down, .enter, "O", .down, .down, " ", "O")
        },
        Scene("list-panned", at: "Mars Mission") { $0.press(.right, "l") },
        Scene("list-panned-ascii", at: "Mars Mission", glyphs: .ascii) { $0.press(.right, "l") },
        Scene("list-other-columns", at: "Mars Mission") {
            $0.columns = ColumnArrangement([.init(.name), .init(.subtitle), .init(.managers), .init(.remaining)])
        },
        Scene("columns", at: "Mars Mission") { $0.press("C", .down, " ", .down, "J", "+") },
        Scene("columns-ascii", at: "Mars Mission", glyphs: .ascii) { $0.press("C", "G", " ") },
        Scene("list-pinned", at: "Video Vault") { $0.press("b") },
        Scene("list-pinned-ascii", at: "Orphaned Notes", glyphs: .ascii) { $0.press("b") },
        Scene("list-view", at: "Mars Mission") {
            $0.views = sampleViews
            $0.press("1")
        },
        Scene("list-expression", at: "Mars Mission") {
            $0.press("/")
            $0.type("/[a-z]+o/")
        },
        Scene("views", at: "Mars Mission") {
            $0.views = sampleViews
            $0.press("'", .down)
        },
        Scene("views-empty", at: "Mars Mission") { $0.press("'") },
        Scene("views-save", at: "Mars Mission") {
            $0.views = sampleViews
            $0.press("'", "n")
            $0.type("Nearly full")
        },
        Scene("views-delete-ascii", at: "Mars Mission", glyphs: .ascii) {
            $0.views = sampleViews
            $0.press("'", "d")
        },
        Scene("sort-menu", at: "Mars Mission") { $0.press("O", "G", " ") },
        Scene("sort-menu-ascii", at: "Mars Mission", glyphs: .ascii) { $0.press("O", .down, "1") },
    ]
}
