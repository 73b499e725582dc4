import Texts

/// Someone else changed a space after the form that is to change it was filled in.
///
/// Servers do not compare (they ignore `If-Match`, docs/server-behaviour.md §1.4): whoever writes last would win
/// unseen. So the space is read again before each write, and where it differs the person chooses field by field. To save
/// the choice, start a new edit from `theirs`, with the fields in which it differs from that.
package struct EditConflict: Error, Equatable, Sendable {
    /// A field that two people gave different values.
    package struct Field: Equatable, Sendable {
        package var field: SpaceField
        /// What stood there when the form was opened.
        package var base: FieldValue
        /// What someone else made of it.
        package var theirs: FieldValue
        /// What this person wants.
        package var mine: FieldValue

        package init(_ field: SpaceField, base: FieldValue, theirs: FieldValue, mine: FieldValue) {
            self.field = field
            self.base = base
            self.theirs = theirs
            self.mine = mine
        }
    }

    /// The space as it was when the form was opened.
    package var base: Space
    /// The space as the server has it now.
    package var theirs: Space
    /// The fields to decide about, in the order of `SpaceField.allCases`; empty when only the state of the space changed.
    package var fields: [Field]

    package init(base: Space, theirs: Space, fields: [Field]) {
        self.base = base
        self.theirs = theirs
        self.fields = fields
    }

    /// True when the space was disabled meanwhile.
    package var wasDisabled: Bool { theirs.isDisabled && !base.isDisabled }

    /// True when the space was restored meanwhile.
    package var wasRestored: Bool { base.isDisabled && !theirs.isDisabled }
}

/// The value of a field that people change.
package enum FieldValue: Equatable, Sendable {
    case text(String)
    /// `nil` where the server told none.
    case limit(QuotaLimit?)

    /// True for texts of the same bytes, and for the same limit.
    package static func == (left: FieldValue, right: FieldValue) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left.isExactly(right)
        case (.limit(let left), .limit(let right)): left == right
        default: false
        }
    }
}

extension Space {
    /// The value of a field as the server told it.
    package subscript(field: SpaceField) -> FieldValue {
        switch field {
        case .name: .text(name)
        case .subtitle: .text(subtitle)
        case .alias: .text(alias)
        case .quota: .limit(quota?.limit)
        }
    }
}

extension SpaceEdit {
    /// The value that a field is to get, as a server would tell it; `nil` for one that stays.
    package subscript(field: SpaceField) -> FieldValue? {
        switch field {
        case .name: name.map { .text(SpaceRules.trimmed($0)) }
        case .subtitle: subtitle.map { .text($0) }
        case .alias: alias.map { .text($0) }
        case .quota: limit.map { .limit($0) }
        }
    }

    /// This edit without a field.
    package func without(_ field: SpaceField) -> SpaceEdit {
        var edit = self
        switch field {
        case .name: edit.name = nil
        case .subtitle: edit.subtitle = nil
        case .alias: edit.alias = nil
        case .quota: edit.limit = nil
        }
        return edit
    }

    /// What is still to be sent of this edit, when someone else made `theirs` of the space that it started from.
    ///
    /// A field that has the wanted value already needs no sending. Throws where a field that is to change was given another
    /// value meanwhile, or where the space was disabled or restored.
    package func rebased(from base: Space, onto theirs: Space) throws(EditConflict) -> SpaceEdit {
        var rest = self
        var fields: [EditConflict.Field] = []
        for field in SpaceField.allCases {
            guard let mine = self[field] else { continue }
            if theirs[field] == mine {
                rest = rest.without(field)
            } else if theirs[field] != base[field] {
                fields.append(.init(field, base: base[field], theirs: theirs[field], mine: mine))
            }
        }
        if fields.isEmpty, theirs.isDisabled == base.isDisabled { return rest }
        throw EditConflict(base: base, theirs: theirs, fields: fields)
    }

    /// The fields in which a space is not as this edit wants it.
    package func missing(in space: Space) -> [SpaceField] {
        SpaceField.allCases.filter { field in self[field].map { $0 != space[field] } ?? false }
    }

    /// True when a space has all that this edit wants.
    package func isDone(in space: Space) -> Bool {
        missing(in: space).isEmpty
    }
}
