import SpacesModel

/// What a screen wants done beyond itself, carried out in order by the state.
enum Intent: Sendable {
    // Screens
    /// Closes the screen that says so.
    case close
    /// Opens another screen over this one.
    case open(any Screen)
    /// Says something below the list.
    case notice(Notice)
    /// Closes everything and performs a command of the list; where it is not possible, the screen stays and the reason is said.
    case choose(Command)
    /// Work outside of the state.
    case effect(Effect)

    /// Performs a command of the list over this screen.
    case perform(Command)

    // The list
    case select(SpaceID)
    case filter(String)
    case reload
    case sort(SortOrder)
    case arrange(ColumnArrangement)
    case apply(SavedView)
    case change(SavedViews.Change)

    // Changes of spaces
    case send(Change.Kind, of: Space, undoes: Int?)

    /// The readme that was edited is not written any more.
    case leaveDraft

    // The program
    case copy(String, called: String)
    case switchTo(Profile)
    case tryTheme(String?)
    case keepTheme(String)
}
