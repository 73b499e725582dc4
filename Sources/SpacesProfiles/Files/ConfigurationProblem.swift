import Localization
import SpacesModel

/// Something in the configuration that is not understood and left out; the program starts without it.
package struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    /// That what a file says about safety is not known, so that nothing may be changed until it is mended.
    package struct Lock: Equatable, Sendable {
        /// The profile whose safety is not known; `nil` for all of them.
        package var profile: String?
        /// True where nothing of the file could be read, and not one key alone.
        package var isUnread = false
    }

    /// The file, or the variable.
    package let place: String
    /// Counted from one; `nil` where the file as a whole is meant.
    package let line: Int?
    /// What is wrong; without any secret.
    private let cause: String
    /// What comes of it, where the rest of the program is not as if nothing had been said.
    private let consequence: String?
    /// What may not be done while there is this problem.
    package let lock: Lock?

    package init(
        _ place: String, line: Int? = nil, _ cause: String, consequence: String? = nil, lock: Lock? = nil
    ) {
        self.place = place
        self.line = line
        self.cause = cause
        self.lock = lock
        self.consequence = consequence ?? lock?.consequence
    }

    /// A file of which nothing could be read, and with it nothing that it protects.
    package static func unread(_ place: String, line: Int? = nil, _ cause: String) -> Self {
        Self(place, line: line, cause, lock: Lock(isUnread: true))
    }

    /// What is wrong and what comes of it.
    package var sentence: String {
        guard let consequence else { return cause }
        if cause.hasSuffix("?") { return "\(cause) \(consequence.prefix(1).uppercased())\(consequence.dropFirst())" }
        return "\(cause); \(consequence)"
    }

    /// `file:line: sentence`.
    package var description: String { "\(shownPlace): \(sentence)" }

    /// Why nothing can be changed, to go on after a colon or to stand alone; `nil` where this hinders no change.
    package var lockReason: String? {
        guard let lock else { return nil }
        return lock.isUnread
            ? localized("\(shownPlace) could not be read, so nothing is changed until it is mended: \(cause)")
            : localized("\(shownPlace) is not understood, so nothing is changed until it is mended: \(cause)")
    }

    private var shownPlace: String { place + (line.map { ":\($0)" } ?? "") }
}

extension ConfigurationProblem.Lock {
    /// How it is told where problems are listed.
    fileprivate var consequence: String {
        isUnread
            ? localized("nothing of this file is read, and nothing is changed until it is mended")
            : localized("until that is right, nothing is changed")
    }
}
