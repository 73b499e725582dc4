package import SpacesClient
package import SpacesModel

/// What became of a draft when its editor was closed.
package enum DraftResult: Equatable, Sendable {
    /// Its text is as it was; it is gone and nothing was sent.
    case unchanged
    /// It is stored on the server as the readme of the space as it is now, and gone here.
    case stored(Space, Readme)
    /// Someone else changed the readme meanwhile; the draft is kept, and the person has to choose.
    case conflict(DraftConflict)
    /// Nothing is stored; the draft is kept.
    case failed(String)
}

/// Two texts of one readme, of which the person has to choose one.
package struct DraftConflict: Equatable, Sendable {
    package let draft: Draft
    /// What is on the server now; `nil` when it is gone.
    package let theirs: FileContent?
    /// The first line that differs, from one, with both texts of it, safe to show.
    package let difference: Difference?

    package struct Difference: Equatable, Sendable {
        package let line: Int
        package let theirs: String
        package let mine: String
    }

    init(draft: Draft, theirs: FileContent?, mine: [UInt8]) {
        self.draft = draft
        self.theirs = theirs
        func lines(_ bytes: [UInt8]) -> [Substring] {
            String(decoding: bytes, as: UTF8.self)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }
        let (left, right) = (lines(theirs?.bytes ?? []), lines(mine))
        let same = zip(left, right).prefix { $0 == $1 }.count
        func line(_ lines: [Substring]) -> String {
            same < lines.count ? SafeText.visible(String(lines[same].prefix(200))) : "(ends)"
        }
        difference =
            theirs == nil || left == right ? nil : Difference(line: same + 1, theirs: line(left), mine: line(right))
    }
}
