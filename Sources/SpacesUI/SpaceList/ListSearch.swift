import SpacesQuery

/// Finding what a filter with expressions fits, where that takes longer than a key may.
package struct ListSearch: Equatable, Sendable {
    /// How it stands.
    package enum Progress: Equatable, Sendable {
        case done, wanted, underWay
        /// The expressions took too long for these texts.
        case gaveUp
    }

    /// Tells the answer of this search from that of any other.
    let number: Int
    let catalog: SpaceCatalog
    let query: Query
    let order: SortOrder
    let context: QueryContext

    /// What a key may take: some 10 ms.
    static let stepsOfKey = 1_000_000
    /// What a search in the background may take: a few seconds.
    static let mostSteps = 300_000_000

    /// The rows of the list; `nil` where the steps did not suffice, or the task was cancelled.
    func rows() -> [Int32]? {
        var steps = Self.mostSteps
        do {
            return try catalog.rows(matching: query, in: order, context: context, steps: &steps)
        } catch {
            return nil
        }
    }

    package static func == (left: ListSearch, right: ListSearch) -> Bool { left.number == right.number }
}
