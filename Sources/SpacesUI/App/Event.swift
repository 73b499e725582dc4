import Foundation
package import SpacesClient
package import SpacesModel
package import Terminal

/// What happened, said in the past tense: by the person, the terminal or the server.
package enum Event: Sendable {
    case key(Key)
    case paste(String)
    /// The mouse, and which of several quick clicks at the same place it was.
    case mouse(Mouse, clicks: Int)
    case resized(Size)
    /// The line to the terminal became slow, or quick again.
    case linkChanged(isSlow: Bool)
    /// The terminal said how light its background is.
    case groundKnown(Ground)
    /// A file of a theme changed, came or went.
    case themesChanged
    case themesLoaded(ThemeCatalog)
    /// The choice of a theme could not be written down for the next time.
    case themeNotKept(ThemeFailure)
    /// The cursor rests, so that the detail pane may follow it.
    case cursorRested
    /// The moment of the next attempt to reach the server has come.
    case retryDue
    /// The moment to load the list again by itself has come.
    case refreshDue
    /// A space that was announced again soon after it was read may be read now.
    case readingDue
    /// What the last load changed was marked for long enough.
    case changesSeen

    /// A long list is arriving; so many spaces are here.
    case spacesArrived(Int, generation: Int)
    /// The beginning of a list whose rest did not come; why follows.
    case spacesCutShort(SpaceCatalog, generation: Int)
    /// A list was loaded, in so much time.
    case spacesLoaded(SpaceCatalog, unreadable: [UnreadableSpace], generation: Int, in: Duration = .zero)
    /// The list was made anew from spaces that were here already.
    case spacesIndexed(SpaceCatalog, generation: Int)
    case loadFailed(SpacesFailure, generation: Int)
    /// A search found these rows of the list, or gave up.
    case searched(Int, rows: [Int32]?)
    /// Who is signed in, and what they may do where that could be learnt.
    case accountLoaded(Account, Permissions?)
    case capabilitiesLoaded(ServerCapabilities)
    /// The largest quota of the server, as it is now: a change was not stored as it was asked for.
    case maximumQuotaLearned(ByteCount?)
    /// Who is signed in or what the server allows could not be learnt; the program goes on without.
    case accountFailed(SpacesFailure)
    /// The person has talked about a sign-in on the terminal.
    case signInEnded(SignInOutcome)
    /// A change of a space was answered; the space is as the server returned it, if it returned one.
    case changeFinished(Change, Result<Space?, SpacesFailure>)
    /// The same of a server that the person has left meanwhile for that of another profile.
    case changeFinishedElsewhere(Change, profile: String?, Result<Space?, SpacesFailure>)

    /// The server of the profile that was chosen can be asked.
    case connected(State.Server)
    case connectFailed(SpacesFailure)
    case members(MembersEvent)
    case bulk(BulkEvent)
    /// The readme of a space, or that it has none.
    case readmeLoaded(Space, Result<Readme?, SpacesFailure>)
    /// What the server answers about a space, in lines.
    case documentLoaded(Space, Result<[String], SpacesFailure>)
    case imageLoaded(SpaceID, Result<SpaceImage.Content, SpacesFailure>)
    /// The readme of a space lies in a file, ready to be edited.
    case draftOpened(Space, Result<Draft, DraftFailure>)
    /// The editor gave the terminal back.
    case editorEnded(Draft, CommandEnding)
    case draftStored(Draft, DraftResult)
    /// What is remembered of the list of the profile in use, and what of it was not understood.
    case recalled(Remembered, problems: [FileProblem])
    /// The views of the person were changed in their file.
    case viewsChanged(SavedViews)
    /// Something could not be written down.
    case notRemembered(FileProblem)
    /// A browser was started for an address.
    case opened(WebAddress)
    /// No browser could be started for an address.
    case notOpened(WebAddress)
    case serverTold(ServerEvent)
    case readAgain(SpaceID, Result<Space, SpacesFailure>)
    /// Spaces were written into this file, or were not.
    case exported(Export, Result<String, ExportFailure>)
    /// A draft that is no longer needed could not be removed.
    case draftLeft(path: String)
    /// A request was answered, or was not.
    case requested(RequestRecord)
    case journalRead(Result<JournalListing, JournalFailure>)
    /// A change was made and could not be written down; told once for each server.
    case journalFailed(JournalFailure)
}

extension Event {
    /// Whether the person did something.
    var isInput: Bool {
        switch self {
        case .key, .paste, .mouse: true
        default: false
        }
    }
}

/// A change that was asked of the server.
package struct Change: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case edit(SpaceEdit)
        case create(SpaceDraft)
        case disable, restore, purge
    }

    package var kind: Kind
    /// The space to change, as the person saw it; `nil` for one that is to be made.
    package var space: Space?
    /// The name by which the person knows the space.
    package var name: String
    /// Tells the answer of this change from that of any other.
    package var number: Int
    /// The spaces that had the name of a space that is to be made.
    package var namesakes: Set<SpaceID> = []
    /// The number of the change that this one takes back.
    package var undoes: Int?
}
