package import SpacesModel

extension Query {
    /// Whether the query asks for a space by what it is: its type, its id or its whole name. All else, such as an age, finds
    /// spaces that nobody thought of.
    package func names(_ space: Space) -> Bool {
        terms.contains { $0.names(space) }
    }
}

extension Query.Term {
    fileprivate func names(_ space: Space) -> Bool {
        switch condition {
        case .words(let words, in: .type):
            let isMeant = words.contains { space.type.wireName.hasPrefix($0) }
            // Who wants no projects wants the others.
            if isNegated { return !isMeant && words.contains(where: Self.meansProjects) }
            // `type:p` does not say which of the two is meant.
            return words.contains { space.type.wireName.hasPrefix($0) && !Self.meansProjects($0) }
        case .text(.equals(let name), in: .name):
            return !isNegated && FoldedText.bytes(of: space.name) == FoldedText.bytes(of: name)
        case .text(.contains(let text), in: .id), .text(.equals(let text), in: .id):
            return !isNegated && space.id.isNamed(by: text)
        default: return false
        }
    }

    private static func meansProjects(_ word: String) -> Bool { SpaceType.project.wireName.hasPrefix(word) }
}

extension SpaceID {
    /// Whether a text is enough of the id to mean this space: the part before the `$` is that of all spaces of a storage.
    fileprivate func isNamed(by text: String) -> Bool {
        func part(_ text: String) -> String { text.split(separator: "$").last.map { $0.lowercased() } ?? "" }
        let wanted = part(text)
        return wanted.count >= Self.endLength && part(rawValue).contains(wanted)
    }
}
