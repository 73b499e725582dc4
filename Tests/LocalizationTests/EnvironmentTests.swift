import Testing

@testable import Localization

/// Which language, numbers and days the environment asks for (POSIX.1, 8.2 Internationalization Variables).
@Suite struct EnvironmentTests {
    @Test(
        "LC_ALL stands before the variable of the category, and that before LANG",
        arguments: [
            ([:], "en", "1,204.5", "19 Jan 2023"),
            (["LANG": "C.UTF-8"], "en", "1,204.5", "19 Jan 2023"),
            (["LANG": "POSIX"], "en", "1,204.5", "19 Jan 2023"),
            (["LANG": "de_DE.UTF-8"], "de", "1.204,5", "19.01.2023"),
            (["LANG": "de_CH.UTF-8"], "de", "1’204.5", "19.01.2023"),
            (["LANG": "en_US.UTF-8"], "en", "1,204.5", "Jan 19, 2023"),
            (["LANG": "en_GB.UTF-8@euro"], "en", "1,204.5", "19 Jan 2023"),
            (["LANG": "fr_FR.UTF-8"], "en", "1\u{A0}204,5", "2023-01-19"),
            (["LANG": "de_DE", "LC_ALL": ""], "de", "1.204,5", "19.01.2023"),
            (["LANG": "de_DE", "LC_MESSAGES": "en_US"], "en", "1.204,5", "19.01.2023"),
            (["LANG": "en_US", "LC_TIME": "de_DE", "LC_NUMERIC": "fr_FR"], "en", "1\u{A0}204,5", "19.01.2023"),
            (["LANG": "de_DE", "LC_ALL": "C"], "en", "1,204.5", "19 Jan 2023"),
            (["LANG": "\u{1B}[31m"], "en", "1,204.5", "19 Jan 2023"),
        ] as [([String: String], String, String, String)])
    func reads(_ environment: [String: String], _ language: String, _ number: String, _ day: String) {
        let localization = Localization(environment: environment)
        #expect(localization.language.code == language)
        #expect(localization.numbers.grouped(1204) + String(localization.numbers.decimal) + "5" == number)
        #expect(localization.applied { localization.days.day(19, month: 1, year: 2023) } == day)
    }

    @Test("The language of the configuration stands before that of the environment") func configured() {
        let german = Localization(environment: ["LANG": "en_US.UTF-8"], language: "de")
        #expect(german.language.code == "de")
        #expect(german.days == .monthDayYear)
        let alone = Localization(environment: [:], language: "de")
        #expect(alone.numbers == .pointAndComma)
        #expect(alone.days == .points)
    }

    @Test(
        "Numbers are grouped by three",
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
    func groups(_ number: Int, _ text: String) {
        #expect(NumberStyle.commaAndPoint.grouped(number) == text)
    }
}
