import CCurses
import Glibc
import Terminal

extension CursesTerminal {
    /// Gives the terminal to a program, waits for its end and takes the terminal back.
    ///
    /// Waiting blocks the loop, which has nothing to draw on meanwhile; work in the background goes on. Ctrl-C and Ctrl-\
    /// are for the child alone, from before the line is given back until it is ours again, so that one that comes a moment
    /// too late ends nothing; Ctrl-Z stops both, and the shell continues both.
    func hand(overTo command: ForegroundCommand) -> CommandEnding {
        guard !command.words.isEmpty else { return .notStarted(code: ENOENT) }
        cc_lend()
        leave()
        let ending = run(command)
        // One that was killed has left the terminal as it had it.
        if case .killed = ending { line.write(restoreBytes) }
        enter()
        // They were meant for the program that is gone.
        cc_forget_keys(line.descriptor)
        cc_unlend()
        return ending
    }

    private func run(_ command: ForegroundCommand) -> CommandEnding {
        var words = command.words.map { strdup($0) } + [nil]
        var variables = command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var status: Int32 = 0
        let code = cc_run(line.descriptor, &words, &variables, &status)
        if code != 0 { return .notStarted(code: code) }
        // As <sys/wait.h> takes a status apart.
        return status & 0x7F == 0 ? .exited(status: status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
    }
}
