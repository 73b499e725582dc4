/// A piece of documentation that becomes Markdown or a manual page, so that both say the same.
///
/// Within texts, `backticks` mark what is typed or read literally.
enum Block {
    case heading(String)
    case subheading(String)
    case text(String)
    /// Lines that stand as they are.
    case literal([String])
    /// Terms and what they mean; the columns have names where they make a table.
    case table(_ left: String, _ right: String, _ rows: [(term: String, meaning: String)])
    /// A picture; manual pages leave it out.
    case picture(path: String, alternative: String)

    var isHeading: Bool {
        switch self {
        case .heading, .subheading: true
        default: false
        }
    }
}
