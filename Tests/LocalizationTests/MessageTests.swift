import Testing

@testable import Localization

@Suite struct MessageTests {
    private static let backwards = Localization(
        language: Language(code: "xx", name: "Backwards") { key in
            [
                "%1 of %2": "%2 fo %1", "100 %%": "%% 001", "plain": "nialp", "Open {a state}": "nepO",
                "things": "sgniht",
            ][key]
        }, numbers: .commaAndPoint, days: .iso)

    @Test("A text stays as it stands in the code in English") func english() {
        Localization.standard.applied {
            #expect(localized("plain") == "plain")
            #expect(localized("\(1) of \("two %")") == "1 of two %")
            #expect(localized("100 %") == "100 %")
            #expect(localized("Open", in: "a state") == "Open")
        }
    }

    @Test("A translation takes the values in its own order") func translated() {
        Self.backwards.applied {
            #expect(localized("plain") == "nialp")
            #expect(localized("\(1) of \("%1 %%")") == "%1 %% fo 1")
            #expect(localized("100 %") == "% 001")
            #expect(localized("Open", in: "a state") == "nepO")
            #expect(counted(1204, "thing", "things") == "1,204 sgniht")
        }
    }

    @Test("A text without a translation is shown in English") func missing() {
        Self.backwards.applied {
            #expect(localized("not \(100) % there") == "not 100 % there")
            #expect(localized("5 % not there") == "5 % not there")
            #expect(localized("Open", in: "another state") == "Open")
            #expect(counted(1, "thing", "things") == "1 thing")
        }
    }
}
