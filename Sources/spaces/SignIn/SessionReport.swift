import Localization
import Foundation
import SpacesClient

/// A stored session in words, without any secret.
struct SessionReport {
    let lines: [(name: String, text: String)]

    init(_ session: StoredSession, place: String, now: Date) {
        let name = session.displayName == session.userName ? "" : " (\(session.displayName))"
        var lines = [(localized("Server"), session.server), (localized("User"), session.userName + name)]
        switch session.kind {
        case .basic: lines.append((localized("Signed in by"), localized("app token")))
        case .tokens(let tokens):
            lines.append((localized("Signed in by"), localized("\(tokens.issuer), as client \(tokens.clientID)")))
            let end = Self.time(tokens.expiry, now: now)
            let renewal =
                tokens.isRenewable ? localized("\(end), renewed by itself") : localized("\(end), not renewable")
            lines.append((localized("Access token"), renewal))
            if tokens.isRenewable {
                lines.append(
                    (
                        localized("Refresh token"),
                        tokens.refreshExpiry.map { Self.time($0, now: now) }
                            ?? localized("the provider does not say until when")
                    ))
            }
        }
        lines.append((localized("Stored in"), place))
        self.lines = lines
    }

    /// `good for 4 minutes (until 2026-11-23 20:44:00Z)`.
    static func time(_ end: Date, now: Date) -> String {
        let seconds = Int(end.timeIntervalSince(now))
        let when = end.formatted(.iso8601.dateTimeSeparator(.space))
        guard seconds > 0 else { return localized("expired (\(when))") }
        let span =
            switch seconds {
            case ..<120: counted(seconds, "second", "seconds")
            case ..<7200: counted(seconds / 60, "minute", "minutes")
            case ..<172_800: counted(seconds / 3600, "hour", "hours")
            default: counted(seconds / 86400, "day", "days")
            }
        return localized("good for \(span) (until \(when))")
    }
}
