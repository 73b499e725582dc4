import HTTPTypes

/// What `$filter` on users selects: membership in groups, role, name and kind of user, joined by `and` and `or`.
indirect enum UserFilter: Sendable, Equatable {
    case both(UserFilter, UserFilter)
    case either(UserFilter, UserFilter)
    /// `memberOf/any(m:m/id eq '…')`
    case inGroup(String)
    /// `appRoleAssignments/any(m:m/appRoleId eq '…')`
    case hasRole(String)
    /// `startswith(displayName,'…')`
    case nameStarts(String)
    /// `contains(displayName,'…')`
    case nameContains(String)
    /// `userType eq 'Member'`
    case userType(String)

    static func parse(_ text: String) throws(GraphError) -> UserFilter {
        var tokens = try FilterToken.tokens(of: text, allowsBareIdentifiers: false)[...]
        let filter = try alternatives(&tokens)
        guard tokens.isEmpty else { throw invalid }
        return filter
    }

    /// Whether a user is selected; a group that does not exist has no members.
    func selects(_ user: User, in directory: Directory) -> Bool {
        switch self {
        case .both(let left, let right): left.selects(user, in: directory) && right.selects(user, in: directory)
        case .either(let left, let right): left.selects(user, in: directory) || right.selects(user, in: directory)
        case .inGroup(let id): directory.group(id: id).map { user.groups.contains($0.key) } ?? false
        case .hasRole(let id): user.roleAssignment != nil && user.role.identifier == id
        case .nameStarts(let text): user.displayName.hasPrefix(text)
        case .nameContains(let text): text.isEmpty || user.displayName.contains(text)
        case .userType(let type): type.lowercased() == "member"
        }
    }

    private static let invalid = GraphError(status: .badRequest, code: .generalException, message: "invalid filter")
    private static let unsupported = GraphError(
        status: .notImplemented, code: .generalException, message: "unsupported filter")

    private static func alternatives(_ tokens: inout ArraySlice<FilterToken>) throws(GraphError) -> UserFilter {
        var filter = try conjunction(&tokens)
        while tokens.first == .word("or") {
            tokens.removeFirst()
            filter = .either(filter, try conjunction(&tokens))
        }
        return filter
    }

    private static func conjunction(_ tokens: inout ArraySlice<FilterToken>) throws(GraphError) -> UserFilter {
        var filter = try condition(&tokens)
        while tokens.first == .word("and") {
            tokens.removeFirst()
            filter = .both(filter, try condition(&tokens))
        }
        return filter
    }

    private static func condition(_ tokens: inout ArraySlice<FilterToken>) throws(GraphError) -> UserFilter {
        switch tokens.popFirst() {
        case .open:
            let filter = try alternatives(&tokens)
            guard tokens.popFirst() == .close else { throw invalid }
            return filter
        case .function(let name): return try function(name, &tokens)
        case .word("userType"):
            guard tokens.popFirst() == .comparison("eq") else { throw unsupported }
            return .userType(try value(&tokens))
        case nil: throw invalid
        default: throw unsupported
        }
    }

    /// A function after its name, brackets included.
    private static func function(
        _ name: String, _ tokens: inout ArraySlice<FilterToken>
    ) throws(GraphError) -> UserFilter {
        guard tokens.popFirst() == .open, case .word(let operand) = tokens.popFirst() else { throw invalid }
        let filter: UserFilter
        switch name {
        case "memberOf/any", "appRoleAssignments/any":
            // `m:m/id`: the name of the variable, then the property by that name.
            guard let colon = operand.firstIndex(of: ":") else { throw invalid }
            let property = operand[operand.index(after: colon)...].split(separator: "/").last ?? ""
            guard tokens.popFirst() == .comparison("eq") else { throw unsupported }
            switch (name, property) {
            case ("memberOf/any", "id"): filter = .inGroup(try value(&tokens))
            case ("appRoleAssignments/any", "appRoleId"): filter = .hasRole(try value(&tokens))
            default: throw unsupported
            }
        case "startswith", "contains":
            guard operand == "displayName" else { throw unsupported }
            guard tokens.popFirst() == .comma else { throw invalid }
            let text = try value(&tokens)
            filter = name == "contains" ? .nameContains(text) : .nameStarts(text)
        default: throw unsupported
        }
        guard tokens.popFirst() == .close else { throw invalid }
        return filter
    }

    private static func value(_ tokens: inout ArraySlice<FilterToken>) throws(GraphError) -> String {
        switch tokens.popFirst() {
        case .quoted(let text), .word(let text): return text
        default: throw invalid
        }
    }
}
