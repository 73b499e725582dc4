import Widgets
import SpacesModel
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
    ]

    static let pages: [Scene] = [
        Scene("detail", at: "Mars Mission") { $0.press(.tab) },
        Scene("detail-of-a-share", at: "Budget 2026") { $0.press(.tab) },
        Scene("help", at: "Mars Mission") { $0.press("?") },
        Scene("help-end", at: "Shares") { $0.press("?", "G") },
    ]

    static let notices: [Scene] = [
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
    ]

    /// Names as no well-meaning person chooses them, before and after they were made safe.
    static let hostile: [Space] =
        [
            "\u{1B}[31mred\u{1B}]0;title\u{7}", "two\nlines\ttab", "abc\u{202E}gnp\u{2066}.exe",
            "🚀👩‍👩‍👧‍👦🇩🇪 emoji e\u{301}\u{302}\u{303}",
            "漢字とかなの長い名前のスペースです、とても長い", String(repeating: "long ", count: 60),
            SafeText.visible("\u{1B}[31mred\u{202E}safe"), "", "שלום עולם", "plain",
        ].map { Sample.project($0, subtitle: $0) }
}
