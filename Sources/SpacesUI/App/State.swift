import Localization
package import Foundation
package import SpacesClient
package import SpacesModel
package import Terminal
package import Widgets

/// Everything that the screen shows, and nothing else: one value, changed by `update` alone.
package struct State: Sendable {
    /// Whom the program talks to.
    package struct Server: Equatable, Sendable {
        /// The host as it stands in the header.
        package var host: String
        /// The user name that the person gave.
        package var user: String
        /// True when certificates are not checked, which the screen must keep saying.
        package var isInsecure: Bool
        /// Whether the person can sign in anew while the program runs, and if not, why.
        package var signIn: Availability

        package init(
            host: String, user: String, isInsecure: Bool = false,
            signIn: Availability = .disabled(localized("there is nothing to sign in to"))
        ) {
            self.host = host
            self.user = user
            self.isInsecure = isInsecure
            self.signIn = signIn
        }
    }

    package var server: Server
    /// The whole screen, the line of a banner included.
    package var screenSize: Size
    /// The profile in use, and those to choose from.
    package internal(set) var profile: Profile
    package let profiles: [Profile]
    /// False between the choice of a profile and the moment at which its server can be asked.
    package internal(set) var isConnected = true
    /// The time as of the last event; ages are told from it.
    package var now: Date
    /// What the server announces by itself.
    var telling = Telling()
    /// When the server wants to be asked again; nothing is asked before that nobody wants to know.
    var askedWait: Date?
    /// The last time that another space came under the cursor by itself.
    var cursorMove: CursorMove?
    /// When something opened over the list by itself.
    var layerOpened: Date?
    /// True after a key that would drop what was typed in the layer on top; the next one says whether it does.
    var isDiscardAsked = false
    /// When an editor gave the terminal back last.
    var editorEnded: Date?
    package var timeZone: TimeZone
    package internal(set) var keymap: Keymap

    package var connection = Connection.loading(arrived: 0)
    /// When the list on the screen was loaded.
    package var loadedAt: Date?
    package var list = SpaceList()
    /// How long that took.
    var loadDuration = Duration.zero
    /// Whether the person turned auto-refresh on or off; `nil` follows the profile.
    var refreshChoice: Bool?
    /// Until when the next load by itself waits, because keys are pressed.
    var postponedLoad: Date?
    /// When the person last pressed a key, pasted, or used the mouse.
    var lastInput: Date?
    /// The columns of the list, as the person chose them.
    package var columns = ColumnArrangement.standard
    /// How many columns behind the name were moved out of sight, at most.
    var pan = 0
    /// What of them is remembered of the profile.
    var rememberedColumns = ColumnArrangement.standard
    var rememberedOrder = SortOrder()
    /// The filters that were kept, the latest first.
    package internal(set) var filterHistory: [String] = []
    /// What Tab put into the filter last, for the next Tab to go on from.
    var filterCompletion: FilterCompletion?
    /// Where in them the filter being typed is; `nil` for a text of its own.
    var filterRecall: FilterRecall?
    /// The views of the person, and the name of the one that was applied last.
    package var views = SavedViews()
    package internal(set) var viewName: String?
    /// Whether the list on the screen has every space that the account may see, or only those that it is a member of.
    package var scope = SpaceQuery.Scope.all
    /// What the person asked for; an answer makes it what is on the screen.
    var wantedScope = SpaceQuery.Scope.all
    package var access = Access()
    /// Whether the server still takes the person for who they are.
    var signIn = SignInStanding()
    package var capabilities = ServerCapabilities()
    /// The space in the detail pane: follows the cursor when that rests.
    package var detailID: SpaceID?
    package var isPaneHidden = false
    /// True while a line of text is being typed into the filter.
    package var filterField: TextField?
    /// Dialogs, the top one last; only the top one gets keys.
    package var layers: [Layer] = []
    package var notice: Notice?
    /// What is told as soon as the list shows it.
    var announcement: Notice?
    /// Changes that were sent and not answered yet, by space.
    package var pending: [SpaceID: Change] = [:]
    /// The numbers of all changes that were sent and not answered yet.
    var unanswered: Set<Int> = []
    /// The changes of this session on this server that were done and not taken back, the last one at the end.
    var undoSteps: [UndoStep] = []
    /// What was asked of servers lately, and what went wrong.
    package internal(set) var errorLog = ErrorLog()
    /// The entries of the list that could not be read, as they were told last.
    var unreadable: [UnreadableSpace] = []
    /// Why changes are not written down, told until the next key.
    var journalProblem: String?
    package var isLinkSlow = false
    /// What the server answers about the space whose page was asked for it last.
    package internal(set) var document: SpaceDocument?
    /// Which theme counts, and those to choose from.
    package var themes = ThemeSelection()
    /// Whether the terminal reports the mouse.
    package var isMouseOn = false
    /// Whether the last click met a line of a list of things to choose from, so that another one performs it.
    var hasClickedChoice = false
    /// Whether a browser can be opened where the person sits.
    package var hasBrowser = false
    /// The commands that were chosen from the palette or the help, the last one first.
    package var recentCommands: [Command] = []
    package var readmes = Readmes()
    /// The changes of many spaces under way, or the last ones.
    package internal(set) var run: BulkRun?
    /// Whether runs of earlier times that were cut off were looked for on this server.
    var hasLookedForRuns = false
    /// True after the key that quits was refused because a run is under way; the next one quits.
    var isQuitAsked = false
    /// The space whose readme is being read.
    var readmeLoading: SpaceID?
    /// The space whose readme is being edited, from the key to the last word about it.
    var editedReadme: SpaceID?
    /// Why no picture can be drawn on this terminal; `nil` where one can.
    package var pictureProblem: String?

    /// Whether an answer to the latest load is still to come.
    var isLoadUnderWay = false
    /// Counts loads; an answer to an older load is dropped.
    var generation = 0
    var changeNumber = 0
    /// Counts what is asked about members.
    var memberRequests = 0
    /// The whole list after changes, until it is sorted and indexed anew.
    var staged: [Space]?
    /// What the event under way asked for so far; empty between events.
    var effects: [Effect] = []

    package init(
        server: Server, size: Size, now: Date, timeZone: TimeZone = .current, keymap: Keymap = .standard,
        profile: Profile = Profile(), profiles: [Profile] = []
    ) {
        self.server = server
        self.profile = profile
        self.profiles = profiles
        screenSize = size
        self.now = now
        self.timeZone = timeZone
        self.keymap = keymap
    }

    /// The space that the detail pane shows; it keeps showing the list's latest word about it.
    var detailSpace: Space? {
        detailID.flatMap { list.space($0) }
    }

    /// True while the cursor runs, as it does under a held key: the detail would be gone before it could be read, and a list
    /// without one beside it is scrolled by the terminal itself, at a tenth of the bytes.
    var isRunning: Bool { detailID != list.selected?.id }

    /// The lines of the list that fit on the screen.
    var layout: Layout {
        // Where nothing matches there is nothing to tell about; beside the list the room stays, so that nothing jumps.
        let hasDetail = list.shownCount > 0 || (list.totalCount > 0 && size.columns >= Layout.wide)
        return Layout(
            size: size, isPaneHidden: isPaneHidden, hasSpaces: hasDetail, hasRemark: partLabel != nil)
    }
}

/// How the program stands with the server.
package enum Connection: Equatable, Sendable {
    /// The list is being loaded; so many spaces arrived.
    case loading(arrived: Int)
    /// The list on the screen is what the server said last.
    case current
    /// The last attempt failed; what is on the screen is old. `nextAttempt` is `nil` when only the person can help.
    case failed(SpacesFailure, since: Date, attempts: Int, nextAttempt: Date?)

    package var isOffline: Bool {
        if case .failed(let failure, _, _, _) = self { return failure.isOffline }
        return false
    }

    var isLoading: Bool {
        if case .loading = self { return true }
        return false
    }
}

/// Something over the list that gets the keys: the top layer has them all.
package enum Layer: Equatable, Sendable {
    case form(SpaceForm)
    case confirmation(Confirmation)
    case conflict(ConflictChoice)
    case help(HelpPage)
    case detail(DetailPage)
    case members(MembersDialog)
    case bulk(BulkDialog)
    case run(RunPage)
    case export(ExportForm)
    case screen(OpenScreen)
}
