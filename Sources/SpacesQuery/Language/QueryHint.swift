/// What is wrong with a part of a query, said while it is typed. The part is taken literally or waited for; nothing fails.
package struct QueryHint: Equatable, Sendable {
    /// Where it stands, in characters of the text.
    package var range: Range<Int>
    /// What is wrong and what would be right.
    package var message: String

    package init(_ range: Range<Int>, _ message: String) {
        self.range = range
        self.message = message
    }
}

/// A query as it was read, with what was noticed on the way.
package struct ParsedQuery: Equatable, Sendable {
    package var query: Query
    package var hints: [QueryHint]
}
