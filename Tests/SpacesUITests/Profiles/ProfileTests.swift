import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// Switching between servers, and how careful to be on each of them.
@Suite struct ProfileTests {
    // MARK: Switching

    @Test func switchingClearsEverythingOfTheOldServer() throws {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        state.press("m")
        state.press(">", "/")
        state.type("mars")
        state.press(.enter, "p")
        let effects = state.press(.down, .enter)
        #expect(effects == [.connect(Sample.staging), .recall])
        #expect(state.profile == Sample.staging && state.server.host == "staging.example.org")
        #expect(state.list.totalCount == 0 && state.list.filter.isEmpty && state.detailSpace == nil)
        #expect(state.access == Access() && state.layers.isEmpty && !state.isConnected)
        // Nothing can be done to the server that is not there yet.
        for key in ["e", "n", "D", "R", "P"] as [Key] {
            #expect(state.press(key).isEmpty && state.layers.isEmpty)
            #expect(state.notice?.level == .warning)
        }
        let next = state.update(.connected(.init(host: "staging.example.org:9200", user: "ada")))
        guard case .loadSpaces(let generation, .all)? = next.first, next.count == 2, next[1] == .loadAccount else {
            Issue.record("asked for \(next)")
            return
        }
        state.receive(.spacesLoaded(SpaceCatalog([Sample.project("New")]), unreadable: [], generation: 1))
        #expect(state.list.totalCount == 0, "an answer to the question of the old server")
        state.receive(.spacesLoaded(SpaceCatalog([Sample.project("New")]), unreadable: [], generation: generation))
        #expect(state.shownNames == ["New"] && state.server.host == "staging.example.org:9200")
    }

    @Test func whatWasOrderedThereIsToldUnderItsName() throws {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.staging)
        let change = try #require(State.change(in: state.press("D", "y")))
        state.press("p")
        state.press(.up, .enter)
        #expect(state.notice?.text == "1 change on staging is still under way; what comes of it is told here.")
        #expect(state.pending.isEmpty)
        state.receive(.changeFinishedElsewhere(change, profile: "staging", .success(nil)))
        #expect(state.notice == Notice(.success, "staging: Mars Mission is disabled."))
        let failure = SpacesFailure(kind: .refused, sentence: "Mars Mission was not disabled.")
        state.receive(.changeFinishedElsewhere(change, profile: "staging", .failure(failure)))
        #expect(state.notice == Notice(.error, "staging: Mars Mission was not disabled."))
        #expect(state.list.totalCount == 0)
    }

    @Test func aMemberChangedThereIsToldUnderItsName() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        let change = MembershipChange(
            kind: .remove(Sample.marie), space: Sample.mars.id, spaceName: "Mars Mission", number: 1)
        state.receive(.members(.answeredElsewhere(change, profile: "staging", .done(nil))))
        #expect(state.notice?.level == .success)
        #expect(
            state.notice?.text.hasPrefix("staging: Mars Mission: Marie Curie") == true, "\(state.notice?.text ?? "")")
        let failure = SpacesFailure(kind: .refused, sentence: "Marie Curie was not removed.")
        state.receive(.members(.answeredElsewhere(change, profile: "staging", .failed(failure))))
        #expect(state.notice == Notice(.error, "staging: Marie Curie was not removed."))
        #expect(state.list.selected?.members?.contains(Sample.marie) == true, "and the list here is another server's")
    }

    @Test func noneOfSeveralIsChosenUnseen() {
        let look = Look(theme: .plain, glyphs: .unicode)
        var choice = ProfileChoice(among: [Sample.production, Sample.staging], look: look, now: Sample.now)
        var buffer = Buffer(size: Size(columns: 80, rows: 24))
        _ = choice.draw(into: &buffer, at: .now)
        let rows = (0..<24).map { row in String(buffer[row: row].map(\.glyph.character)) }
        #expect(rows.contains { $0.contains("Choose a profile") } && rows.contains { $0.contains("staging") })
        choice.receive(.key(.escape), at: .now)
        #expect(choice.takeRequest() == .quit(0) && choice.chosen == nil)
        choice.receive(.key(Key(.character("b"), .alt)), at: .now)
        #expect(choice.takeRequest() == nil, "a word back")
        choice.receive(.key(Key(.character("x"), .alt)), at: .now)
        #expect(choice.takeRequest() == .quit(0) && choice.chosen == nil, "Esc, and another key behind it")
        for key in ["s", "t", "a", .enter] as [Key] { choice.receive(.key(key), at: .now) }
        #expect(choice.takeRequest() == .quit(0) && choice.chosen == Sample.staging)
    }

    @Test func aFailedConnectionIsTriedAgainOnDemand() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        state.press("p", .down, .enter)
        let failure = SpacesFailure(kind: .refused, sentence: "spaces login --profile staging")
        #expect(state.receive(.connectFailed(failure)).isEmpty)
        #expect(state.receive(.retryDue, .refreshDue).isEmpty, "only the person can help")
        #expect(state.press(.control("r")) == [.connect(Sample.staging)])
        #expect(state.press("p", .up, .enter) == [.connect(Sample.production), .recall])
    }

    @Test func theProfileInUseIsNotConnectedAgain() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.staging)
        #expect(state.press("p", .enter).isEmpty)
        #expect(state.layers.isEmpty && state.list.totalCount > 0)
        #expect(state.notice?.text == "This is staging already.")
    }

    @Test func theChooserFiltersByNameServerAndUser() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        func shown() -> [String] { state.top(ProfileChooser.self)?.shown.compactMap(\.name) ?? [] }
        state.press("p")
        #expect(shown() == ["production", "staging", "audit"])
        state.type("cloud")
        #expect(shown() == ["production", "audit"])
        state.type(" AUDITOR")
        #expect(shown() == ["audit"])
        #expect(state.press(.enter) == [.connect(Sample.audit), .recall])
        state.press("p")
        state.type("nowhere")
        #expect(shown().isEmpty && state.press(.enter, .down, .up, .enter).isEmpty)
        state.press(.control("u"))
        state.receive(.paste("stag"))
        #expect(shown() == ["staging"])
        state.press(.escape)
        #expect(state.layers.isEmpty && state.profile == Sample.audit)
    }

    @Test func withoutProfilesItSaysWhereTheyBelong() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("p")
        #expect(state.layers.isEmpty)
        #expect(state.notice?.text == "No profiles are configured; spaces config path says where they belong.")
    }

    // MARK: Care

    @Test(arguments: Command.allCases.filter { $0.group == .act && $0 != .members })
    func readOnlyRefusesWhateverChangesSomething(command: Command) {
        var state = Sample.loaded(at: "Lunar Archive", of: Sample.audit)
        #expect(state.availability(of: command) == .disabled("the profile audit is read-only"))
        for key in Keymap.standard.keys(for: command) {
            #expect(state.press(key).isEmpty && state.layers.isEmpty)
            #expect(state.notice?.text == "The profile audit is read-only.")
        }
        var page = state
        page.press(.tab, "D")
        #expect(page.layers.isEmpty && page.notice?.text == "The profile audit is read-only.")
    }

    @Test(arguments: Command.allCases.filter { $0.group == .act && $0 != .members })
    func aLockedProfileSaysWhyAtEveryTry(command: Command) {
        let reason = "/c.yaml:5 could not be read, so nothing is changed until it is mended: a tab"
        var state = Sample.loaded(at: "Lunar Archive", of: Profile(name: "audit", lockReason: reason))
        #expect(state.profile.isReadOnly && state.profile.isStrict)
        for key in Keymap.standard.keys(for: command) {
            #expect(state.press(key).isEmpty && state.layers.isEmpty)
            #expect(state.notice?.text == reason + ".")
        }
    }

    @Test func aLockedProfileIsToldWhenItIsSwitchedTo() {
        let reason = "/c.yaml:5 is not understood, so nothing is changed until it is mended: did you mean read_only?"
        let locked = Profile(name: "locked", host: "b.example", lockReason: reason)
        var state = Sample.loaded(at: "Mars Mission", of: Profile(name: "open", host: "a.example"))
        state.receive(.key("p"))
        state.layers = []
        state.choose(locked)
        #expect(state.profile.isReadOnly && state.notice == Notice(.note, reason))
    }

    @Test("Who may change nothing still sees the members") func readOnlyShowsMembers() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.audit)
        state.press("M", "a")
        guard case .members(let dialog)? = state.layers.last else {
            Issue.record("\(state.layers)")
            return
        }
        #expect(dialog.step == .browsing && dialog.lock == "the profile audit is read-only")
    }

    /// Even an order that got past the screen is not sent.
    @Test func nothingIsSentToAReadOnlyServer() async {
        let service = InMemorySpacesService(spaces: [Sample.mars])
        let inbox = Inbox {}
        let runner = EffectRunner(service: service, profile: Sample.audit, inbox: inbox)
        let change = Change(kind: .disable, space: Sample.mars, name: "Mars Mission", number: 1)
        runner.run(.send(change))
        await runner.idle()
        guard case .changeFinished(change, .failure(let failure))? = inbox.drain().first else {
            Issue.record("the change was not refused")
            return
        }
        #expect(failure.sentence == "Nothing was changed: the profile audit is read-only.")
    }

    @Test func strictAsksForTheNameBeforeDisabling() throws {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        state.press("D")
        #expect(state.confirmation?.needsName == true)
        #expect(state.press("y", .enter).isEmpty && state.confirmation != nil)
        state.press(.control("u"))
        state.type("Mars Mission")
        #expect(State.change(in: state.press(.enter))?.kind == .disable)
        var normal = Sample.loaded(at: "Mars Mission", of: Sample.staging)
        #expect(State.change(in: normal.press("D", "y"))?.kind == .disable)
    }

    /// The banner has the top line of every screen that has any line, whatever is on top.
    @Test(arguments: Scene.profiles.filter { !["profile-staging"].contains($0.name) })
    func theBannerIsNeverCovered(scene: Scene) {
        for columns in [3, 12, 20, 40, 80, 200] {
            for rows in [1, 4, 5, 6, 8, 24, 50] {
                let state = scene.state(Size(columns: columns, rows: rows))
                guard !state.profile.banner.isEmpty else { continue }
                let screen = MemoryDisplay(state, look: Look(theme: .plain, glyphs: scene.glyphs))
                let line = screen.line(0).trimmingBlanks
                #expect(
                    "PRODUCTION".hasPrefix(line.prefix { $0.isLetter }) && !line.isEmpty, "\(columns)×\(rows): \(line)")
                #expect(columns < 12 || line == "PRODUCTION")
                let styles = Set(screen.buffer[row: 0].map(\.style))
                #expect(styles.count == 1, "one bar over the whole line")
            }
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("red", ColorDepth.all256, Style(foreground: .palette(15), background: .palette(1))),
        ("yellow", .all256, Style(foreground: .palette(0), background: .palette(3))),
        ("bright-yellow", .eight, Style(foreground: .palette(0), background: .palette(3))),
        ("blue", .eight, Style(foreground: .palette(7), background: .palette(4))),
        ("#ffffff", .sixteen, Style(foreground: .palette(0), background: .palette(15))),
        ("red", .none, Style(attributes: [.reverse, .bold])),
        ("bright-black", .eight, Style(attributes: [.reverse, .bold])),
    ])
    func lettersCanBeReadOnTheBar(name: String, depth: ColorDepth, bar: Style) throws {
        #expect(try #require(Accent(name)).bar(at: depth) == bar)
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
