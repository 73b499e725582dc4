import Foundation
import SpacesClient

/// A stored session in words, without any secret.
struct SessionReport {
    let lines: [(name: String, text: String)]

    init(_ session: StoredSession, place: String, now: Date) {
        let name = session.displayName == session.userName ? "" : " (\(session.displayName))"
        var lines = [("Server", session.server), ("User", session.userName + name)]
        switch session.kind {
        case .basic: lines.append(("Signed in by", "app token"))
        case .tokens(let tokens):
            lines.append(("Signed in by", "\(tokens.issuer), as client \(tokens.clientID)"))
            let renewal = tokens.isRenewable ? ", renewed by itself" : ", not renewable"
            lines.append(("Access token", Self.time(tokens.expiry, now: now) + renewal))
            if tokens.isRenewable {
                lines.append(
                    (
                        "Refresh token",
                        tokens.refreshExpiry.map { Self.time($0, now: now) } ?? "the provider does not say until when"
                    ))
            }
        }
        lines.append(("Stored in", place))
        self.lines = lines
    }

    /// `good for 4 minutes (until 2026-11-23 20:44:00Z)`.
    static func time(_ end: Date, now: Date) -> String {
        let seconds = Int(end.timeIntervalSince(now))
        let when = end.formatted(.iso8601.dateTimeSeparator(.space))
        guard seconds > 0 else { return "expired (\(when))" }
        let (count, unit) =
            seconds < 120
            ? (seconds, "second")
            : seconds < 7200
                ? (seconds / 60, "minute")
                : seconds < 172_800 ? (seconds / 3600, "hour") : (seconds / 86400, "day")
        return "good for \(count) \(unit)\(count == 1 ? "" : "s") (until \(when))"
    }
}
