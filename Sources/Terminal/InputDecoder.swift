/// Turns the bytes of a terminal into keys, pastes and mouse reports, and swallows what is neither.
///
/// Pure: time is an argument, so every split and every pause can be tested. Bytes follow ECMA-48 and the xterm control
/// sequences (ctlseqs), keys also the `modifyOtherKeys` and kitty (`CSI u`) forms. A sequence that is cut short, damaged or
/// unknown presses no key.
package struct InputDecoder: Sendable {
    package typealias Instant = ContinuousClock.Instant

    /// What came out of the bytes.
    package enum Output: Hashable, Sendable {
        case event(InputEvent)
        /// The answer to `CSI 5 n`: the terminal has come as far as the question.
        case statusReport
        /// The answer to `Ground.question`; it is no key either, and may come at any time.
        case ground(Ground)
    }

    /// An Escape that nothing follows for so long is a key.
    package static let escapePatience: Duration = .milliseconds(50)
    /// A sequence whose beginning cannot have been typed may pause for so long; what has come by then is dropped.
    package static let sequencePatience: Duration = .milliseconds(1500)
    /// `ESC P` and the like, with nothing behind: a reply on a slow line, or Alt with a letter after so long.
    package static let introducerPatience: Duration = .seconds(1)
    /// For so long after a lone Escape the rest of a reply is still recognised.
    package static let tailPatience: Duration = .seconds(3)
    /// A bracketed paste that pauses for so long has lost its end.
    package static let pastePatience: Duration = .seconds(3)
    /// Bytes of a paste that are kept; the rest is dropped.
    package static let pasteLimit = 1 << 20
    /// Parameter bytes of a control sequence that are kept.
    static let parameterLimit = 64
    /// Bytes of an OSC string that are kept; what is longer is no answer to a question of ours.
    static let answerLimit = 32

    enum State: Hashable, Sendable {
        /// Between sequences. Any byte may follow.
        case ground
        /// Within a character of several bytes; continuation bytes follow. `isAlt`: an Escape came before.
        case character([UInt8], needed: Int, isAlt: Bool)
        /// After ESC: a key, if nothing follows soon; else an introducer, or a character pressed with Alt.
        case escape
        /// After ESC O (SS3): parameters and one final byte follow.
        case singleShift([UInt8])
        /// After ESC [ (CSI): parameters, intermediates and one final byte follow.
        case control([UInt8])
        /// After ESC [ [: the Linux console's F1 to F5, one more byte.
        case consoleFunction
        /// After ESC [ M: three bytes of an old mouse report.
        case oldMouse(left: Int)
        /// After ESC and the introducer of a string, with nothing of it yet.
        case introducer(UInt8)
        /// Within an OSC, DCS, APC, PM or SOS string, until ST, BEL, CAN or SUB. `isEnding`: the ESC of an ST came.
        case string(isEnding: Bool)
        /// Within a bracketed paste; so many bytes of its end mark came.
        case paste(matched: Int)
        /// After a lone ESC that became a key: this byte may begin the rest of a reply that it had begun, or be a key.
        case tail(UInt8)
    }

    var state = State.ground
    /// When the last byte came.
    private var lastByte: Instant?
    /// When a lone ESC became a key, until the next byte shows that nothing of a reply follows.
    var loneEscape: Instant?
    /// Whether the sequence under way is the rest of one whose ESC became a key; it presses nothing.
    var isTail = false
    var pasted: [UInt8] = []
    /// The OSC string under way, as far as it may be an answer.
    var answer: [UInt8]?
    var burst = PasteBurst()
    var outputs: [Output] = []

    package init() {}

    /// The moment at which `timeReached` must be called, because silence means something then.
    package var deadline: Instant? {
        let own = lastByte.flatMap { last in patience.map { last + $0 } }
        guard let other = burst.deadline else { return own }
        return own.map { min($0, other) } ?? other
    }

    /// Takes the bytes of one read.
    package mutating func decode(_ bytes: some Sequence<UInt8>, at now: Instant) -> [Output] {
        for byte in bytes {
            take(byte, at: now)
            lastByte = now
        }
        outputs += burst.readEnded(at: now)
        defer { outputs = [] }
        return outputs
    }

    /// Takes the silence until now.
    package mutating func timeReached(at now: Instant) -> [Output] {
        if let lastByte, let patience, now >= lastByte + patience { giveUp(at: now) }
        outputs += burst.timeReached(at: now)
        defer { outputs = [] }
        return outputs
    }

    private var patience: Duration? {
        switch state {
        case .ground: nil
        case .escape, .tail, .oldMouse: Self.escapePatience
        case .introducer, .singleShift: Self.introducerPatience
        case .character, .control, .consoleFunction, .string: Self.sequencePatience
        case .paste: Self.pastePatience
        }
    }

    /// Nothing more came of what was under way.
    private mutating func giveUp(at now: Instant) {
        let given = state
        state = .ground
        answer = nil
        switch given {
        case .escape:
            press(Key(.escape))
            loneEscape = now
        case .introducer(let byte): press(Key(.character(Character(Unicode.Scalar(byte))), .alt))
        case .singleShift([]): press(Key(.character("O"), .alt))
        case .tail(let byte): type(Unicode.Scalar(byte), at: now)
        case .paste: endPaste()
        case .ground, .character, .singleShift, .control, .consoleFunction, .oldMouse, .string: break
        }
        isTail = false
    }
}
