import Localization
import SpacesClient
import SpacesModel
import SpacesQuery

/// What the words do.
extension PlainProgram {
    /// Does what a line asks for; an empty one asks for nothing.
    mutating func perform(_ line: String) async {
        let line = SpaceRules.trimmed(line)
        // A remark in a script.
        if line.hasPrefix("#") { return }
        guard let word = line.split(separator: " ").first.map(String.init) else { return }
        let found = PlainCommand.matching(word)
        guard found.count == 1, let command = found.first else {
            return fail(PlainCommand.complaint(about: word, found))
        }
        await perform(command, SpaceRules.trimmed(String(line.dropFirst(word.count))))
        await converse()
    }

    private mutating func perform(_ command: PlainCommand, _ rest: String) async {
        switch command {
        case .list:
            await refreshIfDue()
            find(rest)
        case .find:
            await refreshIfDue()
            find(rest.isEmpty ? state.filterHistory.first ?? "" : rest)
        case .more: more()
        case .sort: sort(rest)
        case .show:
            guard let space = space(rest) else { return }
            for line in PlainWords.detail(
                space, remedies: state.remedies(for: space), at: state.now, in: state.timeZone)
            { say(line) }
        case .members: await members(rest)
        case .readme: await readme(rest)
        case .summary: summary()
        case .create: create(rest)
        case .rename: change(.name, rest)
        case .subtitle: change(.subtitle, rest)
        case .alias: change(.alias, rest)
        case .quota: await quota(rest)
        case .disable: lifecycle(.disable, .disable, rest)
        case .restore: lifecycle(.restore, .restore, rest)
        case .purge: lifecycle(.purge, .purge, rest)
        case .add: await add(rest)
        case .role: await role(rest)
        case .remove: await remove(rest)
        case .undo: act { $0.perform(.undo) }
        case .mark: mark(rest, isOn: true)
        case .unmark: mark(rest, isOn: false)
        case .marks: tellMarks()
        case .run: await run(rest)
        case .login: act { $0.perform(.signIn) }
        case .refresh:
            act { $0.perform(.refresh) }
            await settle()
            greet()
        case .views: views(rest)
        case .profile: await profile(rest)
        case .journal: await journal()
        case .errors: errors()
        case .copy: copy(rest)
        case .export: export(rest)
        case .open: open(rest)
        case .help: help(rest)
        case .quit: isOver = true
        }
    }

    // MARK: The list

    /// Loads the list that a screen would have loaded again by itself meanwhile: nobody asks for a list of an hour ago.
    private mutating func refreshIfDue() async {
        guard let due = state.nextLoad, due <= state.now else { return }
        act { $0.load(quietly: true) }
        await settle()
    }

    private mutating func find(_ query: String) {
        act {
            $0.setFilter(query)
            $0.keepFilter()
        }
        let hints = Query.read(query).hints
        for hint in hints { fail(hint.message.asSentence) }
        // What was looked for as it stands is hardly what was meant.
        if !hints.isEmpty, state.list.shownCount == 0 {
            (numbered, listed) = ([], 0)
            return
        }
        if let number = Int(query), numbered.indices.contains(number - 1) {
            remark(localized("This looks for the digits; show \(number) tells about number \(number)."))
        }
        relist()
    }

    /// Says that the list is not what the server has now, where that is so.
    private mutating func tellAge() {
        switch state.connection {
        case .current: return
        case .loading: fail(localized("The list was not loaded."))
        case .failed:
            guard let loaded = state.loadedAt else {
                return fail(
                    state.list.totalCount > 0
                        ? localized("This list is incomplete. Type refresh to load all of it.")
                        : localized("The list was not loaded. Type refresh."))
            }
            fail(
                localized(
                    "This list is from \(Numbers.time(loaded, at: state.now, in: state.timeZone)): the server does not answer."
                )
            )
        }
    }

    /// Numbers the spaces of the list anew, and tells the first of them.
    mutating func relist() {
        numbered = state.list.shownSpaces.map(\.id)
        (listed, hasListed) = (0, true)
        tellAge()
        if state.loadedAt == nil, state.list.totalCount == 0 { return }
        if let part = state.partLabel { fail(part) }
        let count = counted(numbered.count, "space", "spaces")
        let whole =
            state.list.filter.isEmpty ? "\(count)." : localized("\(count) that “\(state.list.filter)” finds.")
        // Said once, until it is another one.
        let order = toldOrder == state.list.order ? "" : " " + PlainWords.order(state.list.order)
        toldOrder = state.list.order
        say(whole + order)
        if !numbered.isEmpty { more() }
    }

    private mutating func more() {
        guard listed < numbered.count else {
            return say(
                !hasListed
                    ? localized("Nothing is listed yet. Type list.")
                    : numbered.isEmpty
                        ? localized("The last list is empty.") : localized("That was the end of the list."))
        }
        let end = min(numbered.count, listed + Self.page)
        for index in listed..<end { say("\(index + 1). \(described(numbered[index]))") }
        listed = end
        if end < numbered.count {
            say(localized("\(counted(numbered.count - end, "space", "spaces")) to come. Type more for the next."))
        }
    }

    private func described(_ id: SpaceID) -> String {
        guard let space = state.list.space(id) else { return localized("A space that is gone.") }
        return PlainWords.line(space, at: state.now)
            + (state.list.marks.ids.contains(id) ? ", " + localized("marked") : "")
    }

    private mutating func sort(_ text: String) {
        if text.isEmpty { return say(PlainWords.order(state.list.order)) }
        switch SortOrder.typed(text) {
        case .success(let order):
            act { $0.list.sort(by: order) }
            relist()
        case .failure(let problem): fail(problem.sentence)
        }
    }

    private mutating func summary() {
        if let reason = state.availability(of: .summary).reason { return fail(reason.asSentence) }
        if let part = state.partLabel { fail(part) }
        let lines = SummaryLines(summary: SpaceSummary(state.list.shownSpaces), now: state.now)
        for line in lines.sections.joined() {
            switch line {
            case .heading(let heading): say(heading + ".")
            case .fact(let label, let value, _, _): say(value.isEmpty ? label : "\(label): \(value)")
            case .blank: break
            }
        }
    }

    // MARK: Marks

    private mutating func mark(_ text: String, isOn: Bool) {
        // What the person named one by one, and what was swept along.
        var (named, swept): ([SpaceID], [SpaceID]) = ([], [])
        if ["all", "marked"].contains(text.lowercased()) {
            swept = isOn ? numbered : Array(state.list.marks.ids)
        } else if let numbers = PlainTargets.numbers(in: text) {
            let all = numbers.single + numbers.ranged
            if let wrong = all.first(where: { !(1...max(1, numbered.count)).contains($0) || numbered.isEmpty }) {
                return fail(localized("There is no number \(wrong) in the last list. It has \(numbered.count)."))
            }
            named = numbers.single.map { numbered[$0 - 1] }
            swept = numbers.ranged.map { numbered[$0 - 1] }
        } else {
            for name in PlainTargets.names(in: text) {
                guard let space = space(name) else { return }
                named.append(space.id)
            }
        }
        act { state in
            if isOn {
                state.list.sweep(swept.compactMap { state.list.space($0) })
                state.list.mark(named)
            } else {
                state.list.unmark(named + swept)
            }
        }
        tellMarkCount(markedSpaces)
    }

    /// All marked spaces, those that the list shows first.
    var markedSpaces: [Space] { state.list.markedShown + state.list.markedHidden }

    /// Says how many are marked, and what of them no change takes in by itself.
    private func tellMarkCount(_ marked: [Space]) {
        let swept = marked.filter(state.list.isSweptAlong)
        say(
            localized("\(counted(marked.count, "space", "spaces")) marked.")
                + (swept.isEmpty ? "" : " " + State.leftOut(swept)))
    }

    private mutating func run(_ word: String) async {
        act { $0.perform(.showRun) }
        guard case .run(let page)? = state.layers.last else { return }
        if state.run?.count(.unknown) ?? 0 > 0 {
            act { $0.receive("l", in: page) }
            await settle()
        }
        switch word.lowercased() {
        case "again": act { $0.receive("r", in: page) }
        case "save": act { $0.receive("w", in: page) }
        default: break
        }
    }

    private mutating func tellMarks() {
        let marked = markedSpaces
        tellMarkCount(marked)
        for space in marked { say(PlainWords.line(space, at: state.now)) }
    }
}
