import Foundation
import Glibc
import TestSupport
import Testing

/// The real program where what it keeps for itself lies in a folder that is not its person's.
@Suite(.serialized, .ownThread) struct StateFolderTests {
    enum Fault: CaseIterable {
        case ofAnotherUser, partOfAnotherUser, file, danglingLink

        /// The words that tell it.
        var words: String {
            switch self {
            case .ofAnotherUser, .partOfAnotherUser: geteuid() == 0 ? "belongs to another user" : "belongs to root"
            case .file: "is no folder"
            case .danglingLink: "is a link that leads nowhere"
            }
        }

        func make(_ state: String) throws {
            try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
            let spaces = state + "/spaces"
            switch self {
            case .ofAnotherUser: try Self.makeForeign(spaces)
            case .partOfAnotherUser:
                try #require(mkdir(spaces, 0o700) == 0)
                try Self.makeForeign(spaces + "/trust")
            case .file: try Data().write(to: URL(filePath: spaces))
            case .danglingLink: try #require(symlink("/nonexistent/state", spaces) == 0)
            }
        }

        private static func makeForeign(_ path: String) throws {
            if geteuid() == 0 {
                try #require(mkdir(path, 0o700) == 0 && chown(path, 65534, 65534) == 0)
            } else {
                // A folder of the administrator, whom nobody else can give one to.
                try #require(symlink("/usr", path) == 0)
            }
        }
    }

    private static let users = """
        - { username: admin, displayName: Admin, password: s3cret, role: Admin }

        """

    @Test(arguments: Fault.allCases)
    func whatNeedsNoKeyStartsWithANote(fault: Fault) throws {
        try Leaks.withHome { home in
            let users = home.appending(path: "users.yaml")
            try Data(Self.users.utf8).write(to: users)
            let home = home.path(percentEncoded: false)
            try fault.make(home + "/state")
            let arguments = ["--database", ":memory:", "--sample", "5", "--users", users.path(percentEncoded: false)]
            try RunningServer.with(arguments) { address in
                let answer = try Program.run(
                    Program.spaces, ["--plain", "--server", address, "--user", "admin"],
                    input: "list type:project\nquota 1 5 GB\n",
                    environment: [
                        "HOME": home, "XDG_STATE_HOME": home + "/state", "SPACES_PASSWORD": "s3cret",
                    ])
                // With the journal in a folder of somebody else, the success is told with a warning.
                #expect((answer.output + answer.errors).contains("saved: quota 5 GB."), "\(answer)")
                #expect(answer.errors.contains(fault.words), "\(answer.errors)")
                #expect(answer.errors.contains("Nothing is remembered there."))
                #expect(answer.errors.contains("XDG_STATE_HOME"))
                #expect(!answer.output.contains(fault.words), "a note is no answer")
            }
        }
    }

    @Test func whereAKeyIsNeededItSaysWhatToDo() throws {
        try Leaks.withHome { home in
            let users = home.appending(path: "users.yaml")
            try Data(Self.users.utf8).write(to: users)
            let home = home.path(percentEncoded: false)
            try Fault.partOfAnotherUser.make(home + "/state")
            let arguments = [
                "--database", ":memory:", "--users", users.path(percentEncoded: false), "--tls",
            ]
            try RunningServer.with(arguments) { address in
                let answer = try Program.run(
                    Program.spaces, ["--plain", "--server", address, "--user", "admin"], input: "list\n",
                    environment: [
                        "HOME": home, "XDG_STATE_HOME": home + "/state", "SPACES_PASSWORD": "s3cret",
                    ])
                #expect(answer.status == 1)
                #expect(answer.errors.contains("The keys of servers that you trust cannot be read."), "\(answer)")
                #expect(answer.errors.contains(Fault.partOfAnotherUser.words) && !answer.errors.contains("--insecure"))
            }
        }
    }
}
