import Testing

@testable import SpacesQuery

@Suite struct FoldedTextTests {
    // swift-format-ignore
    @Test(arguments: [
        ("", ""), ("Mars", "mars"), ("ÄÖÜ äöü", "aou aou"), ("Éclair", "eclair"), ("E\u{301}clair", "eclair"),
        ("Łódź", "lodz"), ("Straße", "strasse"), ("SØREN", "soren"), ("Æther Œuvre", "aether oeuvre"), ("Đỗ", "do"),
        ("İstanbul ılık", "istanbul ilik"), ("漢字", "漢字"), ("ÅNGSTRÖM", "angstrom"), ("a_[z]{0}", "a_[z]{0}"),
    ])
    func comparesWithoutCaseAndAccents(text: String, folded: String) {
        #expect(String(decoding: FoldedText.bytes(of: text), as: UTF8.self) == folded)
    }
}
