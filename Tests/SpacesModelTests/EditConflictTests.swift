import SpacesModel
import Testing

@Suite("Two people change the same space")
struct EditConflictTests {
    private static let base = Space(
        id: SpaceID("s$1"), name: "Mars", subtitle: "red", alias: "project/mars",
        quota: Quota(limit: .bytes(ByteCount(5)), used: nil))

    // swift-format-ignore
    @Test(arguments: [
        ("nothing changed",       SpaceEdit(name: "Venus"),                     SpaceEdit(),                  SpaceEdit(name: "Venus")),
        ("another field changed", SpaceEdit(name: "Venus"),                     SpaceEdit(subtitle: "green"), SpaceEdit(name: "Venus")),
        ("the same was wanted",   SpaceEdit(name: "Venus"),                     SpaceEdit(name: "Venus"),     SpaceEdit()),
        ("half of it is so",      SpaceEdit(name: " Venus ", limit: .unlimited), SpaceEdit(name: "Venus"),    SpaceEdit(limit: .unlimited)),
        ("a quota is so",         SpaceEdit(limit: .unlimited),                 SpaceEdit(limit: .unlimited), SpaceEdit()),
        ("back to what it was",   SpaceEdit(name: "Mars"),                      SpaceEdit(),                  SpaceEdit()),
        ("a subtitle is cleared", SpaceEdit(subtitle: ""),                      SpaceEdit(name: "Pluto"),     SpaceEdit(subtitle: "")),
    ] as [(String, SpaceEdit, SpaceEdit, SpaceEdit)])
    func whatIsNoConflictIsRebased(_ name: String, mine: SpaceEdit, theirs: SpaceEdit, rest: SpaceEdit) throws {
        #expect(try mine.rebased(from: Self.base, onto: Self.base.with(theirs)) == rest, "\(name)")
    }

    @Test func whatBothChangedIsShownInThreeVersions() throws {
        let mine = SpaceEdit(name: "Venus", subtitle: "green", limit: .unlimited)
        let theirs = Self.base.with(SpaceEdit(name: "Pluto", alias: "project/pluto", limit: .bytes(ByteCount(9))))
        let conflict = #expect(throws: EditConflict.self) { try mine.rebased(from: Self.base, onto: theirs) }
        #expect(
            conflict?.fields == [
                .init(.name, base: .text("Mars"), theirs: .text("Pluto"), mine: .text("Venus")),
                .init(
                    .quota, base: .limit(.bytes(ByteCount(5))), theirs: .limit(.bytes(ByteCount(9))),
                    mine: .limit(.unlimited)),
            ])
        #expect(conflict?.theirs == theirs && conflict?.base == Self.base)
        // The choice is saved by starting from theirs; nothing stands in its way then.
        #expect(try mine.rebased(from: theirs, onto: theirs) == mine)
    }

    @Test func aSpaceDisabledMeanwhileIsAConflictOfNoField() throws {
        var theirs = Self.base
        theirs.root = .init(id: "s$1", deletedState: "trashed")
        let edit = SpaceEdit(name: "Venus")
        let disabled = #expect(throws: EditConflict.self) { try edit.rebased(from: Self.base, onto: theirs) }
        #expect(disabled?.wasDisabled == true && disabled?.wasRestored == false && disabled?.fields.isEmpty == true)
        let restored = #expect(throws: EditConflict.self) { try edit.rebased(from: theirs, onto: Self.base) }
        #expect(restored?.wasRestored == true && restored?.wasDisabled == false)
    }

    @Test func whatASpaceHasIsTold() {
        let edit = SpaceEdit(name: " Venus\u{1B} ", limit: .unlimited)
        #expect(!edit.isDone(in: Self.base))
        #expect(edit.isDone(in: Self.base.with(SpaceEdit(name: "Venus\u{1B}", limit: .unlimited))))
        #expect(SpaceEdit().isDone(in: Self.base))
    }
}

extension Space {
    /// The space as a server would tell it after an edit.
    fileprivate func with(_ edit: SpaceEdit) -> Space {
        var space = self
        if let name = edit.name { space.name = SpaceRules.trimmed(name) }
        if let subtitle = edit.subtitle { space.subtitle = subtitle }
        if let alias = edit.alias { space.alias = alias }
        if let limit = edit.limit { space.quota = Quota(limit: limit, used: nil) }
        return space
    }
}
