/// The marks in a number, from the Common Locale Data Repository (CLDR).
package struct NumberStyle: Equatable, Sendable {
    /// Before the decimals.
    package let decimal: Character
    /// Between groups of three digits.
    package let grouping: Character

    package static let commaAndPoint = NumberStyle(decimal: ".", grouping: ",")
    static let pointAndComma = NumberStyle(decimal: ",", grouping: ".")
    static let blankAndComma = NumberStyle(decimal: ",", grouping: "\u{A0}")
    static let apostropheAndPoint = NumberStyle(decimal: ".", grouping: "’")

    /// The style of a language in a region.
    init(of locale: LocaleName?) {
        self =
            switch (locale?.language, locale?.region) {
            case ("de", "CH"), ("de", "LI"), ("it", "CH"): .apostropheAndPoint
            case ("es", "MX"), ("es", "US"): .commaAndPoint
            case ("de", "AT"), ("pt", "PT"): .blankAndComma
            case ("de", _), ("es", _), ("it", _), ("nl", _), ("da", _), ("pt", _), ("tr", _), ("id", _), ("el", _),
                ("hr", _), ("sl", _), ("sr", _), ("ro", _), ("ca", _), ("gl", _), ("eu", _), ("is", _), ("vi", _):
                .pointAndComma
            case ("fr", _), ("cs", _), ("sk", _), ("sv", _), ("nb", _), ("nn", _), ("no", _), ("fi", _), ("et", _),
                ("lv", _), ("lt", _), ("pl", _), ("hu", _), ("bg", _), ("ru", _), ("uk", _):
                .blankAndComma
            default: .commaAndPoint
            }
    }

    private init(decimal: Character, grouping: Character) {
        self.decimal = decimal
        self.grouping = grouping
    }

    /// `1204` as `1,204`.
    package func grouped(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(grouping, at: index)
            index -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }
}
