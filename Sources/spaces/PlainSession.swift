import Dispatch
import Foundation
import Glibc
import SpacesUI
import Synchronization
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
    static func run(
        _ state: State, _ runner: EffectRunner, _ inbox: Inbox, _ inputs: Inputs,
        signIn: (@Sendable (Profile) async -> SignInOutcome)?
    ) throws -> Int32 {
        let post = inputs.post
        signal(SIGINT, SIG_IGN)
        let interruptions = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interruptions.setEventHandler { post(.interrupted) }
        interruptions.resume()
        let typing = Typing(post: post)
        try typing.begin()
        let echoes = isatty(STDIN_FILENO) == 0
        return try withExtendedLifetime(interruptions) {
            try waiting {
                var program = PlainProgram(
                    state: state, runner: runner, inbox: inbox, inputs: inputs.stream, post: post, echoes: echoes,
                    signIn: signIn.map { typing.resting(for: $0) },
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

/// Hands over what is typed, except while something else reads it.
private final class Typing: Sendable {
    private let post: @Sendable (PlainInput) -> Void
    // Not by the C library's streams: who waits in one of them keeps the process from ending.
    private let lines = Mutex<TypedLines?>(nil)

    init(post: @escaping @Sendable (PlainInput) -> Void) {
        self.post = post
    }

    func begin() throws {
        let typed = try TypedLines()
        lines.withLock { $0 = typed }
        Task { [post] in
            for await line in typed.lines { post(.line(line.last == "\r" ? String(line.dropLast()) : line)) }
            if !typed.isStopped { post(.ended) }
        }
    }

    /// A sign-in that has standard input for itself for as long as it takes.
    func resting(
        for signIn: @escaping @Sendable (Profile) async -> SignInOutcome
    ) -> @Sendable (Profile) async -> SignInOutcome {
        { profile in
            self.lines.withLock { $0?.stop() }
            let outcome = await signIn(profile)
            do {
                try self.begin()
            } catch {
                self.post(.ended)
            }
            return outcome
        }
    }
}
