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
    /// Nothing is stored, and there is nothing to keep; the sentence says why.
    case dropped(String)
    /// Nothing is stored; the draft is kept.
    case failed(String)
}

/// Two texts of one readme, of which the person has to choose one.
package struct DraftConflict: Equatable, Sendable {
    package let draft: Draft
    /// What is on the server now; `nil` when it is gone.
    package let theirs: FileContent?
    /// Where the texts part; `nil` where theirs is gone, or differs in nothing that can be shown.
    package let difference: TextDifference?

    init(draft: Draft, theirs: FileContent?, mine: [UInt8]) {
        self.draft = draft
        self.theirs = theirs
        difference = theirs.flatMap { TextDifference(theirs: $0.bytes, mine: mine) }
    }
}
