/// What a person looks for: terms that must all hold.
///
/// It is read from one line of text (`Query(parsing:)`) and written back (`text`), so that a saved query stays readable and
/// `Query(parsing: query.text).query == query`.
package struct Query: Hashable, Sendable {
    package var terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }

    /// True when every space is meant.
    package var isEmpty: Bool { terms.isEmpty }
}

extension Query {
    /// One condition, or its opposite.
    package struct Term: Hashable, Sendable {
        package var condition: Condition
        package var isNegated: Bool

        package init(_ condition: Condition, isNegated: Bool = false) {
            self.condition = condition
            self.isNegated = isNegated
        }
    }

    package enum Condition: Hashable, Sendable {
        /// A text in a field, or in any that a plain word looks at.
        case text(TextPattern, in: QueryField?)
        /// A word of a fixed list, or several of which one must fit: `state:critical,exceeded`.
        case words([String], in: QueryField)
        case size(Comparison, SizeValue, of: QueryField)
        case count(Comparison, Int, of: QueryField)
        case time(Comparison, TimeValue, of: QueryField)
        case flag(QueryField)
    }

    package enum Comparison: String, Hashable, Sendable, CaseIterable {
        // Longer ones first, as they are looked for in this order.
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
        case equal = "="

        /// Whether a value stands so to what was asked for.
        func holds<Value: Comparable>(_ value: Value, _ wanted: Value) -> Bool {
            switch self {
            case .atMost: value <= wanted
            case .atLeast: value >= wanted
            case .less: value < wanted
            case .greater: value > wanted
            case .equal: value == wanted
            }
        }
    }
}

/// How a text is looked for.
package enum TextPattern: Hashable, Sendable {
    /// It holds these letters; a capital among them makes capitals count, accents never do.
    case contains(String)
    /// It is exactly this, apart from case and accents as above.
    case equals(String)
    /// It fits an extended regular expression (POSIX, with `\d`).
    case regex(String)
    /// It has these letters in this order, with others between.
    case fuzzy(String)
}

/// A size in a condition: bytes, a part of the limit, or no limit at all.
package enum SizeValue: Hashable, Sendable {
    case bytes(Int64)
    /// Hundredths of a percent of the limit, so that the value is exact: 80 % is 8000.
    case share(Int)
    case unlimited
}

/// A moment in a condition: so long ago, or a day, a month or a year of the calendar.
package enum TimeValue: Hashable, Sendable {
    case ago(Int, TimeUnit)
    case date(year: Int, month: Int?, day: Int?)
}

/// Units of an age.
package enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case minutes = "min"
    case hours = "h"
    case days = "d"
    case weeks = "w"
    case months = "mon"
    case years = "y"

    /// Seconds; months and years as a person rounds them.
    package var seconds: Int64 {
        switch self {
        case .minutes: 60
        case .hours: 3600
        case .days: 86_400
        case .weeks: 604_800
        case .months: 2_629_800
        case .years: 31_557_600
        }
    }
}
