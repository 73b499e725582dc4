package import SpacesClient
package import SpacesModel

/// What is to be done outside of the state: data, so that a test can compare it.
package enum Effect: Equatable, Sendable {
    /// Load the list; an answer of an older generation is dropped.
    case loadSpaces(generation: Int, scope: SpaceQuery.Scope = .all)
    /// Give up loading the list.
    case cancelLoading
    /// Learn who is signed in and what that account and the server allow.
    case loadAccount
    /// Leave the screen and sign in anew to the server of a profile.
    case signIn(Profile)
    /// Sort and index the spaces anew after a change.
    case index([Space], generation: Int)
    /// Find what the filter fits, in place of any earlier search.
    case search(ListSearch)
    /// Send a change.
    case send(Change)
    /// Leave the server in use, at once, and make the connection of a profile.
    case connect(Profile)
    /// Read or change the members of a space, or look for people.
    case members(MembersEffect)
    /// Change many spaces, or what belongs to that.
    case bulk(BulkEffect)
    /// Read the readme of a space, in place of any other.
    case loadReadme(Space)
    case loadImage(Space)
    /// Read what the server answers about a space.
    case loadDocument(Space)
    /// Write the readme of a space into a file, for the editor.
    case openDraft(Space)
    /// Give the terminal to the editor of a draft.
    case edit(Draft)
    /// Upload a draft over the readme as it was last seen.
    case storeDraft(Draft, over: FileContent?)
    /// Keep a draft that is not to be uploaded, for this reason, if anything was typed.
    case putAside(Draft, String)
    case removeDraft(Draft)
    case readJournal
    /// Read every theme that can be chosen.
    case loadThemes
    /// Write down which theme was chosen, for the next time.
    case keepTheme(ThemeChoice?)
    /// Learn what is remembered of the list of the profile in use.
    case recall
    /// Remember a part of it.
    case remember(Remembered.Part)
    /// Change the person's views, which are these as far as is known.
    case changeViews(SavedViews.Change, of: SavedViews)
    /// Hear what the server tells by itself, from now on.
    case listen
    /// Read one space anew, because it changed on the server.
    case readAgain(SpaceID)
    /// Write spaces into a file of the person's choice.
    case export(Export)
    /// Put a text into the clipboard of the terminal.
    case copy(String)
    /// Open an address in the browser of the desktop.
    case open(WebAddress)
    case setMouse(isOn: Bool)
    case quit
    case suspend
    case redraw
}
