import Glibc
import NIOPosix
import Synchronization

/// Another program, started from a list of arguments: no shell reads them, and it gets nothing of this program but what
/// is handed to it.
package struct ChildProcess: Sendable {
    /// The program and its arguments; the program is looked for in `PATH` when it has no slash.
    package var arguments: [String]
    package var environment: [String: String]
    /// What it reads from its standard input, which otherwise is empty.
    package var input: SecretText?
    package var timeLimit: Duration
    /// More than this on either output ends it.
    package var outputLimit: Int

    package init(
        _ arguments: [String], environment: [String: String], input: SecretText? = nil,
        timeLimit: Duration = .seconds(30), outputLimit: Int = 64 << 10
    ) {
        self.arguments = arguments
        self.environment = environment
        self.input = input
        self.timeLimit = timeLimit
        self.outputLimit = outputLimit
    }

    /// What it left behind.
    struct Outcome: Sendable {
        enum End: Equatable, Sendable {
            case exited(Int32)
            case signalled(Int32)
            /// It took too long and was ended with all that it had started.
            case outOfTime
            /// It wrote too much and was ended.
            case tooTalkative
        }

        var end: End
        var output: SecretText
        var errors: SecretText
    }

    /// Why it was not even started: the number of the system's reason.
    struct NotStarted: Error {
        let reason: Int32
    }

    /// Runs it to its end on a thread that is there for waiting; should this program end first, in whatever way, it ends, too. Cancelling the task does not end it; its time limit does.
    func run() async throws -> Outcome {
        try await NIOThreadPool.singleton.runIfActive { try RunningChild(self).wait() }
    }

    /// Starts it without waiting for it or listening to it, for programs that people go on using.
    package func start() -> Bool {
        do {
            let child = try RunningChild(self, isHeard: false)
            NIOThreadPool.singleton.submit { _ in child.reap() }
            return true
        } catch {
            return false
        }
    }
}
