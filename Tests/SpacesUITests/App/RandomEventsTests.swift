import Widgets
import SpacesClient
import SpacesModel
import SpacesQuery
import Terminal
import TestSupport
import Testing

@testable import SpacesUI

/// Any keys in any order, with any answers of a server in between, at any size.
///
/// One after the other on a thread of its own: it computes for long, and tests that wait for a server share the others.
@Suite(.serialized, .ownThread) struct RandomEventsTests {
    private static let keys: [Key] =
        Keymap.standard.bindings.flatMap(\.keys)
        + [
            "y", "Y", "c", "f", "h", "l", "s", "+", "~", "*", "v", "N", "x", "a", "r", "d", "ü", "漢", "\u{301}", "1",
            "-", " ", .enter, .escape, .tab,
            Key(.tab, .shift),
        ]
        + [Key(.backspace), Key(.delete), Key(.left), Key(.right), .control("w"), .control("y"), Key(.function(12))]

    /// 45 walks of 225 steps are more than 10,000.
    @Test(arguments: 1...45)
    func neitherTrapNorLoseTheCursor(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var walk = Walk(random: SeededRandom(seed: seed &* 977))
        var state = seed.isMultiple(of: 2) ? Sample.empty() : Sample.profiled()
        walk.take(state.start())
        for step in 0..<225 {
            let event: Event =
                switch Int.random(in: 0..<20, using: &random) {
                case 0: walk.answer(state) ?? .cursorRested
                case 1, 2, 3: walk.nextAnswer() ?? .retryDue
                case 4:
                    .resized(
                        Size(columns: .random(in: 0...200, using: &random), rows: .random(in: 0...60, using: &random)))
                case 5:
                    .paste(
                        [
                            "jjj", "Lunar Archive", "5 GB", "!quota>80% /ma[rs]/", "modified<7d ~lnr \"a b",
                            "state:nope used>=", "/[/ !", "\u{1B}[A", "",
                        ].randomElement(using: &random) ?? "")
                case 6: .linkChanged(isSlow: .random(using: &random))
                case 7:
                    [Event.members(.typingPaused), .refreshDue, .readingDue].randomElement(using: &random)
                        ?? .cursorRested
                case 8: .requested(Sample.requests[0])
                case 9:
                    .mouse(
                        Mouse(
                            [.press, .wheelUp, .wheelDown, .release].randomElement(using: &random) ?? .press, .left,
                            at: Point(
                                column: .random(in: 0..<200, using: &random), row: .random(in: 0..<60, using: &random))),
                        clicks: .random(in: 1...2, using: &random))
                default: .key(Self.keys.randomElement(using: &random) ?? "j")
                }
            walk.take(state.update(event))
            let list = state.list
            let marksAreThere = list.marks.ids.allSatisfy { id in list.catalog.spaces.contains { $0.id == id } }
            #expect(marksAreThere, "seed \(seed), step \(step)")
            #expect(list.marks.count - list.marks.hiddenCount == list.markedShown.count, "seed \(seed), step \(step)")
            let query = Query(parsing: list.query.text)
            #expect(query == list.query, "seed \(seed), step \(step): \(list.filter)")
            let isInRange = list.shownCount == 0 ? list.cursor == 0 : (0..<list.shownCount).contains(list.cursor)
            guard isInRange, list.top >= 0, list.shownCount <= list.totalCount, state.layers.count <= 3 else {
                Issue.record("seed \(seed), step \(step), after \(event)")
                return
            }
            // Most of the time goes into drawing, and what one step draws wrongly the next ones do as well.
            guard step.isMultiple(of: 3) else { continue }
            var buffer = Buffer(size: state.screenSize)
            if let cursor = state.draw(into: &buffer, look: Look(theme: .plain, glyphs: .unicode)) {
                #expect(buffer.bounds.contains(cursor), "seed \(seed), step \(step), \(state.size), after \(event)")
            }
        }
    }

    /// Sizes around the borders at which the layout changes, and far from them.
    @Test(arguments: Scene.all)
    func everySceneIsDrawnAtEverySize(scene: Scene) {
        var state = scene.state(Size(columns: 80, rows: 24))
        let columns = [0, 1, 3, 10, 19, 20, 21, 33, 49, 50, 73, 99, 100]
        let rows = [0, 1, 2, 4, 5, 6, 7, 9, 10, 13, 19, 20]
        for (index, columns) in columns.enumerated() {
            // Each width with every other height, so that each height meets every other width.
            for rows in rows.enumerated().filter({ ($0.offset + index).isMultiple(of: 2) }).map(\.element) + [40] {
                let size = Size(columns: columns, rows: rows)
                _ = state.update(.resized(size))
                var buffer = Buffer(size: size)
                if let cursor = state.draw(into: &buffer, look: Look(theme: .plain, glyphs: scene.glyphs)) {
                    #expect(buffer.bounds.contains(cursor), "\(size)")
                }
            }
        }
    }
}

/// A server that answers what was asked, late, in any order, twice, or with a failure.
private struct Walk {
    var random: SeededRandom
    private var asked: [Effect] = []
    private var runs: [(number: Int, count: Int)] = []

    init(random: SeededRandom) {
        self.random = random
    }

    mutating func take(_ effects: [Effect]) { asked += effects }

    /// An answer to something that was asked, in any order.
    mutating func nextAnswer() -> Event? {
        guard !asked.isEmpty else { return nil }
        let effect = asked.remove(at: .random(in: 0..<asked.count, using: &random))
        let fails = Int.random(in: 0..<4, using: &random) == 0
        switch effect {
        case .loadSpaces(let generation, _):
            if fails { return .loadFailed(failure, generation: generation) }
            return .spacesLoaded(SpaceCatalog(someSpaces), unreadable: [], generation: generation)
        case .loadAccount:
            return fails ? .accountFailed(failure) : .accountLoaded(Sample.admin, Sample.allPermissions)
        case .index(let spaces, let generation): return .spacesIndexed(SpaceCatalog(spaces), generation: generation)
        case .send(let change):
            if fails { return .changeFinished(change, .failure(failure)) }
            let space = change.space ?? Sample.project("Made")
            return .changeFinished(change, .success(.random(using: &random) ? space : nil))
        case .signIn:
            return .signInEnded(fails ? .failed("No.") : .signedIn(user: .random(using: &random) ? "admin" : "ada"))
        case .connect:
            return fails ? .connectFailed(failure) : .connected(.init(host: "other.example.org", user: "ada"))
        case .bulk(let effect): return bulkAnswer(to: effect, fails: fails).map { .bulk($0) }
        case .members(let effect): return .members(answer(to: effect, fails: fails))
        case .loadReadme(let space):
            return .readmeLoaded(space, fails ? .failure(failure) : .success(Readme(FileContent(bytes: Sample.readme))))
        case .loadImage(let space): return .imageLoaded(space.id, fails ? .failure(failure) : .success(.failed("No.")))
        case .loadDocument(let space):
            return .documentLoaded(space, fails ? .failure(failure) : .success(["{", "  \"name\": \"x\"", "}"]))
        case .openDraft(let space):
            return .draftOpened(space, fails ? .failure(DraftFailure("No.")) : .success(Sample.draft(of: space)))
        case .edit(let draft): return .editorEnded(draft, .exited(status: fails ? 1 : 0))
        case .storeDraft(let draft, _):
            return .draftStored(
                draft,
                fails
                    ? .conflict(Sample.conflict(about: draft))
                    : .stored(draft.space, Readme(FileContent(bytes: Sample.readme))))
        case .putAside(let draft, let reason):
            return .draftStored(draft, fails ? .failed(reason) : .dropped(reason))
        case .readJournal:
            return .journalRead(
                fails ? .failure(JournalFailure("It failed.")) : .success(JournalListing(Sample.journal)))
        case .loadThemes: return .themesLoaded(Sample.themes)
        case .keepTheme: return fails ? .themeNotKept(ThemeFailure("No.")) : nil
        case .recall:
            return .recalled(Self.remembered, problems: fails ? [FileProblem("/file", line: 3, "is odd")] : [])
        case .remember: return fails ? .notRemembered(FileProblem("/file", "cannot be written")) : nil
        case .changeViews(let change, var views):
            views.take(change)
            return fails ? .notRemembered(FileProblem("/file", "cannot be written")) : .viewsChanged(views)
        case .open(let address): return fails ? .notOpened(address) : nil
        case .listen: return .serverTold(fails ? .ended : .began)
        case .readAgain(let id):
            let space = Sample.spaces.first { $0.id == id } ?? Sample.project("Made")
            return .readAgain(id, fails ? .failure(failure) : .success(space))
        case .export(let export):
            return .exported(export, fails ? .failure(.exists) : .success("/file"))
        case .search(let search): return .searched(search.number, rows: fails ? nil : search.rows())
        case .cancelLoading, .removeDraft, .copy, .setMouse, .quit, .suspend, .redraw: return nil
        }
    }

    /// An answer about many spaces, of which each has come so far as chance wants.
    private mutating func bulkAnswer(to effect: BulkEffect, fails: Bool) -> BulkEvent? {
        switch effect {
        case .start(let number, let plan, _):
            if fails { return .refused(number: number, reason: "No.") }
            runs.append((number, plan.items.count))
            return .recording(number: number, file: "/run")
        case .pause, .resume, .look:
            guard let run = runs.last, run.count > 0 else { return nil }
            let index = Int.random(in: 0..<run.count, using: &random)
            return .random(using: &random)
                ? .sending(number: run.number, index: index)
                : .settled(
                    number: run.number, index: index, fails ? BulkOutcome(failure) : .done,
                    .random(using: &random) ? Sample.mars : nil)
        case .stop: return runs.last.map { .ended(number: $0.number) }
        case .recover:
            let item = BulkItem(Sample.mars, .disable, before: "", after: "disabled")
            return .recovered(
                fails
                    ? []
                    : [
                        RecoveredRun(
                            file: "/run", title: "Disable", begun: Sample.now, items: [item],
                            outcomes: [BulkOutcome(.unknown, "Cut off.")])
                    ])
        case .save: return .saved(fails ? .failure(RunFailure("No.")) : .success("/results.csv"))
        case .search(_, let number):
            return .found(fails ? .failure(failure) : .success(PeopleListing(people: [])), number: number)
        case .forget: return nil
        }
    }

    private static let remembered = Remembered(
        columns: ColumnArrangement([.init(.name), .init(.id), .init(.alias, width: 200), .init(.used)]),
        order: SortOrder([.init(.id), .init(.used)]), pins: [Sample.mars.id, SpaceID("gone")],
        filters: ["mars", "quota>80%", "/[/"])

    private mutating func answer(to effect: MembersEffect, fails: Bool) -> MembersEvent {
        let members = Array(
            Sample.mars.members?.shuffled(using: &random).prefix(.random(in: 0...5, using: &random)) ?? [])
        switch effect {
        case .load(let space, let number):
            return .loaded(
                fails ? .failure(failure) : .success(MemberListing(members: members)), of: space, number: number)
        case .search(_, let number):
            let people = members.map { Person($0.identity, detail: "someone@example.org") }
            return .found(fails ? .failure(failure) : .success(PeopleListing(people: people)), number: number)
        case .send(let change):
            if fails { return .answered(change, .failed(failure)) }
            return .answered(
                change, .random(using: &random) ? .done(members.first) : .overtaken(MemberListing(members: members)))
        }
    }

    /// Something that nobody asked for.
    mutating func answer(_ state: State) -> Event? {
        switch Int.random(in: 0..<7, using: &random) {
        case 5 where Int.random(in: 0..<4, using: &random) == 0: .serverTold(.changedMany)
        case 5: .serverTold(.changed(Sample.spaces.randomElement(using: &random)?.id ?? Sample.mars.id))
        case 3: .groundKnown(.random(using: &random) ? .light : .dark)
        case 4: .themesChanged
        case 0: .spacesArrived(.random(in: 0...100_000, using: &random), generation: .random(in: 0...5, using: &random))
        case 1: .spacesLoaded(SpaceCatalog(someSpaces), unreadable: [], generation: .random(in: 0...5, using: &random))
        default:
            .changeFinished(
                Change(kind: .disable, space: Sample.mars, name: "Mars", number: .random(in: 0...9, using: &random)),
                .success(nil))
        }
    }

    private var someSpaces: [Space] {
        mutating get {
            let all = Sample.spaces + Scene.hostile
            return Array(all.shuffled(using: &random).prefix(.random(in: 0...all.count, using: &random)))
        }
    }

    private var failure: SpacesFailure {
        mutating get {
            let kinds: [SpacesFailure.Kind] = [
                .unreachable, .busy(retryAfter: 9), .notAuthenticated, .goneOrNotAllowed, .serverError,
            ]
            return SpacesFailure(kind: kinds.randomElement(using: &random) ?? .unreachable, sentence: "It failed.")
        }
    }
}
