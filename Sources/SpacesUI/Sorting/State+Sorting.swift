import Terminal

extension State {
    /// Sorts by the next column that is shown, round the ends; what counts after the first column stays.
    mutating func sort(step: Int) {
        let shown = columns.shown
        let next =
            shown.firstIndex(of: list.order.column).map { shown[($0 + step + shown.count) % shown.count] } ?? .name
        var order = list.order
        order.replaceFirst(with: SortOrder.Key(next))
        list.sort(by: order)
    }

    /// Turns the direction of the first column round.
    mutating func invertSort() {
        var order = list.order
        order.reverse(order.column)
        list.sort(by: order)
    }
}
