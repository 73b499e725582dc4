import Testing

@testable import SpacesUI

@Suite struct CollationTests {
    private func sorted(_ names: [String], in locale: String) -> [String] {
        let collation = Collation(locale: locale)
        func key(_ name: String) -> [UInt8] {
            var key: [UInt8] = []
            NaturalKey.append(name, to: &key, collation: collation)
            return key
        }
        return names.sorted { key($0).lexicographicallyPrecedes(key($1)) }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("C.UTF-8",     ["Ähren", "Artemis", "Öl", "Zebra"]),
        ("de_DE.UTF-8", ["Ähren", "Artemis", "Öl", "Zebra"]),
        ("sv_SE.UTF-8", ["Artemis", "Zebra", "Zürich", "Ånger", "Ähren", "Öl"]),
        ("sv_SE@euro",  ["Artemis", "Zebra", "Ånger"]),
        ("da_DK",       ["Artemis", "Zebra", "Æble", "Øl", "Ånd"]),
        ("es_ES.UTF-8", ["Nube", "Nzzz", "Ñandú", "Oso"]),
        ("pl_PL",       ["Cyk", "Ćma", "Dom", "Lot", "Łoś", "Mars"]),
        ("sv_SE",       ["Öl 2", "öl 10", "ÖL 11"]),
    ])
    func sortsLettersAsTheLanguageDoes(locale: String, names: [String]) {
        #expect(sorted(names.reversed(), in: locale) == names)
    }

    @Test func takesTheVariablesInTheirOrder() {
        #expect(Collation(environment: ["LANG": "sv_SE", "LC_COLLATE": "C"]) == .plain)
        #expect(
            Collation(environment: ["LANG": "C", "LC_ALL": "sv_SE", "LC_COLLATE": "es"]) == Collation(locale: "sv"))
        #expect(Collation(environment: ["LANG": "sv_SE", "LC_ALL": ""]) == Collation(locale: "sv"))
        #expect(Collation(environment: [:]) == .plain)
    }
}
