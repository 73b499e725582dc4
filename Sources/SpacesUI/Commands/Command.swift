/// What a person can ask the program to do: the vocabulary of keys, footer, help and documentation.
package enum Command: String, CaseIterable, Hashable, Sendable {
    case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, moveToFirst, moveToLast
    case filter, clearFilter
    case sortByPrevious, sortByNext, invertSort, chooseOrder
    case mark, markRange, markAll, invertMarks, unmarkAll
    case showDetail, togglePane, toggleScope, showImage, summary, showJournal, showErrorLog
    case panLeft, panRight, chooseColumns, showViews, togglePin, copy, openInBrowser
    case edit, editReadme, create, members, disable, restore, purge, act, undo
    case showRun, refresh, toggleRefresh, switchProfile, theme, commandPalette, toggleMouse, help, redraw, suspend, quit

    /// Headings of the help page, in its order.
    package enum Group: String, CaseIterable, Sendable {
        case move = "Move"
        case find = "Find and sort"
        case mark = "Mark"
        case look = "Look"
        case act = "Change spaces"
        case program = "Program"
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
        case .moveUp:         (.move,    "up",         "Move one line up")
        case .moveDown:       (.move,    "down",       "Move one line down")
        case .pageUp:         (.move,    "page up",    "Move one page up")
        case .pageDown:       (.move,    "page down",  "Move one page down")
        case .halfPageUp:     (.move,    "half up",    "Move half a page up")
        case .halfPageDown:   (.move,    "half down",  "Move half a page down")
        case .moveToFirst:    (.move,    "first",      "Move to the first space")
        case .moveToLast:     (.move,    "last",       "Move to the last space")
        case .filter:         (.find,    "filter",     "Filter by text or a query, as quota>80%: docs/filter.md")
        case .clearFilter:    (.find,    "clear",      "Clear the filter; in a dialog: close it")
        case .sortByPrevious: (.find,    "sort",       "Sort by the column to the left")
        case .sortByNext:     (.find,    "sort",       "Sort by the column to the right")
        case .invertSort:     (.find,    "invert",     "Turn the order round")
        case .chooseOrder:    (.find,    "order",      "Choose what the list is sorted by, several columns at once too")
        case .mark:           (.mark,    "mark",       "Mark the space, or take its mark away, and move down")
        case .markRange:      (.mark,    "range",      "Begin a range at the cursor; again: mark all that it reaches over")
        case .markAll:        (.mark,    "all",        "Mark all spaces that are shown")
        case .invertMarks:    (.mark,    "invert",     "Mark the shown spaces that are not marked, and no others of them")
        case .unmarkAll:      (.mark,    "none",       "Take all marks away")
        case .showDetail:     (.look,    "details",    "Show everything about the space on the whole screen")
        case .togglePane:     (.look,    "pane",       "Hide or show the detail pane")
        case .toggleScope:    (.look,    "mine",       "List only the spaces that you are a member of, or all again")
        case .showImage:      (.look,    "image",      "Show the image of the space")
        case .summary:        (.look,    "summary",    "Show the spaces of the list in numbers: states, storage, the fullest, the oldest")
        case .showJournal:    (.look,    "journal",    "Show what was changed with this program, from what to what")
        case .showErrorLog:   (.look,    "error log",  "Show what went wrong, and every request with its answer")
        case .panLeft:        (.look,    "left",       "Show the columns to the left")
        case .panRight:       (.look,    "right",      "Show the columns to the right, where not all fit")
        case .chooseColumns:  (.look,    "columns",    "Choose the columns, their order and their width")
        case .showViews:      (.look,    "views",      "Save the list's filter, order and columns as a view; 1 to 9 apply those with a number")
        case .togglePin:      (.look,    "pin",        "Keep the space at the top of the list, or let it go")
        case .copy:           (.look,    "copy",       "Copy the id, name, an address or the row of the space")
        case .openInBrowser:  (.look,    "open",       "Open the space in the browser, or show its web address")
        case .edit:           (.act,     "edit",       "Change name, subtitle, alias and quota")
        case .editReadme:     (.act,     "readme",     "Edit the readme of the space in your editor")
        case .create:         (.act,     "new",        "Create a space")
        case .members:        (.act,     "members",    "Show the members; managers add, change and remove them")
        case .disable:        (.act,     "disable",    "Disable the space: nobody reaches it, nothing is deleted")
        case .restore:        (.act,     "restore",    "Enable a disabled space again")
        case .purge:          (.act,     "purge",      "Delete a disabled space and its content for ever")
        case .act:            (.act,     "actions",    "Choose what to do with the marked spaces, or with this one")
        case .showRun:        (.program, "run",        "Show how the changes of many spaces stand, or what came of them")
        case .undo:           (.act,     "undo",       "Take back your last change of this session; again for the one before")
        case .refresh:        (.program, "refresh",    "Load the list again")
        case .toggleRefresh:  (.program, "auto",       "Load the list again by itself every so often, or leave it as it is")
        case .switchProfile:  (.program, "profile",    "Switch to the server of another profile")
        case .theme:          (.program, "theme",      "Try the themes and keep one")
        case .commandPalette: (.program, "commands",   "Find any command by a few letters of its name, and perform it")
        case .toggleMouse:    (.program, "mouse",      "Switch the mouse on, or off to select text with it")
        case .help:           (.program, "help",       "Show all keys; find one and perform its command")
        case .redraw:         (.program, "redraw",     "Draw the screen anew")
        case .suspend:        (.program, "suspend",    "Stop the program and return to the shell; fg brings it back")
        case .quit:           (.program, "quit",       "Quit")
        }
    }
}
