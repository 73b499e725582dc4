import Localization

/// What a person can ask the program to do: the vocabulary of keys, footer, help and documentation.
package enum Command: String, CaseIterable, Hashable, Sendable {
    case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, moveToFirst, moveToLast
    case filter, clearFilter
    case sortByPrevious, sortByNext, invertSort, chooseOrder
    case mark, markRange, markAll, invertMarks, unmarkAll
    case showDetail, togglePane, toggleScope, showImage, summary, showJournal, showErrorLog
    case panLeft, panRight, chooseColumns, showViews, togglePin, copy, export, openInBrowser
    case edit, editReadme, create, members, disable, restore, purge, act, undo
    case showRun, refresh, toggleRefresh, switchProfile, signIn, theme, commandPalette, toggleMouse, help, redraw,
        suspend, quit

    /// Headings of the help page, in its order.
    package enum Group: String, CaseIterable, Sendable {
        case move, find, mark, look, act, program

        package var title: String {
            switch self {
            case .move: localized("Move")
            case .find: localized("Find and sort")
            case .mark: localized("Mark")
            case .look: localized("Look")
            case .act: localized("Change spaces")
            case .program: localized("Program")
            }
        }
    }

    package var group: Group { definition.group }
    /// A sentence for help and documentation.
    package var summary: String { definition.summary }
    /// One or two words for the footer.
    package var label: String { definition.label }
    /// True for what takes a space away from its members; such a key only ever opens a dialog.
    package var isDangerous: Bool { self == .disable || self == .purge }

    /// True for what only moves the cursor, so that repeating it does no harm.
    var isMotion: Bool { group == .move }

    private var definition: (group: Group, label: String, summary: String) {
        // swift-format-ignore
        switch self {
        case .moveUp:         (.move,    localized("up"),         localized("Move one line up"))
        case .moveDown:       (.move,    localized("down"),       localized("Move one line down"))
        case .pageUp:         (.move,    localized("page up"),    localized("Move one page up"))
        case .pageDown:       (.move,    localized("page down"),  localized("Move one page down"))
        case .halfPageUp:     (.move,    localized("half up"),    localized("Move half a page up"))
        case .halfPageDown:   (.move,    localized("half down"),  localized("Move half a page down"))
        case .moveToFirst:    (.move,    localized("first"),      localized("Move to the first space"))
        case .moveToLast:     (.move,    localized("last"),       localized("Move to the last space"))
        case .filter:         (.find,    localized("filter"),     localized("Filter by text or a query, as quota>80%; see Filter below"))
        case .clearFilter:    (.find,    localized("clear"),      localized("Clear the filter; in a dialog: close it"))
        case .sortByPrevious: (.find,    localized("sort"),       localized("Sort by the column to the left"))
        case .sortByNext:     (.find,    localized("sort"),       localized("Sort by the column to the right"))
        case .invertSort:     (.find,    localized("invert"),     localized("Turn the order round"))
        case .chooseOrder:    (.find,    localized("order"),      localized("Choose what the list is sorted by, several columns at once too"))
        case .mark:           (.mark,    localized("mark"),       localized("Mark the space, or take its mark away, and move down"))
        case .markRange:      (.mark,    localized("range"),      localized("Begin a range at the cursor; again: mark all that it reaches over"))
        case .markAll:        (.mark,    localized("all"),        localized("Mark all spaces that are shown"))
        case .invertMarks:    (.mark,    localized("invert"),     localized("Mark the shown spaces that are not marked, and no others of them"))
        case .unmarkAll:      (.mark,    localized("none"),       localized("Take all marks away"))
        case .showDetail:     (.look,    localized("details"),    localized("Show everything about the space on the whole screen"))
        case .togglePane:     (.look,    localized("pane"),       localized("Hide or show the detail pane"))
        case .toggleScope:    (.look,    localized("mine"),       localized("List only the spaces that you are a member of, or all again"))
        case .showImage:      (.look,    localized("image"),      localized("Show the image of the space"))
        case .summary:        (.look,    localized("summary"),    localized("Show the spaces of the list in numbers: states, storage, the fullest, the oldest"))
        case .showJournal:    (.look,    localized("journal"),    localized("Show what was changed with this program, from what to what"))
        case .showErrorLog:   (.look,    localized("error log"),  localized("Show what went wrong, and every request with its answer"))
        case .panLeft:        (.look,    localized("left", in: "a direction"),       localized("Show the columns to the left"))
        case .panRight:       (.look,    localized("right"),      localized("Show the columns to the right, where not all fit"))
        case .chooseColumns:  (.look,    localized("columns"),    localized("Choose the columns, their order and their width"))
        case .showViews:      (.look,    localized("views"),      localized("Save the list's filter, order and columns as a view; 1 to 9 apply those with a number"))
        case .togglePin:      (.look,    localized("pin"),        localized("Keep the space at the top of the list, or let it go"))
        case .copy:           (.look,    localized("copy"),       localized("Copy the id, name, an address or the row of the space"))
        case .export:         (.look,    localized("export"),     localized("Write the spaces of the list into a file, as CSV or JSON"))
        case .openInBrowser:  (.look,    localized("open"),       localized("Open the space in the browser, or show its web address"))
        case .edit:           (.act,     localized("edit"),       localized("Change name, subtitle, alias and quota"))
        case .editReadme:     (.act,     localized("readme"),     localized("Edit the readme of the space in your editor"))
        case .create:         (.act,     localized("new"),        localized("Create a space"))
        case .members:        (.act,     localized("members"),    localized("Show the members; managers add, change and remove them"))
        case .disable:        (.act,     localized("disable"),    localized("Disable the space: nobody reaches it, nothing is deleted"))
        case .restore:        (.act,     localized("restore"),    localized("Enable a disabled space again"))
        case .purge:          (.act,     localized("purge"),      localized("Delete a disabled space and its content for ever"))
        case .act:            (.act,     localized("actions"),    localized("Set quotas, disable, restore, purge, rename, add or remove members: of all marked spaces"))
        case .showRun:        (.program, localized("run"),        localized("Show how the changes of many spaces stand, or what came of them"))
        case .undo:           (.act,     localized("undo"),       localized("Take back your last change of this session; again for the one before"))
        case .refresh:        (.program, localized("refresh"),    localized("Load the list again"))
        case .toggleRefresh:  (.program, localized("auto"),       localized("Turn auto-refresh on or off"))
        case .switchProfile:  (.program, localized("profile"),    localized("Switch to the server of another profile"))
        case .signIn:         (.program, localized("sign in"),    localized("Sign in again (login), as the same or as another account"))
        case .theme:          (.program, localized("theme"),      localized("Try the themes and keep one"))
        case .commandPalette: (.program, localized("commands"),   localized("Find any command by a few letters of its name, and perform it"))
        case .toggleMouse:    (.program, localized("mouse"),      localized("Switch the mouse on, or off to select text with it"))
        case .help:           (.program, localized("help"),       localized("Show all keys; find one and perform its command"))
        case .redraw:         (.program, localized("redraw"),     localized("Draw the screen anew"))
        case .suspend:        (.program, localized("suspend"),    localized("Stop the program and return to the shell; fg brings it back"))
        case .quit:           (.program, localized("quit"),       localized("Quit"))
        }
    }
}
