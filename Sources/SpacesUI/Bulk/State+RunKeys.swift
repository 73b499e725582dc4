import Localization
import SpacesModel
import Terminal
import Widgets

/// The keys of the page of a run.
extension State {
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
        // It opens a space elsewhere; here it must not close what one reads.
        case Key(.enter): page.message = Notice(.info, localized("\(key.name) has no meaning here."))
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
            page.follows = false
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
        notice = nil
        let plan = BulkPlan(run.plan.action, again: items, title: run.title, rules: bulkRules) { list.space($0) }
        layers.append(.bulk(BulkDialog(plan, isStrict: profile.isStrict)))
    }

    /// Keeps the row under the cursor on the screen.
    mutating func scrollRun() {
        guard case .run(var page)? = layers.last, let run else { return }
        let all = run.rows(problemsOnly: page.showsProblemsOnly)
        let rows = all.count
        let height = max(1, runListRows(page, look: .measuring))
        if page.follows, run.isUnderWay,
            let last = all.lastIndex(where: {
                if case .item(let item) = $0 { run.outcomes[item].kind == .sending } else { false }
            })
        {
            page.cursor = last
        }
        page.cursor = max(0, min(page.cursor, rows - 1))
        if page.cursor < page.top { page.top = page.cursor }
        if page.cursor >= page.top + height { page.top = page.cursor - height + 1 }
        page.top = max(0, min(page.top, rows - height))
        setTopLayer(.run(page))
    }
}
