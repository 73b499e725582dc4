import Texts

/// What the query string of a list of users or groups asks for.
struct UserQuery: Sendable {
    /// What users are compared by, in lower case.
    enum Order: String, Sendable {
        case displayName
        case mail
        case onPremisesSamAccountName
    }

    /// As written, with its quotes.
    let search: String
    let filter: UserFilter?
    let order: OrderItem?
    let expansions: Set<String>
    /// Whether there is `$apply`, `$expand` or `$compute`, which only administrators may use.
    let isElaborate: Bool

    init(_ query: String?) throws(GraphError) {
        let parameters = try QueryParameters(query)
        search = parameters["$search"] ?? ""
        var filter: UserFilter?
        if let text = parameters["$filter"] { filter = try UserFilter.parse(text) }
        self.filter = filter
        var order: OrderItem?
        if let text = parameters["$orderby"] { order = try OrderItem.parse(text) }
        self.order = order
        expansions = parameters.expansions
        isElaborate = ["$apply", "$expand", "$compute"].contains { parameters[$0] != nil }
    }

    /// The words to look for, in lower case, without their quotes.
    var needle: String { search.replacingScalars("\"", with: "").lowercased() }

    /// Who may not administer users must search for at least three bytes, and is refused what tells more than names.
    func check(for caller: User) throws(GraphError) {
        if caller.role.administersUsers { return }
        guard search.utf8.count >= (search.hasPrefix("\"") ? 5 : 3) else {
            throw .accessDenied("search term too short")
        }
        switch filter {
        case nil, .userType: break
        default: throw .accessDenied("filter has forbidden elements for regular users")
        }
        if isElaborate { throw .accessDenied("query has forbidden elements for regular users") }
    }

    /// Users in the order asked for; those that compare equal stay as they are.
    func sorted(_ users: [User]) throws(GraphError) -> [User] {
        guard let order else { return users }
        let key: Order = try order.key()
        let words = users.map { user in
            switch key {
            case .displayName: user.displayName.lowercased()
            case .mail: user.mail.lowercased()
            case .onPremisesSamAccountName: user.username.lowercased()
            }
        }
        return order.sorted(users, by: words)
    }

    /// Groups in the order asked for, which can only be that of their names.
    func sorted(_ groups: [Group]) throws(GraphError) -> [Group] {
        guard let order else { return groups }
        guard order.name == Order.displayName.rawValue else {
            throw .invalidRequest("we do not support <\(order.name)> as a order parameter")
        }
        return order.sorted(groups, by: groups.map { $0.displayName.lowercased() })
    }
}

extension OrderItem {
    /// Elements in the order of their words.
    func sorted<Element>(_ elements: [Element], by words: [String]) -> [Element] {
        elements.indices.sorted { isDescending ? words[$1] < words[$0] : words[$0] < words[$1] }.map { elements[$0] }
    }
}
