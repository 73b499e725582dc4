/// The order that `$orderby` asks for (server-behaviour §1.3, recordings 034 to 038).
struct DriveOrder: Sendable, Equatable {
    /// What drives are compared by.
    enum Key: String, Sendable {
        /// Bytes of the name in lower case.
        case name
        case lastModifiedDateTime
    }

    let key: Key
    let isDescending: Bool

    /// The order, or the key that is not supported; neither where there are several items, which are not applied.
    static func parse(_ text: String) throws(GraphError) -> (order: DriveOrder?, unknownKey: String?) {
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        var orders: [(key: String, isDescending: Bool)] = []
        for item in items {
            let words = item.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let key = words.first else { throw .invalidRequest("Extra comma in $orderby.") }
            let direction = words.count > 1 ? words[1].lowercased() : "asc"
            guard words.count <= 2, direction == "asc" || direction == "desc" else {
                let sequence = words.joined(separator: " ")
                throw .invalidRequest("Invalid $orderby query option. Cause: invalid token sequence: \(sequence)")
            }
            orders.append((key, direction == "desc"))
        }
        guard orders.count == 1 else { return (nil, nil) }
        guard let key = Key(rawValue: orders[0].key) else { return (nil, orders[0].key) }
        return (DriveOrder(key: key, isDescending: orders[0].isDescending), nil)
    }
}
