import Testing

@testable import SpacesUI

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

@Suite struct NaturalKeyTests {
    private func key(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        NaturalKey.append(text, to: &key)
        return key
    }

    // swift-format-ignore
    @Test(arguments: [
        ("Space 2", "Space 10"), ("2", "10"), ("9", "10"), ("a9b", "a10a"), ("Apollo", "apollo 1"), ("a", "B"),
        ("Éclair", "Full"), ("v1.9", "v1.10"), ("1", "a"), ("", "a"), ("x99999999999999999999", "x100000000000000000000"),
        ("Zebra 1", "zebra 2"), ("file 2 part 9", "file 2 part 11"),
    ])
    func ordersAsPeopleRead(first: String, second: String) {
        #expect(key(first).lexicographicallyPrecedes(key(second)))
        #expect(!key(second).lexicographicallyPrecedes(key(first)))
    }

    @Test(arguments: [("Space 2", "space 2"), ("Space 02", "Space 2"), ("Éa", "ea")])
    func treatsAsEqual(first: String, second: String) {
        #expect(key(first) == key(second))
    }
}
