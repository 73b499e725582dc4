import Synchronization

/// How the person reads: the language of the texts, how numbers and how days are written.
package struct Localization: Sendable {
    package var language: Language
    package var numbers: NumberStyle
    package var days: DayStyle

    /// English as it is written where nothing is said about the person.
    package static let standard = Localization(language: .english, numbers: .commaAndPoint, days: .dayMonthYear)

    package init(language: Language, numbers: NumberStyle, days: DayStyle) {
        self.language = language
        self.numbers = numbers
        self.days = days
    }

    /// What the environment asks for, as POSIX has it: `LC_ALL` before the variable of the category before `LANG`.
    ///
    /// - Parameter code: The language that the person has chosen for this program, before that of the environment. Where the
    ///   environment says nothing, numbers and days follow it.
    package init(environment: [String: String], language code: String? = nil) {
        func locale(_ category: String) -> LocaleName? {
            ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
                .flatMap(LocaleName.init)
        }
        let spoken =
            code.flatMap { Language(code: $0) } ?? locale("LC_MESSAGES").flatMap { Language(code: $0.language) }
        language = spoken ?? .english
        let otherwise = code.flatMap(LocaleName.init)
        numbers = NumberStyle(of: locale("LC_NUMERIC") ?? otherwise)
        days = DayStyle(of: locale("LC_TIME") ?? otherwise)
    }

    @TaskLocal private static var replacement: Localization?
    private static let chosen = Mutex(standard)

    /// How texts are made now.
    package static var current: Localization { replacement ?? chosen.withLock { $0 } }

    /// Has all texts of this process made like this, from now on.
    package static func use(_ localization: Localization) {
        chosen.withLock { $0 = localization }
    }

    /// Has the texts of one piece of work made like this; for those who work beside it nothing changes.
    package func applied<Result>(_ work: () throws -> Result) rethrows -> Result {
        try Self.$replacement.withValue(self, operation: work)
    }
}

/// A name such as `de_AT.UTF-8@euro`; `C` and `POSIX` name none.
package struct LocaleName: Equatable, Sendable {
    package let language: String
    package let region: String

    init?(_ name: String) {
        let parts = name.prefix { $0 != "." && $0 != "@" }.split(whereSeparator: { $0 == "_" || $0 == "-" })
        guard let language = parts.first, language.count >= 2, language.count <= 3 else { return nil }
        self.language = language.lowercased()
        region = parts.dropFirst().last.map { $0.uppercased() } ?? ""
    }
}
