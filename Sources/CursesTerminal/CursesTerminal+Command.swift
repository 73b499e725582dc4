import CCurses
import Glibc
import Terminal

extension CursesTerminal {
    /// Gives the terminal to a program, waits for its end and takes the terminal back.
    ///
    /// Waiting blocks the loop, which has nothing to draw on meanwhile; work in the background goes on. Signals are as the
    /// program found them: Ctrl-C and Ctrl-\ reach the child alone, Ctrl-Z stops both, and the shell continues both.
    func hand(overTo command: ForegroundCommand) -> CommandEnding {
        guard !command.words.isEmpty else { return .notStarted(code: ENOENT) }
        leave()
        cc_unwatch()
        defer { cc_watch(wake.descriptor) }
        var words = command.words.map { strdup($0) } + [nil]
        var variables = command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + variables { free(word) } }
        var status: Int32 = 0
        let code = cc_run(&words, &variables, &status)
        if code != 0 { return .notStarted(code: code) }
        // As <sys/wait.h> takes a status apart.
        return status & 0x7F == 0 ? .exited(status: status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
    }
}
