import Localization
import SpacesClient
import SpacesModel
import Widgets

/// Words that only tell something.
extension PlainProgram {
    /// How many entries of the journal and of the error log are told, the newest ones.
    private static let newest = 20

    mutating func members(_ text: String) async {
        guard let space = space(text) else { return }
        act { $0.perform(.members, on: space.id) }
        await settle()
        guard case .members(let dialog)? = state.layers.last else { return }
        if case .failed(let failure) = dialog.status { fail(Notice(failure).text) }
        if let lock = dialog.lock { say(lock.asSentence) }
        let known = dialog.listing.members.knownCount
        let deleted = dialog.listing.members.count - known
        let rest = deleted == 0 ? "" : ", " + MemberRole.tallyOfDeleted(deleted)
        say("\(space.name): \(counted(known, "member", "members"))\(rest).")
        for (index, member) in dialog.sorted.enumerated() {
            say("\(index + 1). \(PlainWords.member(member, at: state.now, in: state.timeZone))")
        }
    }

    mutating func readme(_ text: String) async {
        guard let space = space(text) else { return }
        if space.isDisabled { return fail(localized("A disabled space shows no readme.")) }
        guard state.access.isMember(of: space) else {
            return fail(localized("Only members of the space see its readme."))
        }
        act { $0.ask(.loadReadme(space)) }
        await settle()
        switch state.readmes[space] {
        case .loaded(let readme):
            // No wrapping: whoever reads it out, or prints it, has a width of its own.
            for line in readme.document.lines(columns: 100_000, glyphs: .ascii) { say(line.text) }
        case .missing: fail(localized("\(space.name) has no readme."))
        case .failed(let sentence): fail(sentence)
        case .loading, nil: fail(localized("The readme of \(space.name) was not read."))
        }
    }

    mutating func journal() async {
        act { $0.perform(.showJournal) }
        await settle()
        guard let page = state.top(JournalPage.self) else { return }
        if case .failed(let sentence) = page.status { return fail(sentence) }
        let count = counted(page.shown.count, "change", "changes")
        say(
            page.shown.count > Self.newest
                ? localized("\(count); the newest \(Self.newest), the latest first.")
                : localized("\(count), the newest first."))
        for entry in page.shown.prefix(Self.newest) {
            let changes = entry.changes.map { change in

                localized(
                    """
                    \(change.shownField) from \(change.before.flatMap { $0.isEmpty ? nil : $0 } ?? localized("nothing")) \
                    to \(change.after.flatMap { $0.isEmpty ? nil : $0 } ?? localized("nothing"))
                    """)
            }
            let isHere = entry.server == state.server.host
            let facts =
                [Numbers.moment(entry.time, in: state.timeZone)] + (isHere ? [] : [entry.place]) + [entry.title]
                + changes + [entry.outcome.label]
            say(facts.joined(separator: ", "))
        }
    }

    mutating func errors() {
        let entries = state.errorLog.entries.filter(\.isError).suffix(Self.newest).reversed()
        say(localized("\(counted(entries.count, "error", "errors")), the newest first."))
        for entry in entries {
            switch entry {
            case .failure(let failure):
                let time = Numbers.clock(failure.time, in: state.timeZone, withSeconds: true)
                let cause = failure.cause.map { " " + localized("Cause: \($0).") } ?? ""
                say("\(time), \(failure.sentence)\(failure.requestID.map { " (request \($0))" } ?? "")\(cause)")
            case .request(let record):
                let time = Numbers.clock(record.time, in: state.timeZone, withSeconds: true)
                let outcome =
                    switch record.outcome {
                    case .status(let status): localized("answered \(status)")
                    case .failed(let reason): localized("no answer: \(reason)")
                    }
                say("\(time), \(record.method) \(record.path), \(outcome)")
            }
        }
    }

    mutating func views(_ name: String) {
        if name.isEmpty {
            say("\(counted(state.views.all.count, "view", "views")).")
            for view in state.views.all {
                let filter = view.filter.isEmpty ? localized("all spaces") : localized("what “\(view.filter)” finds")
                say("\(view.name): \(filter). \(PlainWords.order(view.order))")
            }
            return
        }
        guard let view = state.views.named(name) else {
            let meant = Spelling.nearest(to: name, among: state.views.all.map(\.name)).map {
                " " + localized("Did you mean \($0)?")
            }
            return fail(
                localized("There is no view \(name).") + (meant ?? " " + localized("Type views for all of them.")))
        }
        act { $0.apply(view) }
        relist()
    }

    mutating func profile(_ name: String) async {
        if name.isEmpty {
            if let reason = state.availability(of: .switchProfile).reason { return say(reason.asSentence) }
            for profile in state.profiles {
                let isInUse = profile.name == state.profile.name ? ", " + localized("in use") : ""
                say("\(profile.name ?? profile.host), \(profile.host)\(isInUse)")
            }
            return
        }
        guard let profile = state.profiles.first(where: { $0.name == name }) else {
            let names = state.profiles.compactMap(\.name)
            let meant = Spelling.nearest(to: name, among: names).map { " " + localized("Did you mean \($0)?") }
            return fail(
                localized("There is no profile \(name).") + (meant ?? " " + localized("Type profile for all of them.")))
        }
        let (before, wasConnected) = (state.profile.name, state.isConnected)
        act { $0.choose(profile) }
        await settle()
        guard state.profile.name != before || !wasConnected else { return }
        (numbered, listed) = ([], 0)
        if !state.profile.banner.isEmpty { say(state.profile.banner) }
        greet()
    }

    /// Prints it alone in a line: whoever reads takes it from there, as nothing can be put into a clipboard without steering
    /// the terminal.
    mutating func copy(_ text: String) {
        let words: [(String, CopyMenu.Item)] = [
            ("id", .id), ("name", .name), ("web", .webAddress), ("webdav", .webDAVAddress), ("csv", .csv),
            ("json", .json),
        ]
        let last = text.split(separator: " ").last.map { $0.lowercased() }
        let word = words.first { $0.0 == last && text.contains(" ") }
        if word == nil, let first = text.split(separator: " ").first, Int(first) != nil, text.contains(" ") {
            return fail(localized("Copy what? There are \(words.map(\.0).joined(separator: ", "))."))
        }
        let target = word.map { SpaceRules.trimmed(String(text.dropLast($0.0.count))) } ?? text
        let item = word?.1 ?? .id
        if target.lowercased() == "marked" { return copyMarked(item) }
        guard let space = space(target) else { return }
        if let value = item.text(of: space) {
            say(value)
        } else {
            fail(localized("The server told no \(item.label) of \(space.name)."))
        }
    }

    /// Prints a line for each marked space.
    private mutating func copyMarked(_ item: CopyMenu.Item) {
        let marked = markedSpaces
        if marked.isEmpty { return fail(localized("no space is marked").asSentence) }
        for space in marked {
            if let value = item.text(of: space) { say(value) } else { fail(item.missing(of: space)) }
        }
    }

    mutating func export(_ path: String) {
        if path.isEmpty { return fail(localized("Type the name of a file first.")) }
        act { $0.export(to: PlainTargets.unquoted(path)) }
    }

    mutating func open(_ text: String) {
        guard let space = space(text) else { return }
        if let address = WebAddress(of: space) {
            say(address.text)
        } else {
            fail(localized("The server told no web address of \(space.name)."))
        }
    }

    mutating func help(_ word: String) {
        if word.isEmpty {
            say(
                localized(
                    "Commands may be shortened as long as it is clear which one is meant. Ctrl-C stops what is under way."
                ))
            for command in PlainCommand.allCases { say("\(command.usage): \(command.summary).") }
            return
        }
        let found = PlainCommand.matching(word)
        if found.isEmpty { return fail(PlainCommand.complaint(about: word, found)) }
        for command in found { say("\(command.usage): \(command.summary).") }
    }
}
