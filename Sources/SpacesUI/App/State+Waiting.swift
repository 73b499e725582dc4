import Foundation
import Localization
import SpacesClient

/// What a server asks for that has too much to do: to be left alone until a moment (`Retry-After`).
extension State {
    /// Keeps it in mind, and says it; what was asked of the server goes on by itself where that is soon.
    mutating func noteWait(until moment: Date) {
        guard moment > now else { return }
        askedWait = max(moment, askedWait ?? moment)
        // A failure that is on the screen tells more.
        if notice?.level != .error, notice?.level != .warning { notice = Notice(.note, waitSentence(until: moment)) }
    }

    /// The moment that the server wants to be left alone until, as long as it is to come.
    var comingWait: Date? { askedWait.flatMap { $0 > now ? $0 : nil } }

    /// That the server asks to wait, as a sentence.
    func waitSentence(until moment: Date) -> String { waitReason(until: moment) + "." }

    /// The same to stand in a sentence.
    func waitReason(until moment: Date, of host: String? = nil) -> String {
        localized("\(host ?? server.host) asks to wait until \(Numbers.end(moment, at: now, in: timeZone))")
    }
}

extension SpacesFailure {
    /// How long the server asks to wait, in seconds, where that is why it failed.
    var secondsToWait: Int? {
        if case .busy(let seconds) = kind { seconds } else { nil }
    }
}
