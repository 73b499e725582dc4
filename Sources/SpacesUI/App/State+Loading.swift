import Localization
import Foundation
import SpacesClient
import SpacesModel
import SpacesQuery

extension State {
    /// Asks for the list; what an earlier request still brings is dropped.
    ///
    /// - Parameter quietly: Nobody asked for it, so that the screen says nothing of it until it is there.
    mutating func load(quietly: Bool = false) {
        generation += 1
        staged = nil
        postponedLoad = nil
        // The list tells of all that happened before.
        telling.waiting = []
        telling.wantsListAt = nil
        guard isConnected else { return connect() }
        if case .failed(let failure, let since, let attempts, _) = connection, list.totalCount > 0 || attempts > 0 {
            // Keep saying what is wrong until something better is known.
            connection = .failed(failure, since: since, attempts: attempts, nextAttempt: nil)
        } else if !quietly || connection != .current {
            connection = .loading(arrived: 0)
        }
        isLoadUnderWay = true
        ask(.loadSpaces(generation: generation, scope: askedScope))
    }

    mutating func take(
        _ catalog: SpaceCatalog, unreadable: [UnreadableSpace], generation: Int, loadedIn duration: Duration
    ) {
        guard generation == self.generation else { return }
        isLoadUnderWay = false
        if connection.isOffline {
            notice = Notice(.success, localized("\(server.host) answers again."))
            // The account may never have been learnt, if the server was away from the start.
            if access.account == nil { ask(.loadAccount) }
        }
        noteSignInHolds()
        connection = .current
        askedWait = nil
        list.changes = loadedAt != nil && scope == askedScope ? catalog.changes(since: list.catalog) : [:]
        scope = askedScope
        loadedAt = now
        loadDuration = duration
        show(catalog)
        readAnnouncedSpaces()
        if !hasLookedForRuns {
            hasLookedForRuns = true
            ask(.bulk(.recover(server: server.host)))
        }
        report(unreadable)
    }

    /// Shows the beginning of a list where there is nothing better: a list that once was whole stays.
    mutating func showPart(_ catalog: SpaceCatalog, generation: Int) {
        guard generation == self.generation, loadedAt == nil else { return }
        show(catalog)
    }

    /// Why the list on the screen is the beginning of one only; `nil` where it is whole.
    var incompleteness: SpacesFailure? {
        guard loadedAt == nil, list.totalCount > 0, case .failed(let failure, _, _, _) = connection else { return nil }
        return failure
    }

    /// Says which entries of a list are no spaces that can be shown: the first one here, all of them in the log. What was told
    /// of the list before is not told again.
    private mutating func report(_ unreadable: [UnreadableSpace]) {
        defer { self.unreadable = unreadable }
        guard let first = unreadable.first, unreadable != self.unreadable else { return }
        for entry in unreadable.prefix(ErrorLog.limit / 2) {
            errorLog.note(ErrorLog.Failure(time: now, sentence: localized("Not shown: \(entry.line).")))
        }
        let count = unreadable.reduce(0) { $0 + $1.count }
        let text =
            count == 1
            ? localized("1 space could not be read and is not shown: \(first.line).")
            : localized(
                """
                \(Numbers.grouped(count)) spaces could not be read and are not shown. \
                The first: \(first.line). All: \(keymap.name(of: .showErrorLog)).
                """)
        // What the start has to say stays to be read.
        let earlier = notice?.level == .note ? notice.map { $0.text + " " } : nil
        notice = Notice(.note, (earlier ?? "") + text)
    }

    mutating func show(_ catalog: SpaceCatalog) {
        staged = nil
        list.measure(at: now, timeZone)
        list.show(catalog)
        list.scroll(toFit: layout.listRows)
        detailID = list.selected?.id
        let summary = SpaceSummary(list.shownSpaces)
        changeAll(SummaryPage.self) { $0 = $0.updated(summary) }
        if let announcement {
            notice = announcement
            if let made = list.expected, list.row(of: made) == nil {
                notice?.text += " " + localized("The filter hides it.")
            }
            self.announcement = nil
        }
        wantReadme()
        wantDocument()
    }

    mutating func take(_ failure: SpacesFailure) {
        isLoadUnderWay = false
        if loadOwn(insteadOf: failure) { return }
        var since = now
        var attempts = 0
        if case .failed(_, let earlier, let count, _) = connection { (since, attempts) = (earlier, count) }
        if let announcement {
            // What was made is made, whether it can be shown or not.
            (notice, self.announcement) = (announcement, nil)
        } else if attempts == 0, list.totalCount > 0 {
            // Said in full once; the line above the list keeps saying it in short.
            notice = Notice(failure)
        }
        connection = .failed(
            failure, since: since, attempts: attempts + 1, nextAttempt: nextAttempt(after: failure, attempts: attempts))
    }

    /// When to try again by itself: 5, 10, 20, 40 and then every 60 seconds, or not before the server wants to be asked.
    private func nextAttempt(after failure: SpacesFailure, attempts: Int) -> Date? {
        guard failure.mayPass else { return nil }
        var seconds = min(60, 5 << min(attempts, 4))
        if case .busy(let retryAfter?) = failure.kind { seconds = max(seconds, retryAfter) }
        return now.addingTimeInterval(Double(seconds))
    }

    /// Says why the rights of the account are not known, unless the list already says the same.
    mutating func explain(_ failure: SpacesFailure) {
        guard !failure.isOffline, failure.kind != .notAuthenticated else { return }
        notice = Notice(failure)
    }
}
