import SpacesQuery
import Testing

@testable import SpacesUI

extension SpaceCatalog {
    /// The rows that a query finds with as many steps as it wants.
    func allRows(matching query: Query, in order: SortOrder) -> [Int32] {
        var steps = Int.max
        do {
            return try rows(matching: query, in: order, context: Sample.queryContext, steps: &steps)
        } catch {
            Issue.record("\(error)")
            return []
        }
    }
}
