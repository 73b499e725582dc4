import Localization
import Widgets

extension State {
    /// How long after a load the list is loaded again by itself; `nil` where it is not.
    package var refresh: Duration? {
        switch refreshChoice {
        case nil: profile.refresh
        case true?: profile.refresh ?? Self.usualRefresh
        case false?: nil
        }
    }

    /// How often the list is loaded where a person wants it by itself and the profile names no time.
    private static let usualRefresh = Duration.seconds(60)

    mutating func toggleRefresh() {
        if refresh != nil || isLive {
            refreshChoice = false
            notice = Notice(.info, localized("The list stays as it is until \(keymap.name(of: .refresh)) loads it."))
        } else if telling.isOn {
            refreshChoice = profile.refresh == nil ? nil : true
            // What the server told meanwhile was not looked at.
            wantList()
            notice = Notice(.info, localized("What changes on the server is shown at once."))
        } else {
            refreshChoice = true
            notice = Notice(
                .info, localized("The list is loaded again every \(Self.phrase(refresh ?? Self.usualRefresh))."))
        }
    }

    /// Whether what the server tells by itself is on the screen at once.
    private var isLive: Bool { telling.isOn && refreshChoice != false }

    /// What the header says about it; a list that is never loaded by itself needs no words.
    var refreshLabel: String {
        if isLive { return ", " + localized("live") }
        if let refresh { return ", " + localized("every \(Self.phrase(refresh))") }
        return profile.refresh == nil && !telling.isOn ? "" : ", " + localized("paused")
    }

    private static func phrase(_ interval: Duration) -> String {
        let seconds = interval.components.seconds
        return seconds >= 120 && seconds.isMultiple(of: 60) ? localized("\(seconds / 60) min") : "\(seconds) s"
    }
}
