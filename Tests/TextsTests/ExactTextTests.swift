import Testing
import Texts

struct ExactTextTests {
    private static let composed = "Caf\u{E9}"
    private static let decomposed = "Cafe\u{301}"

    private struct Named: Hashable {
        @ExactText var name: String
        @ExactOptionalText var note: String?
    }

    @Test func tellsTheTwoWaysOfALetterApart() {
        // What Swift calls equal is what this is for.
        #expect(Self.composed == Self.decomposed)
        #expect(!Self.composed.isExactly(Self.decomposed))
        #expect(Named(name: Self.composed) != Named(name: Self.decomposed))
        #expect(Named(name: "a", note: Self.composed) != Named(name: "a", note: Self.decomposed))
        #expect(Set([ExactText(Self.composed), ExactText(Self.decomposed), ExactText(Self.composed)]).count == 2)
    }

    @Test func takesTheSameBytesForTheSame() {
        let long = String(repeating: "日本\u{200F}", count: 50)
        #expect(long.isExactly(String(decoding: Array(long.utf8), as: UTF8.self)))
        #expect(Named(name: long, note: nil) == Named(name: String(long.dropLast(0)), note: nil))
        #expect(!long.isExactly(long + "\u{200F}"))
        // As many bytes in another order, which Swift takes for equal.
        #expect("a\u{323}\u{301}" == "a\u{301}\u{323}" && !"a\u{323}\u{301}".isExactly("a\u{301}\u{323}"))
    }
}
