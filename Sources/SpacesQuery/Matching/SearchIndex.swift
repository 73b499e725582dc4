package import SpacesModel

/// The texts of many spaces, folded once, so that each key of a search costs one pass over bytes.
package struct SearchIndex: Sendable {
    /// Name, subtitle, alias, id and managers: what a plain word looks at; and the word for a space without a manager.
    private var common = TextTable()
    /// Owner and members, which only their own fields look at.
    private var people = TextTable()

    package init(_ spaces: [Space]) {
        common.reserve(strings: spaces.count, bytesEach: 160)
        people.reserve(strings: spaces.count, bytesEach: 96)
        for space in spaces {
            common.append { bytes in
                for field in Self.commonFields { Self.append(field, of: space, to: &bytes) }
                if space.isOrphaned {
                    FoldedText.append(QueryField.orphaned.rawValue, to: &bytes)
                    bytes.append(TextTable.terminator)
                }
            }
            people.append { bytes in
                for field in Self.peopleFields { Self.append(field, of: space, to: &bytes) }
            }
        }
    }

    /// In this order, each with a terminator at its end.
    private static let commonFields: [QueryField] = [.name, .subtitle, .alias, .id, .manager]
    private static let peopleFields: [QueryField] = [.owner, .member]

    private static func append(_ field: QueryField, of space: Space, to bytes: inout [UInt8]) {
        for text in space.texts(of: field) {
            FoldedText.append(text, to: &bytes)
            // Parts names of people, so that a word does not span two of them.
            bytes.append(TextTable.separator)
        }
        bytes.append(TextTable.terminator)
    }

    /// For each space, whether the folded text is in the field, or in any common one.
    func contains(_ needle: [UInt8], in field: QueryField?) -> [Bool] {
        guard let field else { return common.contains(needle) }
        if let number = Self.commonFields.firstIndex(of: field) { return common.contains(needle, inField: number) }
        return people.contains(needle, inField: Self.peopleFields.firstIndex(of: field) ?? 0)
    }

    /// For each space, whether a folded text of the field, or of any common one, passes a test; only those in `candidates` need
    /// to be right.
    func fits(among candidates: [Bool], in field: QueryField?, _ test: (ArraySlice<UInt8>) -> Bool) -> [Bool] {
        guard let field else { return common.fits(candidates, inFields: 0..<Self.commonFields.count, test) }
        if let number = Self.commonFields.firstIndex(of: field) {
            return common.fits(candidates, inFields: number..<number + 1, test)
        }
        let number = Self.peopleFields.firstIndex(of: field) ?? 0
        return people.fits(candidates, inFields: number..<number + 1, test)
    }
}

extension Space {
    /// The texts of a field, as they are shown.
    func texts(of field: QueryField?) -> [String] {
        switch field {
        case nil: [name, subtitle, alias, id.rawValue] + managerNames
        case .name: [name]
        case .subtitle: [subtitle]
        case .alias: [alias]
        case .id: [id.rawValue]
        case .manager: managerNames
        case .member: (members ?? []).map(\.identity.displayName)
        case .owner: owner.map { [$0.displayName, $0.id] } ?? []
        default: []
        }
    }
}
