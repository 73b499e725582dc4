import Localization
import SpacesClient
import SpacesModel
package import Terminal
import Widgets

extension State {
    /// The room below the line of a banner, where everything else is drawn; all of the screen where there is none.
    package var size: Size {
        guard !profile.banner.isEmpty, screenSize.rows > Layout.smallest.rows else { return screenSize }
        return Size(columns: screenSize.columns, rows: screenSize.rows - 1)
    }

    // MARK: Choosing

    /// Switches to a profile, unless it is the one in use.
    mutating func choose(_ profile: Profile) {
        if profile.name == self.profile.name, isConnected {
            setTopLayer(nil)
            notice = Notice(.info, localized("This is \(profile.name ?? server.host) already."))
        } else {
            beginAnew(on: profile)
        }
    }

    /// Leaves the server for that of another profile, without waiting for either.
    ///
    /// The state begins anew, so that nothing of the old server can be seen or acted upon; what was ordered there goes on, and
    /// its outcome is told under the name of its profile.
    mutating func beginAnew(on other: Profile) {
        var fresh = State(
            // Whether one can sign in there is known when it is connected; until then it is worth an offer.
            server: Server(host: other.host, user: other.user, signIn: .enabled), size: screenSize, now: now,
            timeZone: timeZone,
            keymap: keymap, profile: other, profiles: profiles)
        fresh.list.sort(by: list.order)
        fresh.columns = columns
        (fresh.rememberedColumns, fresh.rememberedOrder) = (columns, list.order)
        fresh.views = views
        fresh.isPaneHidden = isPaneHidden
        fresh.isLinkSlow = isLinkSlow
        fresh.themes = themes
        fresh.isMouseOn = isMouseOn
        fresh.hasBrowser = hasBrowser
        fresh.recentCommands = recentCommands
        fresh.generation = generation
        fresh.changeNumber = changeNumber
        fresh.effects = effects
        fresh.run = run
        fresh.run?.isElsewhere = true
        fresh.errorLog = errorLog
        if let reason = other.lockReason { fresh.notice = Notice(.note, reason.asSentence) }
        if !unanswered.isEmpty {
            let place = profile.name ?? server.host
            fresh.notice = Notice(
                .info,
                unanswered.count == 1
                    ? localized("1 change on \(place) is still under way; what comes of it is told here.")
                    : localized(
                        """
                        \(Numbers.grouped(unanswered.count)) changes on \(place) are still under way; \
                        what comes of it is told here.
                        """))
        }
        fresh.isConnected = false
        self = fresh
        load()
        ask(.recall)
    }

    // MARK: Connecting

    /// Asks for the connection of the profile in use.
    mutating func connect() {
        connection = .loading(arrived: 0)
        ask(.connect(profile))
    }

    mutating func connected(to server: Server) {
        self.server = server
        isConnected = true
        load()
        ask(.loadAccount)
    }

    mutating func failedToConnect(_ failure: SpacesFailure) {
        connection = .failed(failure, since: now, attempts: 1, nextAttempt: nil)
    }

    /// What came of a change on a server that is not on the screen any more.
    mutating func tell(_ change: Change, _ result: Result<Space?, SpacesFailure>, of profile: String?) {
        switch result {
        case .success(let answer): notice = change.outcome(answer, maximum: nil).from(profile)
        case .failure(let failure): notice = Notice(failure.naming(change.name)).from(profile)
        }
    }
}

extension Notice {
    /// The same with the name of the profile that it is about, which is not the one on the screen.
    func from(_ profile: String?) -> Notice {
        var told = self
        told.text = "\(profile ?? localized("the server before")): \(text)"
        return told
    }
}
