import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

/// A run from its first answer to its result.
extension State {
    mutating func take(_ event: BulkEvent) {
        switch event {
        case .recording(let number, let file): changeRun(number) { $0.file = file }
        case .refused(let number, let reason):
            changeRun(number) {
                $0.phase = .ended
                $0.ended = $0.begun
            }
            say(.error, localized("Nothing was changed. \(reason)"))
        case .sending(let number, let index): changeRun(number) { $0.outcomes[index] = .sending }
        case .settled(let number, let index, let outcome, let space): settle(number, index, outcome, space)
        case .ended(let number): end(number)
        // What it did is in no answer to anything that this program sent.
        case .lookedUp(let number): if run?.number == number, run?.isElsewhere == false { load() }
        case .recovered(let runs): take(runs)
        case .saved(.success(let path)): say(.success, localized("Saved in \(SafeText.visible(path))"))
        case .saved(.failure(let failure)): say(.error, failure.sentence)
        case .found(let result, let number):
            changeBulkInvitation { if $0.request == number { $0.take(result) } }
        }
    }

    private mutating func changeRun(_ number: Int, _ change: (inout BulkRun) -> Void) {
        guard var current = run, current.number == number else { return }
        change(&current)
        run = current
    }

    /// Says it on the page of the run, or above the keys where that is closed.
    private mutating func say(_ level: Notice.Level, _ text: String) {
        if case .run(var page)? = layers.last {
            page.message = Notice(level, text)
            setTopLayer(.run(page))
        } else {
            notice = Notice(level, text)
        }
    }

    private mutating func settle(_ number: Int, _ index: Int, _ outcome: BulkOutcome, _ space: Space?) {
        guard var current = run, current.number == number, current.outcomes.indices.contains(index) else { return }
        current.outcomes[index] = outcome
        let item = current.plan.items[index]
        if let space, !current.isElsewhere { note(space, &current) }
        if outcome.kind == .done, !current.isElsewhere {
            if item.step == .purge { current.purged.insert(item.space.id) }
            list.unmark([item.space.id])
        }
        if outcome.isOffline, current.phase == .running {
            let host = current.isElsewhere ? localized("the server before") : server.host
            current.pause(localized("\(host) does not answer"), at: now)
            ask(.bulk(.pause))
        }
        run = current
    }

    /// Shows what a space became at once; sorting and indexing follow at the end of the run.
    private mutating func note(_ space: Space, _ run: inout BulkRun) {
        let known = list.space(space.id).map { space.keepingMembers(of: $0) } ?? space
        run.changes[space.id] = known
        list.replace(known)
    }

    private mutating func end(_ number: Int) {
        guard var current = run, current.number == number else { return }
        current.phase = .ended
        current.ended = now
        run = current
        if current.isElsewhere {
            tellEnd(of: current)
            return
        }
        let isListNewer = loadedAt.map { $0 > current.begun } ?? false
        if current.count(.done) > 0, current.changesMembers || isListNewer {
            // What the answers told may be older than the list.
            load()
        } else if !current.changes.isEmpty || !current.purged.isEmpty {
            let spaces = (staged ?? list.catalog.spaces).compactMap { space in
                current.purged.contains(space.id) ? nil : current.changes[space.id] ?? space
            }
            stage(spaces)
        }
        noteForUndo(current)
        tellEnd(of: current)
    }

    /// Says what came of a run whose page is closed.
    private mutating func tellEnd(of run: BulkRun) {
        if case .run? = layers.last { return }
        let told = localized("\(run.title): \(run.summary). \(keymap.name(of: .showRun)) shows it.")
        notice = Notice(run.hasProblems ? .warning : .success, told + undoHint(after: run.number))
    }

    // MARK: Interrupted runs

    /// Shows the first run that was cut off, and finds out what nobody knows of it.
    private mutating func take(_ runs: [RecoveredRun]) {
        guard let first = runs.first, run?.isUnderWay != true else { return }
        changeNumber += 1
        run = BulkRun(first, number: changeNumber)
        if layers.isEmpty, filterField == nil {
            layers.append(.run(RunPage()))
        } else {
            notice = Notice(
                .warning,
                localized("An earlier run was cut off: \(first.title). \(keymap.name(of: .showRun)) shows it."))
        }
        lookUpUnknown()
    }

    /// Reads the spaces again of which nobody knows what came.
    private mutating func lookUpUnknown() {
        guard let run else { return }
        let unknown = run.outcomes.indices.filter { run.outcomes[$0].kind == .unknown }
        if unknown.isEmpty { return }
        ask(
            .bulk(
                .look(
                    number: run.number,
                    items: Dictionary(uniqueKeysWithValues: unknown.map { ($0, run.plan.items[$0]) }))))
    }

    // MARK: Keys

    mutating func showRun() {
        if run != nil { layers.append(.run(RunPage())) }
    }

    mutating func receive(_ key: Key, in page: RunPage) {
        guard let run else { return setTopLayer(nil) }
        var page = page
        page.message = nil
        let rows = run.rows(problemsOnly: page.showsProblemsOnly).count
        let height = max(1, runListRows(page, look: .measuring) - 1)
        switch key {
        case "p" where run.isUnderWay, " " where run.isUnderWay: togglePause(&page)
        case "c" where run.isUnderWay:
            if self.run?.phase != .stopping {
                if case .paused = run.phase { self.run?.resume(at: now) }
                self.run?.phase = .stopping
                ask(.bulk(.stop))
            }
        case "f":
            page.showsProblemsOnly.toggle()
            (page.cursor, page.top) = (0, 0)
        case "r" where !run.isUnderWay: return again(run, page)
        case "l" where run.isElsewhere:
            page.message = Notice(.info, localized("This cannot be looked up here: it was on another server."))
        case "l" where run.count(.unknown) > 0: lookUpUnknown()
        case "w": ask(.bulk(.save(run)))
        case .control("c"): return leave()
        default:
            switch keymap.command(for: key) {
            case .moveUp: page.cursor -= 1
            case .moveDown: page.cursor += 1
            case .pageUp, .halfPageUp: page.cursor -= height
            case .pageDown, .halfPageDown: page.cursor += height
            case .moveToFirst: page.cursor = 0
            case .moveToLast: page.cursor = rows - 1
            case .clearFilter, .quit, .showRun, .showDetail: return leave()
            default: page.message = Notice(.info, localized("\(key.name) has no meaning here."))
            }
        }
        page.cursor = max(0, min(page.cursor, rows - 1))
        setTopLayer(.run(page))
    }

    private mutating func togglePause(_ page: inout RunPage) {
        guard var current = run else { return }
        switch current.phase {
        case .running:
            current.pause(nil, at: now)
            ask(.bulk(.pause))
        case .paused:
            current.resume(at: now)
            ask(.bulk(.resume))
        default: page.message = Notice(.info, localized("The run is being stopped."))
        }
        run = current
    }

    /// Closes the page: a run under way goes on, and what was seen of one that ended need not be kept.
    private mutating func leave() {
        setTopLayer(nil)
        guard let run else { return }
        if run.isUnderWay {
            notice = Notice(.info, localized("The run goes on; \(keymap.name(of: .showRun)) shows it again."))
        } else if let file = run.file {
            ask(.bulk(.forget(file: file)))
            self.run?.file = nil
            // There may be another one that was not seen.
            if run.isRecovered { ask(.bulk(.recover(server: server.host))) }
        }
        let hint = undoHint(after: run.number)
        if !hint.isEmpty { notice = Notice(.info, "\(run.title): \(run.summary)." + hint) }
    }

    /// Plans anew what did not come about, with the spaces as they are now.
    private mutating func again(_ run: BulkRun, _ page: RunPage) {
        var page = page
        let items = run.repeatable
        let refusal =
            if items.isEmpty {
                localized("There is nothing to repeat.")
            } else if run.isElsewhere {
                localized("This cannot be repeated here: it was on another server.")
            } else {
                profile.readOnlyReason?.asSentence
            }
        if let refusal {
            page.message = Notice(.info, refusal)
            return setTopLayer(.run(page))
        }
        leave()
        let plan = BulkPlan(run.plan.action, again: items, title: run.title, rules: bulkRules) { list.space($0) }
        layers.append(.bulk(BulkDialog(plan, isStrict: profile.isStrict)))
    }

    /// Keeps the row under the cursor on the screen.
    mutating func scrollRun() {
        guard case .run(var page)? = layers.last, let run else { return }
        let rows = run.rows(problemsOnly: page.showsProblemsOnly).count
        let height = max(1, runListRows(page, look: .measuring))
        page.cursor = max(0, min(page.cursor, rows - 1))
        if page.cursor < page.top { page.top = page.cursor }
        if page.cursor >= page.top + height { page.top = page.cursor - height + 1 }
        page.top = max(0, min(page.top, rows - height))
        setTopLayer(.run(page))
    }
}
