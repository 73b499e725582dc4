import Foundation
import TestSupport
import Testing

/// `spaces config`, as it is called from a shell.
@Suite(.ownThread) struct ConfigCommandTests {
    private struct Person {
        let folder: URL
        var environment: [String: String]

        func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
            try Program.run(Program.spaces, arguments, environment: environment)
        }
    }

    /// A person with this configuration of their own, and a system with that one.
    private func withConfiguration(
        _ text: String?, system: String? = nil, mode: Int = 0o600, _ body: (Person) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        for (name, text) in [("home", text), ("system", system)] {
            let spaces = folder.appending(path: "\(name)/spaces")
            try FileManager.default.createDirectory(at: spaces, withIntermediateDirectories: true)
            guard let text else { continue }
            let file = spaces.appending(path: "config.yaml")
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: file.path(percentEncoded: false))
        }
        try body(
            Person(
                folder: folder,
                environment: [
                    "XDG_CONFIG_HOME": folder.appending(path: "home").path(percentEncoded: false),
                    "HOME": folder.path(percentEncoded: false),
                    "XDG_CONFIG_DIRS": folder.appending(path: "system").path(percentEncoded: false),
                ]))
    }

    private let two = """
        theme: dark
        profile: staging
        profiles:
          production:
            server: https://cloud.example.org
            proxy: http://proxy.example.org:3128
            banner: PRODUCTION
          staging:
            server: https://staging.example.org
            user: ada

        """

    @Test func showsWhatCountsAndWhereItIsFrom() throws {
        try withConfiguration(two, system: "confirm: strict\n") { person in
            var person = person
            person.environment["SPACES_USER"] = "grace"
            let answer = try person.run("config", "show", "--origin", "--profile", "production", "--read-only")
            #expect(answer.status == 0 && answer.errors.isEmpty)
            func line(_ key: String) throws -> String {
                String(try #require(answer.output.split(separator: "\n").first { $0.hasPrefix(key + " ") }))
            }
            #expect(try line("profile").hasSuffix("production"))
            #expect(try line("server").hasSuffix("home/spaces/config.yaml:5"))
            #expect(try line("proxy").contains("http://proxy.example.org:3128"))
            #expect(try line("theme").hasSuffix("home/spaces/config.yaml:1"))
            #expect(try line("confirm").hasSuffix("system/spaces/config.yaml:1"))
            #expect(try line("user").hasSuffix("$SPACES_USER"))
            #expect(try line("read_only").contains("true") && line("read_only").hasSuffix("--read-only"))
            #expect(try line("auth").hasSuffix("default"))
            #expect(!answer.output.contains("geheim"))
            let usual = try person.run("config", "show")
            #expect(usual.output.contains("https://staging.example.org") && !usual.output.contains("config.yaml"))
        }
    }

    @Test func checkTellsEveryProblemWithItsLine() throws {
        try withConfiguration(
            "sever: x\nprofiles:\n  a:\n    server: http://cloud.example.org\n    password: geheim\n  b: {}\n"
        ) {
            person in
            let answer = try person.run("config", "check")
            #expect(answer.status == 1)
            let lines = answer.output.split(separator: "\n")
            #expect(lines.count == 4, "\(answer.output)")
            #expect(answer.output.contains("config.yaml:1: there is no setting \"sever\"; did you mean server?"))
            #expect(
                answer.output.contains("config.yaml:5: no secret belongs here") && !answer.output.contains("geheim"))
            #expect(answer.output.contains("config.yaml:4: Credentials are not sent to http://cloud.example.org"))
            #expect(answer.output.contains("config.yaml:6: The profile b names no server"))
            #expect(lines.allSatisfy { $0.hasPrefix(person.folder.path(percentEncoded: false)) })
        }
    }

    @Test func checkIsContentWithARightFileAndWithNone() throws {
        try withConfiguration(two) { person in
            let answer = try person.run("config", "check")
            #expect(answer.status == 0, "\(answer.output)")
        }
        try withConfiguration(nil) { person in
            #expect(try person.run("config", "check").status == 0)
            let path = try person.run("config", "path")
            #expect(
                path.output.hasPrefix(
                    person.folder.appending(path: "home/spaces/config.yaml").path(percentEncoded: false)
                        + "  (not there)\n"))
        }
    }

    @Test("A server that is missed may stand in a broken file, which is named")
    func aBrokenFileIsNamedWhereNoServerIs() throws {
        try withConfiguration("profiles: [") { person in
            let answer = try person.run("--plain", "--profile", "one")
            #expect(answer.status == 1 && answer.errors.contains("config.yaml:2: "), "\(answer.errors)")
        }
    }

    @Test func aFileThatOthersMayWriteIsTold() throws {
        try withConfiguration(two, mode: 0o622) { person in
            let answer = try person.run("config", "check")
            #expect(answer.status == 1 && answer.output.contains("others may write this file"))
        }
    }

    @Test func aFolderOrAHugeFileInItsPlaceIsTold() throws {
        try withConfiguration(String(repeating: "user: ada\n", count: 1_000_000)) { person in
            let answer = try person.run("config", "check")
            #expect(answer.status == 1 && answer.output.contains("larger than 1 MB"))
        }
        try withConfiguration(nil) { person in
            let path = person.folder.appending(path: "home/spaces/config.yaml").path(percentEncoded: false)
            #expect(mkfifo(path, 0o600) == 0)
            let answer = try person.run("config", "check")
            #expect(answer.status == 1 && answer.output.contains("not a file"))
        }
    }

    @Test func printsTheSchema() throws {
        let answer = try Program.run(Program.spaces, ["config", "schema"])
        let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test func aProfileThatDoesNotExistIsRefusedWithItsNeighbour() throws {
        try withConfiguration(two) { person in
            let answer = try person.run("--profile", "prodution")
            #expect(answer.status == 1 && answer.errors.contains("did you mean production?"))
            let usual = try person.run()
            #expect(usual.errors.contains("standard input is not a terminal"), "the profile of the file is taken")
        }
    }

    @Test func beginnersAreToldHowToBegin() throws {
        try withConfiguration(nil) { person in
            let answer = try person.run()
            #expect(answer.status == 1 && answer.errors.split(separator: "\n").count == 3)
            for words in ["spaces demo", "--server", "config path"] { #expect(answer.errors.contains(words)) }
        }
    }

    @Test func wrongValuesOfOptionsAreUsageErrors() throws {
        for arguments in [["--confirm", "strickt"], ["--refresh", "soon"], ["--pin", "abc"], ["--auth", "magic"]] {
            let answer = try Program.run(Program.spaces, arguments)
            #expect(answer.status == 64 && answer.errors.contains(arguments[0]), "\(answer.errors)")
        }
    }
}
