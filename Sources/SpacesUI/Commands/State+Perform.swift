import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Does what a command asks for, or says why it cannot be done now.
    mutating func perform(_ command: Command) {
        if isForTheSpaceBefore(command) { return }
        if let reason = availability(of: command).reason, command != .clearFilter {
            notice = Notice(.warning, reason.prefix(1).uppercased() + reason.dropFirst() + ".")
            return
        }
        let page = max(1, layout.listRows - 1)
        if command != .quit { isQuitAsked = false }
        // On the page of a space it is plain whom a key means.
        let isOnList = layers.isEmpty
        let selected = list.selected
        switch command {
        case .moveUp: list.move(by: -1)
        case .moveDown: list.move(by: 1)
        case .pageUp: list.move(by: -page)
        case .pageDown: list.move(by: page)
        case .halfPageUp: list.move(by: -max(1, page / 2))
        case .halfPageDown: list.move(by: max(1, page / 2))
        case .moveToFirst: list.move(to: 0)
        case .moveToLast: list.move(to: list.shownCount - 1)
        case .filter: openFilter()
        case .clearFilter: if !list.leaveRange(), !list.filter.isEmpty { setFilter("") }
        case .sortByPrevious: sort(step: -1)
        case .sortByNext: sort(step: 1)
        case .invertSort: invertSort()
        case .chooseOrder: open(SortMenu(before: list.order, columns: columns.entries.map(\.column)))
        case .panLeft: pan(by: -1)
        case .panRight: pan(by: 1)
        case .export: openExport()
        case .showViews: open(ViewsDialog())
        case .togglePin: togglePin()
        case .chooseColumns: open(ColumnChooser(before: columns))
        case .showDetail: showDetail()
        case .mark: list.toggleMark()
        case .markRange: toggleRange()
        case .markAll: markAllShown()
        case .invertMarks: invertMarks()
        case .unmarkAll: list.unmarkAll()
        case .act: openActions()
        case .disable where hasMarks: planForMarked(.disable)
        case .restore where hasMarks: planForMarked(.restore)
        case .purge where hasMarks: planForMarked(.purge)
        case .showRun: showRun()
        case .togglePane:
            isPaneHidden.toggle()
            wantReadme()
        case .toggleScope:
            wantedScope = wantedScope == .all ? .mine : .all
            loadAgain()
        case .showImage: showImage()
        case .summary: open(SummaryPage(SpaceSummary(list.shownSpaces), filter: list.filter))
        case .showJournal: showJournal()
        case .showErrorLog: open(ErrorLogPage())
        case .copy: openCopyMenu()
        case .openInBrowser: openInBrowser()
        case .toggleMouse: toggleMouse()
        case .edit: openForm()
        case .editReadme: editReadme()
        case .create: layers.append(.form(SpaceForm(creatingWith: capabilities.maximumQuota)))
        case .members: showMembers()
        case .disable: confirm(.disable)
        case .restore: confirm(.restore)
        case .purge: confirm(.purge)
        case .undo: undo()
        case .refresh: loadAgain()
        case .signIn: askToSignIn()
        case .toggleRefresh: toggleRefresh()
        case .switchProfile: open(ProfileChooser(profiles: profiles, current: profile.name))
        case .theme: chooseTheme()
        case .commandPalette: openCommandPalette()
        case .help: layers.append(.help(HelpPage()))
        case .redraw: ask(.redraw)
        case .suspend: ask(.suspend)
        case .quit where run?.isUnderWay == true && !isQuitAsked:
            isQuitAsked = true
            notice = Notice(
                .warning,
                localized(
                    """
                    A run is under way. \(keymap.name(of: .quit)) again quits: what is not begun is left undone, \
                    and told at the next start.
                    """))
        case .quit where !unanswered.isEmpty && !isQuitAsked:
            isQuitAsked = true
            let changes = counted(unanswered.count, "change is", "changes are")
            notice = Notice(
                .warning,
                localized("\(changes) not answered yet. \(keymap.name(of: .quit)) again quits without the answer."))
        case .quit: ask(.quit)
        }
        if isOnList, command.isAboutOneSpace { tellWhomOfMarked(selected) }
    }

    private mutating func openForm() {
        guard let space = list.selected else { return }
        layers.append(.form(SpaceForm(editing: space, access: access, maximumQuota: capabilities.maximumQuota)))
    }

    private mutating func confirm(_ action: Confirmation.Action) {
        guard let space = list.selected else { return }
        layers.append(.confirmation(Confirmation(action, space, isStrict: profile.isStrict)))
    }

    // MARK: Pages of text

    /// The keys of a page of text: moving scrolls, everything that closes things closes it.
    mutating func scrollPage(_ key: Key, from scroll: Int, as layer: (Int) -> Layer) {
        let page = max(1, pageArea.rows - 1)
        let last = lastScroll
        // The terminal may have grown since the last key, and the page with it.
        let scroll = min(scroll, last)
        switch keymap.command(for: key) {
        case .moveUp: setTopLayer(layer(max(0, scroll - 1)))
        case .moveDown: setTopLayer(layer(min(last, scroll + 1)))
        case .pageUp, .halfPageUp: setTopLayer(layer(max(0, scroll - page)))
        case .pageDown, .halfPageDown: setTopLayer(layer(min(last, scroll + page)))
        case .moveToFirst: setTopLayer(layer(0))
        case .moveToLast: setTopLayer(layer(last))
        case .clearFilter, .quit, .help, .showDetail: setTopLayer(nil)
        default: break
        }
    }
}
