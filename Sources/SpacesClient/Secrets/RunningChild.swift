import CChildProcess
import Glibc

/// A child process and the pipes to it. Belongs to one thread.
struct RunningChild: Sendable {
    private let process: pid_t
    /// The ends of the pipes on this side; -1 where there is none.
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    private let order: ChildProcess

    init(_ order: ChildProcess, isHeard: Bool = true) throws {
        var pipes: [Int32] = []
        func pipe() throws -> (read: Int32, write: Int32) {
            var ends: [Int32] = [-1, -1]
            let reason = cp_pipe(&ends)
            guard reason == 0 else { throw ChildProcess.NotStarted(reason: reason) }
            pipes += ends
            return (ends[0], ends[1])
        }
        // Not a pipe: writing to a child that has ended must not end this program by a signal.
        func channel() throws -> (read: Int32, write: Int32) {
            var ends: [Int32] = [-1, -1]
            let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
            guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw ChildProcess.NotStarted(reason: errno) }
            pipes += ends
            return (ends[0], ends[1])
        }
        do {
            let input = order.input == nil ? nil : try channel()
            let output = isHeard ? try pipe() : nil
            let errors = isHeard ? try pipe() : nil
            process = try Self.spawn(order, input?.read, output?.write, errors?.write, mayOutlive: !isHeard)
            for end in [input?.read, output?.write, errors?.write].compactMap(\.self) { close(end) }
            self.input = input?.write ?? -1
            self.output = output?.read ?? -1
            self.errors = errors?.read ?? -1
            self.order = order
        } catch {
            for end in pipes { close(end) }
            throw error
        }
        for end in [input, output, errors] where end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    /// Waits for a program that nobody listens to.
    func reap() {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Feeds it and listens to it until it has ended. What it started and left behind is not waited for.
    func wait() -> ChildProcess.Outcome {
        let clock = ContinuousClock()
        let deadline = clock.now + order.timeLimit
        var rest = Array((order.input?.exposed ?? "").utf8)[...]
        var heard: [[UInt8]] = [[], []]
        var isOpen = [output >= 0, errors >= 0]
        var isFeeding = input >= 0
        defer { if isFeeding { close(input) } }
        var end: ChildProcess.Outcome.End?
        while end == nil {
            // A child may end while what it started keeps the pipes open, so its end is asked for as well.
            var waiting = [
                pollfd(fd: isOpen[0] ? output : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isOpen[1] ? errors : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isFeeding ? input : -1, events: Int16(POLLOUT), revents: 0),
            ]
            poll(&waiting, 3, 20)
            if isFeeding, waiting[2].revents != 0 {
                let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                if count > 0 { rest = rest.dropFirst(count) }
                if rest.isEmpty || (count < 0 && errno != EAGAIN && errno != EINTR) {
                    close(input)
                    isFeeding = false
                }
            }
            let outcome = ended()
            for (index, source) in [output, errors].enumerated() where isOpen[index] {
                isOpen[index] = Self.listen(to: source, &heard[index], limit: order.outputLimit)
            }
            if let outcome {
                end = outcome
            } else if heard.contains(where: { $0.count > order.outputLimit }) {
                end = stop(.tooTalkative)
            } else if clock.now >= deadline {
                end = stop(.outOfTime)
            }
        }
        close(output)
        close(errors)
        return ChildProcess.Outcome(
            end: end ?? .outOfTime, output: SecretText(String(decoding: heard[0], as: UTF8.self)),
            errors: SecretText(String(decoding: heard[1], as: UTF8.self)))
    }

    private func ended() -> ChildProcess.Outcome.End? {
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    }

    /// Ends the whole group: a shell script and what it has started.
    private func stop(_ end: ChildProcess.Outcome.End) -> ChildProcess.Outcome.End {
        kill(-process, SIGKILL)
        reap()
        return end
    }

    /// Takes what has come so far; false at the end of the stream.
    private static func listen(to source: Int32, _ heard: inout [UInt8], limit: Int) -> Bool {
        var piece = [UInt8](repeating: 0, count: 4096)
        while heard.count <= limit {
            let count = read(source, &piece, piece.count)
            if count == 0 { return false }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            heard += piece[..<count]
        }
        return true
    }

    private static func spawn(
        _ order: ChildProcess, _ input: Int32?, _ output: Int32?, _ errors: Int32?, mayOutlive: Bool
    ) throws -> pid_t {
        var process: pid_t = 0
        let variables = order.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let reason = withCStrings(order.arguments) { arguments in
            withCStrings(variables) { variables in
                [input ?? -1, output ?? -1, errors ?? -1].withUnsafeBufferPointer { streams in
                    // The threads that start children are there until the end of the program.
                    var how = cp_order(
                        streams: streams.baseAddress, own_group: true, death_signal: mayOutlive ? 0 : SIGKILL)
                    return cp_start(arguments, variables, &how, &process)
                }
            }
        }
        guard reason == 0 else { throw ChildProcess.NotStarted(reason: reason) }
        return process
    }

    /// Hands over texts as C wants them: an array of pointers with an empty one at its end.
    private static func withCStrings<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
