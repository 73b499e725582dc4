import Localization
package import Texts

/// What is to change about a space: only the fields that differ, because a field sent is a field overwritten.
package struct SpaceEdit: Equatable, Sendable {
    @ExactOptionalText package var name: String?
    /// An empty text clears it.
    @ExactOptionalText package var subtitle: String?
    @ExactOptionalText package var alias: String?
    package var limit: QuotaLimit?

    package init(name: String? = nil, subtitle: String? = nil, alias: String? = nil, limit: QuotaLimit? = nil) {
        self.name = name
        self.subtitle = subtitle
        self.alias = alias
        self.limit = limit
    }

    /// True when there is nothing to send. An empty change must not be sent: it touches the modification time.
    package var isEmpty: Bool { self == SpaceEdit() }

    /// How many fields change.
    package var count: Int {
        [name != nil, subtitle != nil, alias != nil, limit != nil].count { $0 }
    }

    /// Why the server would refuse this change, field by field; empty when it may be sent.
    package func problems(maximumQuota: ByteCount?) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let name, let reason = SpaceRules.problem(inName: name) { problems.append(.init(.name, reason)) }
        if let subtitle, let reason = SpaceRules.problem(inSubtitle: subtitle) {
            problems.append(.init(.subtitle, reason))
        }
        if let alias, let reason = SpaceRules.problem(inAlias: alias) { problems.append(.init(.alias, reason)) }
        if let limit, let reason = SpaceRules.problem(inLimit: limit, maximum: maximumQuota) {
            problems.append(.init(.quota, reason))
        }
        return problems
    }
}

/// A space that is to be made.
package struct SpaceDraft: Equatable, Sendable {
    @ExactText package var name: String
    @ExactText package var subtitle: String
    /// `nil` takes the default of the server.
    package var limit: QuotaLimit?
    /// Whether the server puts an image and a readme into the new space.
    package var usesTemplate: Bool

    package init(name: String, subtitle: String = "", limit: QuotaLimit? = nil, usesTemplate: Bool = false) {
        self.name = name
        self.subtitle = subtitle
        self.limit = limit
        self.usesTemplate = usesTemplate
    }

    /// Why the server would refuse this space; empty when it may be sent.
    package func problems(maximumQuota: ByteCount?) -> [FieldProblem] {
        SpaceEdit(name: name, subtitle: subtitle, limit: limit).problems(maximumQuota: maximumQuota)
    }

    /// What the new space is to have.
    package var wanted: SpaceEdit {
        SpaceEdit(name: name, subtitle: subtitle.isEmpty ? nil : subtitle, limit: limit)
    }
}

/// The fields of a space that people change.
package enum SpaceField: String, Hashable, Sendable, CaseIterable {
    case name, subtitle, alias, quota

    /// The word for the screen.
    package var label: String {
        switch self {
        case .name: localized("name")
        case .subtitle: localized("subtitle")
        case .alias: localized("alias")
        case .quota: localized("quota")
        }
    }
}

/// Why the value of a field would be refused.
package struct FieldProblem: Error, Equatable, Sendable {
    package var field: SpaceField
    /// The reason, as it stands beside the field.
    package var reason: String

    package init(_ field: SpaceField, _ reason: String) {
        self.field = field
        self.reason = reason
    }
}
