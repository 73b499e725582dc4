import CCurses
import Glibc
package import Terminal

extension CursesTerminal {
    /// The status of a program whose terminal went away: 128 and SIGHUP, as a shell reports it.
    package static let lostStatus: Int32 = 129

    /// Runs a program until it asks to quit or the terminal goes away; returns its status, with the terminal given back.
    ///
    /// The loop: draw what changed, wait for the terminal, a wake-up or a deadline, hand over what came, one event at a time.
    /// Nothing wakes it while nothing happens.
    package func run(_ program: inout some InteractiveProgram) -> Int32 {
        cc_watch(wake.descriptor)
        enter()
        // The answer comes when it comes; the decoder keeps it from being keys.
        if asksForGround {
            line.write(Ground.question)
            pacing.askedOther(at: .now)
        }
        defer {
            leave()
            cc_unwatch()
        }
        if let status = obey(&program) { return status }
        var isStale = true
        var wasSlow = false
        while true {
            var now = ContinuousClock.now
            if isStale, mayDraw(at: now) {
                draw(&program, at: now)
                isStale = false
            }
            guard let ready = wait(for: program.deadline, isStale: isStale, from: now) else { return Self.lostStatus }
            now = .now
            var outputs: [InputDecoder.Output] = []
            if ready.line {
                switch line.read() {
                case .bytes(let bytes): outputs = decoder.decode(bytes, at: now)
                case .nothing: break
                case .lost: return Self.lostStatus
                }
            } else if let deadline = decoder.deadline, now >= deadline {
                outputs = decoder.timeReached(at: now)
            }
            // First, because a key among them may end the program.
            noteAnswers(in: outputs, at: now)
            for output in outputs {
                switch output {
                case .statusReport: continue
                case .ground(let ground):
                    // What nobody asked for changes nothing, not even the frame.
                    guard asksForGround else { continue }
                    program.receive(.ground(ground), at: now)
                case .event(let event): program.receive(event, at: now)
                }
                isStale = true
                if let status = obey(&program) { return status }
            }
            if pacing.isSlow != wasSlow {
                wasSlow = pacing.isSlow
                program.receive(.link(isSlow: wasSlow), at: now)
                isStale = true
            }
            if ready.wake {
                wake.clear()
                handleSignals(&program, at: now)
                program.receiveResults(at: now)
                isStale = true
            }
            if let deadline = program.deadline, now >= deadline {
                program.timeReached(at: now)
                isStale = true
            }
            if let status = obey(&program) { return status }
        }
    }

    // MARK: Drawing

    /// Bytes from which on a frame is shown in one piece by terminals that can (mode 2026; others ignore it), if the line is a
    /// quick one; on a slow one a picture that grows is better than none.
    private static let largeFrame = 1024

    private func mayDraw(at now: ContinuousClock.Instant) -> Bool {
        !line.isJammed && pacing.deadline(at: now) == nil
    }

    private func draw(_ program: inout some InteractiveProgram, at now: ContinuousClock.Instant) {
        var buffer = Buffer(size: screen.size)
        let cursor = program.draw(into: &buffer, at: now)
        screen.present(buffer, cursor: cursor)
        var frame = takeFrame() + newTitle(of: program)
        if frame.isEmpty { return }
        if frame.count >= Self.largeFrame, pacing.isQuick {
            frame = Array("\u{1B}[?2026h".utf8) + frame + Array("\u{1B}[?2026l".utf8)
        }
        if pacing.wrote(frame.count, at: .now) { frame += OutputPacing.question }
        line.write(frame)
    }

    /// The bytes of a title that is not in the window yet.
    private func newTitle(of program: some InteractiveProgram) -> [UInt8] {
        guard hasTitle, let title = program.title, title != shownTitle else { return [] }
        shownTitle = title
        return WindowTitle.sequence(title, isASCII: !isUTF8)
    }

    // MARK: Waiting

    /// Sleeps until something happens; says what, or `nil` when the terminal is gone.
    private func wait(
        for deadline: ContinuousClock.Instant?, isStale: Bool, from now: ContinuousClock.Instant
    ) -> (line: Bool, wake: Bool)? {
        let deadlines = [deadline, decoder.deadline, isStale ? pacing.deadline(at: now) : nil]
        var timeout: Int32 = -1
        if let nearest = deadlines.compactMap({ $0 }).min() { timeout = Self.milliseconds(nearest - .now) }
        var polled = [
            pollfd(fd: line.descriptor, events: Int16(line.isJammed ? POLLIN | POLLOUT : POLLIN), revents: 0),
            pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        // A signal: its handler wakes us the next time, or nothing happened.
        if poll(&polled, 2, timeout) < 0 { return (false, false) }
        let line = polled[0].revents
        if line & Int16(POLLOUT) != 0 { self.line.drain() }
        // Bytes that came before the end of the line are read first; reading then tells the end.
        if line & Int16(POLLIN) == 0, line & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return nil }
        return (line & Int16(POLLIN) != 0, polled[1].revents & Int16(POLLIN) != 0)
    }

    /// A time to sleep, rounded up, so that the deadline is past on waking; at most a day.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        if duration <= .zero { return 0 }
        if duration > .seconds(86400) { return 86_400_000 }
        let (seconds, attoseconds) = duration.components
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    // MARK: Signals and requests

    private func handleSignals(_ program: inout some InteractiveProgram, at now: ContinuousClock.Instant) {
        let signals = cc_signals()
        if signals & Int32(CC_STOP) != 0 {
            suspend(&program, wholeGroup: false)
        } else if signals & Int32(CC_CONTINUED) != 0 {
            // Stopped by a signal that cannot be caught: the shell has set the line its way meanwhile.
            reenter(&program)
        } else if signals & Int32(CC_RESIZED) != 0 {
            resize(&program, at: now)
        }
    }

    /// Draws anew even at the same size: on its way there the terminal may have cut what it showed.
    private func resize(_ program: inout some InteractiveProgram, at now: ContinuousClock.Instant) {
        screen.resize(to: line.size)
        program.receive(.resize(screen.size), at: now)
    }

    private func suspend(_ program: inout some InteractiveProgram, wholeGroup: Bool) {
        leave()
        cc_stop(wholeGroup, wake.descriptor)
        _ = cc_signals()
        reenter(&program)
    }

    private func reenter(_ program: inout some InteractiveProgram) {
        enter()
        goOn(&program)
    }

    /// Draws all anew on a terminal that was others' meanwhile.
    private func goOn(_ program: inout some InteractiveProgram) {
        cc_redraw()
        pacing = OutputPacing()
        let now = ContinuousClock.now
        let size = line.size
        if size != screen.size { resize(&program, at: now) }
        program.receive(.resumed, at: now)
    }

    /// Does what the program asks for; a status is one to leave with.
    private func obey(_ program: inout some InteractiveProgram) -> Int32? {
        switch program.takeRequest() {
        case .quit(let status): return status
        case .suspend: suspend(&program, wholeGroup: true)
        case .redraw: cc_redraw()
        case .send(let bytes): line.write(bytes)
        case .setMouse(let isOn): setMouse(isOn)
        case .run(let command):
            let ending = hand(overTo: command)
            _ = cc_signals()
            goOn(&program)
            program.receive(.commandEnded(ending), at: .now)
            return obey(&program)
        case .converse:
            leave()
            cc_unwatch()
            program.converse()
            cc_watch(wake.descriptor)
            _ = cc_signals()
            reenter(&program)
            return obey(&program)
        case nil: break
        }
        return nil
    }
}
