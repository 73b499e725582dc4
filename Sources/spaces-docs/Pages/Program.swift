import Foundation

/// One of the two programs, as its command line describes itself.
///
/// It is built before this one and lies beside it; asked with `--experimental-dump-help` it prints all that its parser
/// knows, so that the options stand in one place only.
struct Program {
    let command: ProgramCommand

    private struct Description: Decodable {
        let command: ProgramCommand
    }

    init(named name: String) throws {
        guard let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
            throw Complaint("The folder of this program is not known, and \(name) should lie in it.")
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = folder.appending(path: name)
        process.arguments = ["--experimental-dump-help"]
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw Complaint("Cannot run \(folder.appending(path: name).path): \(error.localizedDescription)")
        }
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Complaint("\(name) does not tell its options: it ended with status \(process.terminationStatus).")
        }
        do {
            command = try JSONDecoder().decode(Description.self, from: told).command
        } catch {
            throw Complaint("\(name) does not tell its options as expected: \(error)")
        }
    }
}
