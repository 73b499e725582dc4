/// What the query string of a list of drives asks for (docs/server-behaviour.md §2.2).
struct ListQuery: Sendable, Equatable {
    var filter: DriveFilter = .all
    var order: DriveOrder?
    /// Properties to be shown in place.
    var expansions: Set<String> = []

    /// - Parameter isPathForm: The documentation's `/me/drives/$filter=…`, whose ids need no quotes.
    init(_ query: String?, isPathForm: Bool = false) throws(GraphError) {
        let parameters = try QueryParameters(query)
        var item: OrderItem?
        for parameter in parameters.all {
            switch parameter.name {
            case "$filter": filter = try DriveFilter(parameter.value, allowsBareIdentifiers: isPathForm)
            case "$orderby": item = try OrderItem.parse(parameter.value)
            default: break
            }
        }
        // The key is looked at only after the filter was found good.
        if let item { order = DriveOrder(key: try item.key(), isDescending: item.isDescending) }
        expansions = parameters.expansions
    }
}
