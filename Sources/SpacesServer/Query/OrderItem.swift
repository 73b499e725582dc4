/// The one item of an `$orderby` (docs/server-behaviour.md §2.4, recordings 034 to 038).
struct OrderItem: Sendable, Equatable {
    let name: String
    let isDescending: Bool

    /// The item; nil where there are several, which are not applied.
    static func parse(_ text: String) throws(GraphError) -> OrderItem? {
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        var orders: [OrderItem] = []
        for item in items {
            let words = item.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first else { throw .invalidRequest("Extra comma in $orderby.") }
            let direction = words.count > 1 ? words[1].lowercased() : "asc"
            guard words.count <= 2, direction == "asc" || direction == "desc" else {
                let sequence = words.joined(separator: " ")
                throw .invalidRequest("Invalid $orderby query option. Cause: invalid token sequence: \(sequence)")
            }
            orders.append(OrderItem(name: name, isDescending: direction == "desc"))
        }
        return orders.count == 1 ? orders[0] : nil
    }

    /// The name as one of the keys that a list knows.
    func key<Key: RawRepresentable<String>>() throws(GraphError) -> Key {
        guard let key = Key(rawValue: name) else {
            throw .invalidRequest("we do not support <\(name)> as a order parameter")
        }
        return key
    }
}
