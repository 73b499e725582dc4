import Foundation
import Glibc
import Testing

/// A program in a real pseudo-terminal, with a reader on its other side in the place of a person's eyes.
///
/// The reader knows no cursor: it finds text in what was written, without blanks, which a terminal may also skip.
final class PseudoTerminal {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let main: Int32
    /// Kept open, so that the settings of the line outlive the program.
    private let line: Int32
    let process: pid_t
    private var written: [UInt8] = []
    /// How much of what was written `expect` has seen.
    private var seen = 0
    private var answered = 0
    /// Whether questions are left open, as on a line that is so far that the answers are still on their way.
    var holdsAnswers = false {
        didSet { answer() }
    }
    /// Whether a core file was written at the end.
    private(set) var leftCore = false
    /// The settings of the line before the program had it.
    let settingsBefore: [UInt8]

    /// More than any step takes on a busy machine; only a broken program makes a test wait for it.
    private static let patience = Duration.seconds(60)
    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which hides it from Swift.
    private static let createsSession: Int16 = 0x80
    private static let question = Array("\u{1B}[5n".utf8)
    private static let answer = Array("\u{1B}[0n".utf8)

    init(
        _ program: URL, _ arguments: [String], columns: UInt16 = 80, rows: UInt16 = 24,
        environment: [String: String] = [:]
    ) throws {
        var (main, line): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&main, &line, nil, nil, &size) == 0, let name = ttyname(line) else {
            throw Failure(description: "no pseudo-terminal: error \(errno)")
        }
        for descriptor in [main, line] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        (self.main, self.line) = (main, line)
        let path = String(cString: name)
        settingsBefore = try Self.settings(of: line)
        process = try Self.spawn(program.path(percentEncoded: false), arguments, on: path, environment)
    }

    deinit {
        // The process ends with its terminal, whatever became of the test.
        close(main)
        close(line)
    }

    /// Starts a program whose controlling terminal is the line: the first one that a new session opens becomes it.
    private static func spawn(
        _ program: String, _ arguments: [String], on path: String, _ changes: [String: String]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        // A socket of another test would stay open, and its port taken, for as long as the program runs.
        for descriptor in STDERR_FILENO + 1..<min(getdtablesize(), 4096) {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads that tests run on block all signals; a shell blocks none.
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        posix_spawnattr_setflags(&attributes, createsSession | Int16(POSIX_SPAWN_SETSIGMASK))

        var environment = Program.environment
        environment.merge(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]) { $1 }
        environment.merge(changes) { $1 }
        for name in ["NO_COLOR", "COLUMNS", "LINES"] { environment[name] = nil }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw Failure(description: "cannot start \(program): error \(code)") }
        return process
    }

    // MARK: Hands

    func press(_ keys: String) {
        let bytes = Array(keys.utf8)
        #expect(write(main, bytes, bytes.count) == bytes.count)
    }

    /// Pastes a text, with the marks that terminals put around it.
    func paste(_ text: String) {
        press("\u{1B}[200~\(text)\u{1B}[201~")
    }

    /// Gives the terminal another size; the kernel tells the program.
    func resize(columns: UInt16, rows: UInt16) throws {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(main, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure(description: "no size: error \(errno)") }
    }

    // MARK: Eyes

    /// Reads until the program has written a text, after everything that was expected before.
    func expect(_ text: String, at location: SourceLocation = #_sourceLocation) throws {
        let wanted = Array(text.utf8.filter { $0 != 0x20 })
        let deadline = ContinuousClock.now + Self.patience
        while true {
            let places = Self.shown(in: written[seen...])
            let shown = places.map { written[$0] }
            if let range = shown.firstRange(of: wanted) {
                // What came after it in the same breath is still to be seen.
                seen = places[range.upperBound - 1] + 1
                return
            }
            guard ContinuousClock.now < deadline, read(milliseconds: 1000) else {
                let text = String(decoding: shown, as: UTF8.self)
                Issue.record("\(String(decoding: wanted, as: UTF8.self)) is not in: \(text)", sourceLocation: location)
                throw Failure(description: "gave up")
            }
        }
    }

    /// Reads until the program has ended, and returns its status.
    func end() throws -> Int32 {
        var status: Int32 = 0
        let deadline = ContinuousClock.now + Self.patience
        while waitpid(process, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < deadline else {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                throw Failure(description: "the program did not end")
            }
            _ = read(milliseconds: 20)
        }
        while read(milliseconds: 0, isDraining: true) {}
        leftCore = status & 0x80 != 0
        // As <sys/wait.h> takes a status apart.
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    /// All that was written, with its control sequences.
    var output: String { String(decoding: written, as: UTF8.self) }

    func settings() throws -> [UInt8] { try Self.settings(of: line) }

    /// The settings of a line, byte by byte.
    private static func settings(of line: Int32) throws -> [UInt8] {
        var settings = termios()
        guard tcgetattr(line, &settings) == 0 else { throw Failure(description: "no settings: error \(errno)") }
        return withUnsafeBytes(of: settings) { Array($0) }
    }

    /// Takes what was written within a time; false when the line is closed or, while draining, when there is nothing.
    private func read(milliseconds: Int32, isDraining: Bool = false) -> Bool {
        var polled = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, milliseconds) >= 0 else { return errno == EINTR }
        guard polled.revents & Int16(POLLIN) != 0 else { return !isDraining && polled.revents == 0 }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(main, &chunk, chunk.count)
        guard count > 0 else { return false }
        written += chunk[..<count]
        answer()
        return true
    }

    /// As a terminal does: a program may ask whether it keeps up.
    private func answer() {
        if holdsAnswers { return }
        while let range = written[answered...].firstRange(of: Self.question) {
            answered = range.upperBound
            _ = write(main, Self.answer, Self.answer.count)
        }
    }

    /// How many questions wait for an answer.
    var openQuestions: Int {
        var (rest, count) = (written[answered...], 0)
        while let range = rest.firstRange(of: Self.question) { (rest, count) = (rest[range.upperBound...], count + 1) }
        return count
    }

    /// Reads until the program has written these bytes, after everything that was expected before, control sequences included.
    func expect(sequence: String) throws {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            if let range = written[seen...].firstRange(of: Array(sequence.utf8)) {
                seen = range.upperBound
                return
            }
            guard ContinuousClock.now < deadline, read(milliseconds: 1000) else {
                throw Failure(description: "\(sequence.debugDescription) was not written")
            }
        }
    }

    /// What was typed and nobody has read: a shell would take it for a command.
    func unread() throws -> [UInt8] {
        var raw = termios()
        guard tcgetattr(line, &raw) == 0 else { throw Failure(description: "no settings: error \(errno)") }
        cfmakeraw(&raw)
        guard tcsetattr(line, TCSANOW, &raw) == 0 else { throw Failure(description: "not raw: error \(errno)") }
        var polled = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 0) > 0 else { return [] }
        var chunk = [UInt8](repeating: 0, count: 4096)
        return Array(chunk[..<max(0, Glibc.read(line, &chunk, chunk.count))])
    }

    /// Where the printable text of an output stands, without control sequences and blanks.
    private static func shown(in bytes: ArraySlice<UInt8>) -> [Int] {
        var shown: [Int] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case 0x1B where rest.first == UInt8(ascii: "["):
                rest = rest.dropFirst().drop { !(0x40...0x7E).contains($0) }.dropFirst()
            case 0x1B where rest.first == UInt8(ascii: "(") || rest.first == UInt8(ascii: ")"): rest = rest.dropFirst(2)
            case 0x1B: rest = rest.dropFirst()
            case 0x00...0x20, 0x7F: break
            default: shown.append(rest.startIndex - 1)
            }
        }
        return shown
    }
}
