import Foundation

/// The built server, for as long as a test needs it.
enum RunningServer {
    struct Failure: Error {}

    /// Starts it on a free port and stops it again.
    static func with<Value>(_ arguments: [String], _ body: (_ address: String) throws -> Value) throws -> Value {
        let process = Process()
        process.executableURL = Program.server
        process.arguments = ["--listen", "127.0.0.1:0"] + arguments
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        // It says nothing else on standard output, and that in one line.
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let address = line.firstMatch(of: /listening on (\S+)/)?.output.1 else { throw Failure() }
        return try body(String(address))
    }
}
