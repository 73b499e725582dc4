import Foundation

/// The real program on a database file, to be killed.
struct ServerProcess {
    let url: String
    private let process: Process

    struct Failure: Error {
        let output: String
    }

    /// The program, as it was built with the tests.
    static var program: URL {
        let tests = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return tests.deletingLastPathComponent().appending(path: "spaces-server")
    }

    /// Starts the program and waits for its address.
    init(database: String, users: String) throws {
        process = Process()
        process.executableURL = Self.program
        process.arguments = ["--database", database, "--users", users, "--listen", "127.0.0.1:0"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.hasSuffix("\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        guard let match = text.firstMatch(of: /listening on (\S+)/) else { throw Failure(output: text) }
        url = String(match.output.1)
    }

    var identifier: pid_t { process.processIdentifier }

    /// Ends it without a chance to do anything about it.
    func kill() {
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
