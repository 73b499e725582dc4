import Foundation

/// The programs as they were built beside the tests.
enum Program {
    static let spaces = built("spaces")
    static let server = built("spaces-server")

    private static func built(_ name: String) -> URL {
        let tests = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return tests.deletingLastPathComponent().appending(path: name)
    }

    /// The environment of somebody without any configuration.
    static var environment: [String: String] {
        let nowhere = ["HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "XDG_CONFIG_DIRS": "/nonexistent"]
        return ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("SPACES_") }.merging(nowhere) { $1 }
    }

    /// Runs a program without a terminal, with these lines as its input, until it ends. What is not said of its environment is that of a person without
    /// any configuration.
    static func run(
        _ program: URL, _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.environment = Self.environment.merging(environment) { $1 }
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        let errors = Pipe()
        let lines = input.map { _ in Pipe() }
        process.standardInput = lines ?? FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        if let input, let handle = lines?.fileHandleForWriting {
            // A few lines: the pipe has room for them, whether they are read or not.
            try handle.write(contentsOf: Data(input.utf8))
            try handle.close()
        }
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: text, as: UTF8.self), String(decoding: complaint, as: UTF8.self)
        )
    }
}
