import Foundation
import SpacesClient
import SpacesModel
import SpacesUI
import Terminal
import Widgets

/// The program in front of a person: real state, real keys, the real drawing, without a terminal and a server.
struct Scene {
    private var state: State
    /// Whether somebody is typing, so that the cursor is to be seen.
    private var isTyping = false

    /// The program at its start, with the sample spaces loaded by somebody who may do everything.
    init(columns: Int, rows: Int, profile: Profile = Profile(), profiles: [Profile] = []) {
        state = State(
            server: .init(host: "cloud.example.org", user: "admin"), size: Size(columns: columns, rows: rows),
            now: SampleSpaces.now, timeZone: .gmt, profile: profile, profiles: profiles)
        let account = Account(id: "admin", displayName: "Admin", userName: "admin")
        send(.accountLoaded(account, Permissions(Set(Permission.allCases))))
        for case .loadSpaces(let generation, _) in state.start() {
            send(.spacesLoaded(SpaceCatalog(SampleSpaces.all), unreadable: [], generation: generation))
        }
    }

    /// Presses keys, one after another.
    mutating func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
        send(.cursorRested)
    }

    /// The files of themes are read.
    mutating func loadThemes() { send(.themesLoaded(ThemeLoader(directories: []).catalog(depth: .all256))) }

    /// Types a text, and leaves the cursor in sight.
    mutating func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
        send(.cursorRested)
        isTyping = true
    }

    /// Moves down to a space.
    mutating func select(_ name: String) throws {
        press("g")
        for _ in 0..<state.list.shownCount where state.list.selected?.name != name { press("j") }
        guard state.list.selected?.name == name else { throw Complaint("There is no sample space named \(name).") }
    }

    /// The server stops answering, and goes on not to when the program tries again by itself.
    mutating func loseServer() {
        let failure = SpacesFailure(
            kind: .unreachable, sentence: "The list was not loaded: there is no way to \(state.server.host).")
        var event = Event.key(.control("r"))
        for seconds in [60, 5, 10, 20, 40, 60] {
            let effects = state.update(event)
            state.now += Double(seconds)
            for case .loadSpaces(let generation, _) in effects { send(.loadFailed(failure, generation: generation)) }
            event = .retryDue
        }
    }

    /// What the terminal shows.
    func picture(of title: String, theme: String = "default", colors: TerminalColors = .dark, glyphs: Glyphs = .unicode)
        throws -> String
    {
        let theme = try ThemeLoader(directories: []).theme(named: theme, depth: .all256)
        var buffer = Buffer(size: state.screenSize)
        let cursor = state.draw(into: &buffer, look: Look(theme: theme, glyphs: glyphs))
        return TerminalPicture(
            buffer: buffer, cursor: isTyping ? cursor : nil, colors: colors, isASCII: glyphs == .ascii, title: title
        ).svg
    }

    /// Saves the form, and has the server find that someone else changed the name of the space meanwhile.
    mutating func saveAfter(anotherName name: String) throws {
        for case .send(let change) in state.update(.key(Key(.enter))) {
            guard case .edit(let edit) = change.kind, let base = change.space else { continue }
            var theirs = base
            theirs.name = name
            do throws(EditConflict) {
                _ = try edit.rebased(from: base, onto: theirs)
            } catch {
                let failure = SpacesFailure(kind: .conflict(error), sentence: "Someone else was quicker.")
                send(.changeFinished(change, .failure(failure)))
                return
            }
        }
        throw Complaint("Nobody changed the same as the form did.")
    }

    /// Opens the members of the selected space, as the server tells them to its manager.
    mutating func openMembers() throws {
        guard let space = state.list.selected, let members = space.members else {
            throw Complaint("The selected sample space has no members.")
        }
        for case .members(.load(let id, let number)) in state.update(.key("M")) {
            send(.members(.loaded(.success(MemberListing(members: members)), of: id, number: number)))
        }
    }

    private mutating func send(_ event: Event) {
        // What the program would ask of a server is of no interest here.
        _ = state.update(event)
    }
}
