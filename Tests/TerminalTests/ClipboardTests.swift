import Foundation
import TestSupport
import Testing
import Texts

@testable import Terminal

@Suite struct ClipboardTests {
    private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    @Test func isOneSequence() {
        #expect(text(Clipboard().sequence(for: "Mars")) == "\u{1B}]52;c;TWFycw==\u{7}")
    }

    @Test func isWrappedForTmux() {
        let bytes = Clipboard(environment: ["TMUX": "/tmp/tmux,1,0", "STY": "x"]).sequence(for: "Mars")
        #expect(
            text(bytes) == "\u{1B}]52;c;TWFycw==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;TWFycw==\u{7}\u{1B}\\")
    }

    @Test func isWrappedInPiecesForScreen() throws {
        let bytes = try #require(
            Clipboard(environment: ["STY": "1.tty"]).sequence(for: String(repeating: "x", count: 900)))
        let pieces = try #require(text(bytes)).split(separator: "\u{1B}\\")
        #expect(pieces.count == 3 && pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 502 })
        let joined = pieces.map { $0.dropFirst(2) }.joined()
        #expect(joined == text(Clipboard().sequence(for: String(repeating: "x", count: 900))))
    }

    @Test func encodesAsOthersDo() {
        var random = SeededRandom(seed: 52)
        for length in 0..<50 {
            let letters = (0..<length).map { _ in ["a", "ü", "漢", "\u{0}", " "].randomElement(using: &random) ?? "a" }
            let sent = letters.joined()
            let expected = "\u{1B}]52;c;" + Data(sent.utf8).base64EncodedString() + "\u{7}"
            #expect(text(Clipboard().sequence(for: sent)) == expected, "seed 52, length \(length)")
        }
    }

    @Test func hasABound() {
        #expect(Clipboard().sequence(for: String(repeating: "x", count: Clipboard.limit))?.count == 100_000)
        #expect(Clipboard().sequence(for: String(repeating: "x", count: Clipboard.limit + 1)) == nil)
    }
}

@Suite struct WindowTitleTests {
    @Test(arguments: [
        ("plain", "plain"), ("a\u{1B}]52;c;x\u{7}b", "a␛]52;c;x␇b"), ("a\u{9C}b\nc\u{7F}", "a⟨9C⟩b␊c␡"),
        ("a\u{202E}b", "a⟨202E⟩b"),
        ("Größe", "Größe"),
    ])
    func cannotBeLeftEarly(title: String, shown: String) {
        #expect(
            String(decoding: WindowTitle.sequence(TerminalText(title), isASCII: false), as: UTF8.self)
                == "\u{1B}]2;\(shown)\u{7}")
    }

    @Test func isASCIIWhereNothingElseIsKnown() {
        #expect(WindowTitle.sequence("Größe", isASCII: true).allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: [
        ("xterm-256color", true), ("tmux-256color", true), ("st", true), ("linux", false), ("vt100", false),
        ("", false),
    ])
    func isSentToThoseWhoTakeIt(type: String, takes: Bool) {
        #expect(WindowTitle.isUnderstood(by: type) == takes)
    }
}
