import Localization

/// The ways to write a term of a query: THE table, for help, documentation and manual. Those that compare a field stand in
/// `QueryField`.
package enum QueryForm: CaseIterable, Sendable {
    case word, phrase, negation, expression, scattered, field, whole

    /// A whole term.
    package var example: String { definition.example }
    /// What the term finds.
    package var summary: String { definition.summary }

    private var definition: (example: String, summary: String) {
        // swift-format-ignore
        switch self {
        case .word:       ("mars",             localized("name, subtitle, alias, id or the name of a manager has these letters, somewhere"))
        case .phrase:     ("\"mars landing\"", localized("the same with a blank inside"))
        case .negation:   ("!archive",         localized("the opposite of any term, as !disabled: or !name:/^test/"))
        case .expression: ("/^mars [0-9]+$/",  localized("one of these texts fits this regular expression (POSIX extended, with \\d)"))
        case .scattered:  ("~mrs",             localized("one of these texts has these letters in this order, with others between"))
        case .field:      ("name:mars",        localized("one field alone; a phrase, an expression and ~ may stand there as well"))
        case .whole:      ("name=\"Mars\"",    localized("the whole text of the field"))
        }
    }
}
