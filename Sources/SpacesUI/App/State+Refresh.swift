import Localization
package import Foundation
import SpacesModel
import Widgets

/// When the list is loaded again by itself: no event of a server tells of all that changes, and no answer tells whether it did.
extension State {
    /// A key within so many seconds means that someone is at work here: what can wait, waits.
    private static let quiet: TimeInterval = 3
    /// For no longer than this after the list was due.
    private static let longestPostponement: TimeInterval = 60

    /// How long after a load the list is loaded again by itself; `nil` where it is not.
    package var refreshInterval: Duration? {
        if refreshChoice == false { return nil }
        return switch profile.refresh {
        case .every(let interval): interval
        case .automatic: automaticInterval
        case .off: refreshChoice == true ? automaticInterval : nil
        }
    }

    /// At most a twentieth of the time is spent on loading.
    var automaticInterval: Duration { max(.seconds(60), loadDuration * 20) }

    /// When the list is to be loaded again by itself; `nil` while it is not, such as during a load or a run.
    package var nextLoad: Date? {
        guard let due = dueLoad else { return nil }
        guard let postponedLoad else { return due }
        return min(max(due, postponedLoad), due.addingTimeInterval(Self.longestPostponement))
    }

    /// The same where nobody presses keys.
    private var dueLoad: Date? {
        guard connection == .current, isConnected, !isLoadUnderWay, staged == nil, let loadedAt,
            let interval = refreshInterval
        else { return nil }
        // Each change of a run would begin the load anew; after the run, the list is loaded once.
        if let run, run.isUnderWay, !run.isElsewhere { return nil }
        let scheduled = loadedAt.addingTimeInterval(interval / .seconds(1))
        return max(min(scheduled, telling.wantsListAt ?? scheduled), askedWait ?? .distantPast)
    }

    /// Loads the list that is due, unless keys are being pressed.
    mutating func loadWhenQuiet() {
        guard let due = dueLoad else { return }
        if let lastInput, (0..<Self.quiet).contains(now.timeIntervalSince(lastInput)),
            now < due.addingTimeInterval(Self.longestPostponement)
        {
            postponedLoad = lastInput.addingTimeInterval(Self.quiet)
            return
        }
        if telling.wantsListAt != nil { telling.caughtUp = now }
        load(quietly: true)
    }

    mutating func toggleRefresh() {
        let refresh = keymap.name(of: .refresh)
        if refreshInterval != nil {
            refreshChoice = false
            telling.waiting = []
            notice = Notice(
                .info,
                telling.isOn
                    ? localized("Auto-refresh off; changes that the server announces wait, too. \(refresh) refreshes.")
                    : localized("Auto-refresh off. \(refresh) refreshes."))
        } else {
            refreshChoice = true
            // What was announced meanwhile was not looked at.
            if connection == .current { load(quietly: true) }
            let interval = Self.phrase(refreshInterval ?? automaticInterval)
            notice = Notice(
                .info,
                telling.isOn
                    ? localized(
                        "Auto-refresh on: every \(interval); changes that the server announces to you show at once.")
                    : localized("Auto-refresh on: every \(interval)."))
        }
    }

    /// An interval in the unit that people would use.
    private static func phrase(_ interval: Duration) -> String {
        let seconds = interval / .seconds(1)
        return seconds < 120 ? "\(Int(seconds.rounded())) s" : localized("\(Int((seconds / 60).rounded())) min")
    }
}
