import Localization
import SpacesModel

/// The words of the line mode: THE table, from which its help, its documentation and its abbreviations come.
package enum PlainCommand: String, CaseIterable, Sendable {
    case list, more, find, sort, show, members, readme, summary
    case create, rename, subtitle, alias, quota, disable, restore, purge, undo
    case add, role, remove
    case mark, unmark, marks, run
    case refresh, views, profile, login, journal, errors, copy, export, open, help, quit

    /// The word with what may follow it.
    package var usage: String { definition.arguments.isEmpty ? rawValue : "\(rawValue) \(definition.arguments)" }
    /// A sentence for help and documentation.
    package var summary: String { definition.summary }
    /// The command of the full screen that it stands for, whose name in messages it takes.
    var command: Command? { definition.command }

    private var definition: (arguments: String, command: Command?, summary: String) {
        // swift-format-ignore
        switch self {
        case .list:     ("[QUERY]", .clearFilter,    localized("List all spaces with numbers, or those that a query finds"))
        case .more:     ("", nil,                    localized("List the next ones"))
        case .find:     ("[QUERY]", .filter,         localized("List what a query finds, as quota>80%; without one, what was found last"))
        case .sort:     ("[COLUMN [up|down], …]", .chooseOrder, localized("Sort the list, as used down, name; without a column, say how it is sorted"))
        case .show:     ("SPACE", .showDetail,       localized("Tell everything about a space, given by its number in the list or its name"))
        case .members:  ("SPACE", .members,          localized("Tell the members of a space"))
        case .readme:   ("SPACE", .editReadme,       localized("Read the readme of a space"))
        case .summary:  ("", .summary,               localized("Tell the spaces of the list in numbers"))
        case .create:   ("NAME", .create,            localized("Create a space"))
        case .rename:   ("SPACE NAME", .edit,        localized("Give a space another name; with marked, by a pattern as Team {n}"))
        case .subtitle: ("SPACE [TEXT]", nil,        localized("Change the subtitle, or take it away"))
        case .alias:    ("SPACE ALIAS", nil,         localized("Change the alias"))
        case .quota:    ("SPACE SIZE", nil,          localized("Change the quota, as 10 GB or unlimited; with marked also +20 %, -20 % or at least 10 GB"))
        case .disable:  ("SPACE", .disable,          localized("Disable a space: nobody reaches it, nothing is deleted"))
        case .restore:  ("SPACE", .restore,          localized("Enable a disabled space again"))
        case .purge:    ("SPACE", .purge,            localized("Delete a disabled space and its content for ever"))
        case .undo:     ("", .undo,                  localized("Take back your last change of this session; again for the one before"))
        case .add:      ("SPACE PERSON", nil,        localized("Make someone a member: a person or a group, found by a part of the name"))
        case .role:     ("SPACE MEMBER", nil,        localized("Give a member another role; the member by number or a part of the name"))
        case .remove:   ("SPACE MEMBER", nil,        localized("Take a member out of a space, or out of marked spaces"))
        case .mark:     ("SPACE …|all", .mark,       localized("Mark spaces, as 1 3 5-8; all marks what the list has"))
        case .unmark:   ("SPACE …|all", .unmarkAll,  localized("Take marks away"))
        case .marks:    ("", .act,                   localized("List the marked spaces; marked stands for them in a change"))
        case .run:      ("[again|save]", .showRun,   localized("Tell what came of the last change of many spaces; again repeats what was not done, save writes it into a file"))
        case .refresh:  ("", .refresh,               localized("Load the list again"))
        case .views:    ("[NAME]", .showViews,       localized("Name the saved views, or list as one of them does"))
        case .profile:  ("[NAME]", .switchProfile,   localized("Name the profiles, or switch to the server of one"))
        case .login:    ("", .signIn,                localized("Sign in again, as the same or as another account"))
        case .journal:  ("", .showJournal,           localized("Tell the latest changes with this program, from what to what"))
        case .errors:   ("", .showErrorLog,          localized("Tell what went wrong lately"))
        case .copy:     ("SPACE [WHAT]", .copy,      localized("Print the id of a space alone in a line, or of each of marked; also name, web, webdav, csv or json"))
        case .export:   ("FILE", .export,            localized("Write the marked spaces, or those of the list, into a file: as JSON where its name ends so, else as CSV"))
        case .open:     ("SPACE", .openInBrowser,    localized("Print the web address of a space"))
        case .help:     ("[WORD]", .help,            localized("Name all commands, or tell about one"))
        case .quit:     ("", .quit,                  localized("Quit; the end of the input does the same"))
        }
    }

    /// The commands that a word may stand for: one that is written out, else all that begin with it.
    static func matching(_ word: String) -> [PlainCommand] {
        let word = word.lowercased()
        // What hands type everywhere.
        if let known = ["exit": PlainCommand.quit, "?": .help][word] { return [known] }
        return PlainCommand(rawValue: word).map { [$0] }
            ?? allCases.filter {
                // One letter stays that of the list.
                $0.rawValue.hasPrefix(word) && ($0 != .login || word.count > 1)
            }
    }

    /// What is said of a word that stands for no command, or for several.
    static func complaint(about word: String, _ found: [PlainCommand]) -> String {
        if !found.isEmpty { return localized("\(word) may be \(found.map(\.rawValue).joined(separator: ", ")).") }
        let meant = Spelling.nearest(to: word, among: allCases.map(\.rawValue))
        return meant.map { localized("There is no command \(word). Did you mean \($0)? Type help for all commands.") }
            ?? localized("There is no command \(word). Type help for all commands.")
    }
}

extension Keymap {
    /// The same with words in place of keys, for the messages of the line mode.
    package var inWords: Keymap {
        naming(
            Dictionary(
                PlainCommand.allCases.compactMap { word in word.command.map { ($0, "“\(word.rawValue)”") } },
                uniquingKeysWith: { first, _ in first }))
    }
}
