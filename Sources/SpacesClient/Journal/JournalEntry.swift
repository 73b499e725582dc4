package import Foundation

/// A change as the journal keeps it: who changed what and where, from what to what, and what became of it.
///
/// It is written twice: as an intent before anything is sent, and whole again when the outcome is known. Both have the same
/// id, and the later one counts; where there is only the first, nobody knows what came of it.
package struct JournalEntry: Codable, Equatable, Identifiable, Sendable {
    /// What was done, in the words of the file.
    package enum Action: String, Codable, CaseIterable, Sendable {
        case create, edit, disable, restore, purge, readme, invite
        case changeMember = "change member"
        case removeMember = "remove member"
    }

    /// What became of it, in the words of the file.
    package enum Outcome: String, Codable, CaseIterable, Sendable {
        /// It is about to be sent.
        case intended
        case done
        case notDone = "not done"
        /// It was sent, and nobody knows whether it happened.
        case unknown
    }

    /// One value that changes; `nil` where there was none before, or is none afterwards.
    package struct FieldChange: Codable, Equatable, Sendable {
        package var field: String
        package var before: String?
        package var after: String?

        package init(_ field: String, before: String?, after: String?) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    /// The form of lines whose texts are as servers have them. Those before it, which tell none, had signs in the place of what
    /// shows nothing: what they hold may be looked at, and is never to be written back.
    package static let exactFormat = 2

    /// The form of the line; `nil` in one that tells none.
    package var format: Int?
    package var id: String
    /// When it was sent.
    package var time: Date
    package var profile: String?
    package var server: String
    package var user: String
    package var action: Action
    /// `nil` for a space that is still to be made.
    package var spaceID: String?
    /// The name of the space before the change.
    package var space: String
    package var changes: [FieldChange]
    package var outcome = Outcome.intended
    /// When the outcome was known.
    package var finished: Date?
    /// The server's own number for the request.
    package var requestID: String?
    /// Why it was not done, or is unknown.
    package var reason: String?

    package init(
        id: String, time: Date, origin: JournalOrigin, action: Action, spaceID: String?, space: String,
        changes: [FieldChange] = []
    ) {
        format = Self.exactFormat
        self.id = id
        self.time = time
        profile = origin.profile
        server = origin.server
        user = origin.user
        self.action = action
        self.spaceID = spaceID
        self.space = space
        self.changes = changes
    }
}

/// Where changes are made, and as whom.
package struct JournalOrigin: Equatable, Sendable {
    package var profile: String?
    package var server: String
    package var user: String

    package init(profile: String? = nil, server: String, user: String) {
        self.profile = profile
        self.server = server
        self.user = user
    }
}
