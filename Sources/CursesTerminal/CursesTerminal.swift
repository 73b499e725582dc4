import CCurses
import Glibc
package import Terminal
import Texts

/// A full screen on the controlling terminal: opens it, runs a program on it, gives it back as it was.
///
/// One at a time, and on one thread: deliberately not Sendable.
package final class CursesTerminal {
    /// As many colours as are drawn with.
    package let colorDepth: ColorDepth
    /// Whether the locale's characters are UTF-8; if not, all is drawn in ASCII.
    package let isUTF8: Bool
    /// A sentence about something that a person should know, such as an unknown terminal type.
    package let notice: String?
    /// Wakes the loop from any thread.
    package let wake: Wake

    let line: Line
    let screen: CursesDisplay
    var pacing = OutputPacing()
    var decoder = InputDecoder()
    var isMouseOn = false
    /// Whether to ask the terminal for its background once.
    package var asksForGround = false
    let restoreBytes: [UInt8]
    /// Whether the window may get a title.
    let hasTitle: Bool
    /// The title that the window was given last.
    var shownTitle: TerminalText?

    /// Opens the terminal of standard input and output; nothing is written before `run`.
    ///
    /// A terminal type that is not known here is drawn as xterm-256color, xterm or vt100.
    package static func open(_ options: TerminalOptions) throws(TerminalError) -> CursesTerminal {
        try CursesTerminal(options)
    }

    private init(_ options: TerminalOptions) throws(TerminalError) {
        line = try Line()
        wake = try Wake()
        isUTF8 = cc_use_locale()
        let size = line.size
        let asked = options.type ?? ""
        guard let known = try Self.start(asked, size: size) else { throw .unusable(type: Self.printable(asked)) }
        if known == asked {
            notice = nil
        } else if asked.isEmpty {
            notice = "TERM is not set; drawing as \(known)"
        } else {
            notice = "TERM=\(Self.printable(asked)) is not known here; drawing as \(known)"
        }
        let colors = cc_colors()
        let deepest = ColorDepth.allCases.last { $0.rawValue <= colors } ?? .none
        colorDepth = min(options.colorDepth ?? deepest, deepest)
        screen = CursesDisplay(size: size, depth: colorDepth, isASCII: options.ascii || !isUTF8)
        var bytes = [UInt8](repeating: 0, count: 512)
        bytes.removeSubrange(cc_restore_bytes(&bytes, bytes.count)...)
        hasTitle = options.hasTitle && WindowTitle.isUnderstood(by: asked)
        restoreBytes = bytes + (hasTitle ? WindowTitle.restoring : [])
    }

    deinit {
        cc_close()
    }

    /// Starts curses for a terminal type, or for the nearest known one; returns which.
    private static func start(_ asked: String, size: Size) throws(TerminalError) -> String? {
        // By convention no screen at all, as within an editor; curses does not tell it from an unknown type.
        if asked == "dumb" { throw .unusable(type: asked) }
        for type in [asked, "xterm-256color", "xterm", "vt100"] where !type.isEmpty {
            switch cc_open(type, Int32(size.rows), Int32(size.columns)) {
            case Int32(CC_OPENED): return type
            // Known to be no screen, such as a printing terminal.
            case Int32(CC_NO_CURSOR): throw .unusable(type: printable(type))
            default: continue
            }
        }
        return nil
    }

    /// Reports of the mouse, in SGR form; off unless asked for, because they take the terminal's own selection away.
    package func setMouse(_ isOn: Bool) {
        guard isOn != isMouseOn else { return }
        isMouseOn = isOn
        line.write(Array("\u{1B}[?1000;1006\(isOn ? "h" : "l")".utf8))
    }

    // MARK: Entering and leaving

    /// Takes the terminal over; the next frame is a whole one.
    func enter() {
        cc_arm(line.descriptor, restoreBytes, restoreBytes.count)
        // A terminal that is lost meanwhile shows itself at the first read.
        _ = cc_raw(line.descriptor)
        line.write(Array("\u{1B}[?2004h".utf8))
        shownTitle = nil
        if hasTitle { line.write(WindowTitle.keeping) }
        if isMouseOn { line.write(Array("\u{1B}[?1000;1006h".utf8)) }
    }

    /// Gives the terminal back as it was found; what it has not taken by then is not shown any more.
    ///
    /// The line stays raw until the answers are here that the terminal still owes, so that no shell takes them for typing.
    func leave() {
        cc_suspend()
        _ = takeFrame()
        if line.discard().firstRange(of: OutputPacing.question) != nil { pacing.forgetLastQuestion() }
        line.write(restoreBytes)
        line.drain(within: 500)
        line.discard()
        awaitAnswers()
        _ = cc_cooked(line.descriptor)
        cc_arm(line.descriptor, nil, 0)
    }

    /// Waits for the answers that are still to come, at most as long as they may be on their way.
    private func awaitAnswers() {
        let left = ContinuousClock.now
        while let deadline = pacing.lastDeadline(leavingAt: left), .now < deadline {
            var waiting = pollfd(fd: line.descriptor, events: Int16(POLLIN), revents: 0)
            // A signal only interrupts the waiting.
            if poll(&waiting, 1, 20) < 0, errno != EINTR { return }
            if waiting.revents == 0 { continue }
            switch line.read() {
            // Keys that come this late were not meant for a program that is leaving.
            case .bytes(let bytes): noteAnswers(in: decoder.decode(bytes, at: .now), at: .now)
            case .nothing: continue
            case .lost: return
            }
        }
    }

    /// Takes note of what the terminal answered, whatever keys come with it.
    func noteAnswers(in outputs: [InputDecoder.Output], at now: ContinuousClock.Instant) {
        for output in outputs {
            switch output {
            case .statusReport: pacing.answered(at: now)
            case .ground: pacing.answeredOther()
            case .event: break
            }
        }
    }

    /// Takes the bytes that curses made.
    func takeFrame() -> [UInt8] {
        var frame: [UInt8] = []
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 16384) { buffer, used in
                count = cc_take(buffer.baseAddress, buffer.count)
                used = count
            }
            frame = frame.isEmpty ? piece : frame + piece
            if count < 16384 { return frame }
        }
    }

    private static func printable(_ type: String) -> String {
        String(type.prefix(40).filter { CellWidth.isPlain($0) })
    }
}
