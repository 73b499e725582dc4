import CCurses
import Glibc

/// Keeps the settings of the terminal from staying changed, should the program die while something is asked without echo.
package enum LineGuard {
    /// Does what changes the settings; a deadly signal meanwhile sets them back before it ends the program.
    package static func protecting<Value>(_ body: () throws -> Value) rethrows -> Value {
        let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return try body() }
        defer { close(terminal) }
        guard cc_save_line(terminal) else { return try body() }
        cc_watch(-1)
        var nothing: UInt8 = 0
        cc_arm(terminal, &nothing, 0)
        defer {
            cc_arm(terminal, nil, 0)
            cc_unwatch()
        }
        return try body()
    }
}
