import Foundation
import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Synchronization
import Terminal
import Testing

/// Conversations of the line mode with a real server; each test reads as what a person hears.
@Suite(.timeLimit(.minutes(30))) struct PlainJourneys {
    @Test func listsFindsShowsAndSorts() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                ["list type:project", "show 1", "fnd x", "s", "sort nam down", "find state:foo", "help quit", "quit"])
            heard.expect("3 spaces that “type:project” finds. Sorted by name, A to Z.")
            heard.expect("1. Apollo, project, 0 percent of 1 GB used, 1 member, changed just now")
            heard.expect("name: Apollo").expect("subtitle: About Apollo").expect("managers: Dennis Ritchie")
            heard.expect("There is no command fnd. Did you mean find?")
            heard.expect("s may be sort, show, summary, subtitle.")
            heard.expect("3 spaces", "Sorted by name, Z to A.").expect("1. Venus, project")
            heard.expect("quit: Quit; the end of the input does the same.")
            #expect(heard.status == 1, "a word that was not understood was not done")
        }
    }

    @Test func changesAsksAndUndoes() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list", "rename Venus Evening Star", "quota \"Evening Star\" 7 GB", "disable Apollo", "no",
                    "disable Apollo", "yes", "purge Apollo", "Apollo", "create Pluto", "rename Pluto Apollo 2", "undo",
                    "yes", "undo", "undo",
                ])
            heard.expect("Venus is called Evening Star now. “undo” undoes it.").expect(
                "Evening Star saved: quota 7 GB.")
            heard.expect("Disable space: Apollo, project, 0 percent of 1 GB used")
            heard.expect("Nobody will reach its content until it is restored.")
            heard.expect("Apollo was left as it is.").expect("Apollo is disabled. “restore” restores it.")
            heard.expect("Purge space for ever: Apollo, project, disabled").expect("Apollo was purged.")
            heard.expect("Pluto was created.")
            heard.expect("name: it is “Apollo 2” and will be “Pluto”.")
            heard.expect("Undone: Pluto has its earlier name again.")
            heard.expect("Pluto was created, which is not undone")
            #expect(try await world.stored("Evening Star")?.quota == 7_000_000_000)
            #expect(try await world.stored("Apollo") == nil)
            #expect(try await world.stored("Pluto") != nil)
        }
    }

    @Test func numbersStayWithTheSpacesThatWereListed() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                ["list type:project", "rename 1 Zeus", "refresh", "show 1", "disable 3", "yes", "quit"])
            heard.expect("name: Zeus").expect("Venus is disabled.")
            #expect(heard.status == 0)
            #expect(try await world.stored("Venus")?.isDisabled == true)
        }
    }

    /// A readme that the server does not name is read; only where there is none, that is said.
    @Test func readsTheReadmeThatIsThere() async throws {
        try await World.run { world in
            let quiet = try await world.administrator.create(SpaceDraft(name: "Quiet"))
            let mute = try await world.administrator.create(SpaceDraft(name: "Mute"))
            for space in [quiet, mute] { _ = try await world.invite("admin", as: .viewer, to: space.id) }
            _ = try await world.administrator.write(Array("# There\n".utf8), as: .readme, of: quiet, replacing: nil)
            try await world.administrator.disable(try await world.administrator.space(world.id(of: "Apollo")))
            let heard = try await Conversation.of(
                "admin", with: world, ["readme Quiet", "readme Mute", "readme Venus", "readme Apollo"])
            heard.expect("There").expect("Mute has no readme.").expect("Only members of the space see its readme.")
            heard.expect("A disabled space shows no readme.")
        }
    }

    @Test("A list that is asked for an hour later is the list of then") func listsWhatIsThereNow() async throws {
        try await World.run { world in
            let clock = WallClock()
            let heard = try await Conversation.of(
                "admin", with: world, ["list type:project", "find type:project", "list type:project"], clock: clock
            ) { line in
                if line.hasPrefix("find") { try await world.make("Pluto") } else { clock.advance(by: .seconds(3600)) }
            }
            #expect(heard.text.components(separatedBy: "3 spaces that “type:project” finds.").count == 3)
            heard.expect("4 spaces that “type:project” finds.")
            #expect(heard.status == 0)
        }
    }

    @Test func aConflictIsDecidedByNumber() async throws {
        try await World.run { world in
            let before = try await world.administrator.space(world.id(of: "Venus"))
            let heard = try await Conversation.of(
                "admin", with: world, ["rename Venus Mine", "2"]
            ) { line in
                guard line.hasPrefix("rename") else { return }
                _ = try await world.administrator.edit(SpaceEdit(name: "Theirs"), startingFrom: before)
            }
            heard.expect("Someone else changed Venus while you edited it.")
            heard.expect("name: it was “Venus”. 1, theirs: “Theirs”. 2, mine: “Mine”.")
            heard.expect("Theirs is called Mine now.")
            #expect(try await world.stored("Mine") != nil)
        }
    }

    @Test func manyAreChangedAfterTheirPlanWasHeard() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list type:project", "mark 1 3", "find mars", "marks", "quota marked 9 GB", "yes", "mark all",
                    "disable marked", "no", "unmark all", "disable marked",
                ])
            heard.expect("2 spaces marked.").expect("Set the quota to 9 GB: 2 spaces to change, 0 left out.")
            heard.expect("1. Apollo: from 1 GB to 9 GB").expect("2. Venus: from 1 GB to 9 GB")
            heard.expect("Apollo: done").expect("Venus: done")
            heard.expect("Set the quota to 9 GB, finished: 2 done.").expect("Nothing was changed.")
            #expect(try await world.stored("Venus")?.quota == 9_000_000_000)
            #expect(try await world.stored("Mars Mission")?.quota == 1_000_000_000)
            #expect(try await world.stored("Mars Mission")?.isDisabled == false)
        }
    }

    @Test func manyArePurgedAfterTheirNumberWasTyped() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list type:project", "mark 1-2", "disable marked", "yes", "mark 1-2", "purge marked", "3",
                    "purge marked", "2",
                ])
            heard.expect("Type the number 2 to purge 2 spaces").expect("Nothing was changed.")
            heard.expect("Purge for ever, finished: 2 done.")
            #expect(try await world.stored("Apollo") == nil)
            #expect(try await world.stored("Venus") != nil)
        }
    }

    @Test func withoutMarksNothingIsDoneToWhatIsMarked() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                ["list type:project", "mark 1", "quota marked 9 GB", "yes", "disable marked", "yes", "quit"])
            heard.expect("Apollo: done").expect("No space is marked.")
            for name in ["Apollo", "Mars Mission", "Venus"] {
                #expect(try await world.stored(name)?.isDisabled == false)
            }
        }
    }

    /// The screen asks for a second key where the list moves under the cursor; here a number names its space.
    @Test func oneSpaceAfterTheOtherLeavesTheListAndTheNextIsMeantAllTheSame() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list type:project", "mark 1 2", "disable marked", "yes", "list disabled:", "restore 1", "yes",
                    "restore 2", "yes", "quit",
                ])
            heard.expect("Apollo is restored.").expect("Mars Mission is restored.")
            #expect(heard.status == 0)
        }
    }

    @Test func aNameInQuotesIsNoNumber() async throws {
        try await World.run(spaces: ["Apollo", "1"]) { world in
            let heard = try await Conversation.of(
                "admin", with: world, ["list type:project", "quota \"1\" 5 GB", "quota 2 6 GB", "show \"1\"", "quit"])
            heard.expect("1 saved: quota 5 GB.").expect("Apollo saved: quota 6 GB.").expect("name: 1")
            #expect(heard.status == 0)
        }
    }

    @Test func membersAreAddedChangedAndRemoved() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "dennis", with: world,
                [
                    "add Venus mary", "1", "", "members Venus", "role Venus mary", "2", "remove Venus mary", "no",
                    "remove Venus mary", "yes", "remove Venus dennis", "add Venus nobodyatall", "quit",
                ])
            heard.expect("In which role?", "Type its number").expect("Mary Keller was added as")
            heard.expect("Venus: 2 members.").expect("Mary Keller has the role", "now.")
            heard.expect("Mary Keller would be no member of Venus any more.").expect("Mary Keller stays a member.")
            heard.expect("Mary Keller is no longer a member.").expect("is the last manager and stays")
            heard.expect("Nobody was found.")
        }
    }

    @Test func someoneBecomesAMemberOfManySpacesAndLeavesThem() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "dennis", with: world,
                [
                    "list type:project", "mark all", "find venus", "add marked mary", "1", "", "yes", "mark all",
                    "list type:project", "mark all", "remove marked mary", "yes", "quit",
                ])
            heard.expect("Add Mary Keller as", "3 spaces to add to").expect(
                "Remove Mary Keller", "3 spaces to remove from")
            heard.expect("Remove Mary Keller, finished: 3 done.")
        }
    }

    @Test func theLastRunIsToldAgainAndUndone() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "run", "list type:project", "mark 1 2", "quota marked 9 GB", "yes", "run", "run again", "undo",
                    "yes",
                    "quit",
                ])
            heard.expect("Nothing was changed in many spaces yet.").expect("There is nothing to repeat.")
            heard.expect("Undo: Set the quota to 9 GB: 2 spaces to change").expect("1. Apollo: from 9 GB to 1 GB")
            #expect(try await world.stored("Apollo")?.quota == 1_000_000_000)
        }
    }

    @Test func theListIsWrittenIntoAFile() async throws {
        try await World.run { world in
            let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let path = folder.path(percentEncoded: false)
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "list venus", "export venus.json", "export venus.json", "no", "list", "mark Apollo", "find mars",
                    "export marked.csv", "quit",
                ], exports: ExportFiles(home: nil, folder: path))
            heard.expect("Saved 1 shown space in").expect("venus.json is there already.")
            heard.expect("Saved 1 marked space in")
            let json = try String(contentsOf: folder.appending(path: "venus.json"), encoding: .utf8)
            let csv = try String(contentsOf: folder.appending(path: "marked.csv"), encoding: .utf8)
            #expect(json.contains("\"Venus\"") && csv.contains("Apollo") && !csv.contains("Venus"))
            try FileManager.default.removeItem(at: folder)
        }
    }

    @Test func membersAreReadWhereNothingCanBeChanged() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "dennis", with: world, ["members Venus", "add Venus mary", "quit"], profile: Profile(isReadOnly: true))
            heard.expect("Venus: 1 member.").expect("1. Dennis Ritchie, manager")
            #expect(try await world.administrator.space(world.id(of: "Venus")).members?.count == 1)
        }
    }

    @Test func aQuotaThatIsNotClearIsAskedAbout() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world,
                [
                    "quota Venus -1", "quota Venus +5", "quota Venus 256038757369", "quota Venus 5",
                    "quota Venus 1.5 B",
                    "quota Venus 256.0387573687236875 GB", "quit",
                ])
            heard.expect("Is -1 % meant? Write the percent sign.").expect("Is +5 % meant?")
            heard.expect("Quota: write the unit: 256038757369 B?").expect("Quota: write the unit: 5 GB?")
            heard.expect("finer than a byte").expect("Venus saved: quota 256 GB.")
            #expect(!heard.text.contains("?."))
            #expect(try await world.stored("Venus")?.quota == 256_038_757_369)
        }
    }

    @Test func aLockIsToldAtEveryTry() async throws {
        try await World.run { world in
            let reason = "/c.yaml:5 could not be read, so nothing is changed until it is mended: a tab"
            let heard = try await Conversation.of(
                "admin", with: world,
                ["rename Venus X", "create Y", "disable Venus", "add Venus mary", "mark Venus", "purge marked"],
                profile: Profile(lockReason: reason))
            // At the start, and for each of the five.
            #expect(heard.text.components(separatedBy: reason + ".").count == 7, "\(heard.text)")
            #expect(heard.status == 1)
        }
    }

    @Test func aNoIsTold() async throws {
        try await World.run { world in
            let heard = try await Conversation.of("admin", with: world, ["disable Apollo", "no", "quit"])
            #expect(heard.status == 1, "a script notices that nothing was done")
        }
    }

    @Test func nothingIsChangedWhereThatIsNotAllowed() async throws {
        try await World.run { world in
            let heard = try await Conversation.of(
                "admin", with: world, ["rename Venus X", "create Y", "disable Venus", "mark Venus", "purge marked"],
                profile: Profile(isReadOnly: true))
            heard.expect("Nothing can be changed: this run is read-only.")
            #expect(heard.text.components(separatedBy: "This run is read-only.").count == 5)
            #expect(heard.status == 1)
        }
    }

    /// Whatever is typed, and whatever strangers call their spaces, nothing steers the terminal.
    @Test func nothingHeardSteersATerminal() async throws {
        try await World.run { world in
            _ = try await world.administrator.create(
                SpaceDraft(name: "Evil \u{1B}[2J", subtitle: "\u{9B}31m\u{7}", usesTemplate: true))
            var lines = PlainCommand.allCases.filter { $0 != .quit }.flatMap {
                ["\($0.rawValue)", "\($0.rawValue) 1", "\($0.rawValue) \u{1B}]0;x\u{7}", "\($0.rawValue) marked 5 GB"]
            }
            lines = ["list", "mark all"] + lines
            let heard = try await Conversation.of("admin", with: world, lines)
            let hostile = heard.text.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
            }
            #expect(hostile.isEmpty)
            #expect(heard.text.contains("Evil"))
        }
    }

    @Test func aServerThatIsAwayIsTold() async throws {
        let heard = try await Conversation.of("admin", at: "http://127.0.0.1:1", ["list", "quit"])
        heard.expect("127.0.0.1:1").expect("Type refresh to try again.").expect("The list was not loaded.")
        #expect(heard.status == 1)
    }
}
