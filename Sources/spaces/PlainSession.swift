import Dispatch
import Foundation
import Glibc
import SpacesUI
import Texts

/// The line mode on standard input and output.
enum PlainSession {
    /// What is read and what wakes; made first, because the inbox wakes it.
    struct Inputs: Sendable {
        let stream: AsyncStream<PlainInput>
        let post: @Sendable (PlainInput) -> Void

        init() {
            let (stream, continuation) = AsyncStream.makeStream(of: PlainInput.self)
            self.stream = stream
            post = { continuation.yield($0) }
        }
    }

    /// Converses until the end, and returns the status of it.
    static func run(_ state: State, _ runner: EffectRunner, _ inbox: Inbox, _ inputs: Inputs) throws -> Int32 {
        let post = inputs.post
        signal(SIGINT, SIG_IGN)
        let interruptions = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interruptions.setEventHandler { post(.interrupted) }
        interruptions.resume()
        // Not by the C library's streams: who waits in one of them keeps the process from ending.
        let typed = try TypedLines()
        Task {
            for await line in typed.lines { post(.line(line.last == "\r" ? String(line.dropLast()) : line)) }
            post(.ended)
        }
        let echoes = isatty(STDIN_FILENO) == 0
        return try withExtendedLifetime(interruptions) {
            try waiting {
                var program = PlainProgram(
                    state: state, runner: runner, inbox: inbox, inputs: inputs.stream, post: post, echoes: echoes,
                    output: { text, stream in
                        write(text, to: stream == .remark && echoes ? .standardError : .standardOutput)
                    })
                return await program.run()
            }
        }
    }

    /// In a script, whose lines nobody types, the answers alone are on standard output. Whoever no longer reads needs no further words: the program ends as others in a pipe do.
    private static func write(_ text: TerminalText, to file: FileHandle) {
        do {
            try Output.write(text, to: file)
        } catch {
            exit(1)
        }
    }
}
