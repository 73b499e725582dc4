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
    private var loneEscape: Instant?
    /// Whether the sequence under way is the rest of one whose ESC became a key; it presses nothing.
    private var isTail = false
    private var pasted: [UInt8] = []
    private var burst = PasteBurst()
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

// MARK: The states

extension InputDecoder {
    private mutating func take(_ byte: UInt8, at now: Instant) {
        switch state {
        case .ground: start(with: byte, at: now)
        case .character(let bytes, let needed, let isAlt):
            continueCharacter(bytes + [byte], needed: needed, isAlt: isAlt, at: now)
        case .escape: takeAfterEscape(byte, at: now)
        case .singleShift(let parameters): takeSingleShift(byte, parameters, at: now)
        case .control(let bytes): takeControl(byte, bytes, at: now)
        case .consoleFunction:
            state = .ground
            if byte >= 0x41, byte <= 0x45 { pressInSequence(Key(.function(Int(byte) - 0x40))) }
        case .oldMouse(let left): state = left > 1 ? .oldMouse(left: left - 1) : .ground
        case .introducer(let introducer): takeIntroduced(byte, introducer, at: now)
        case .string(let isEnding): takeString(byte, isEnding: isEnding, at: now)
        case .paste(let matched): takePasted(byte, matched: matched)
        case .tail(let introducer): takeTail(byte, introducer, at: now)
        }
    }

    private mutating func start(with byte: UInt8, at now: Instant) {
        isTail = false
        if let escape = loneEscape {
            loneEscape = nil
            // `[`, `]`, `P`, `_`, `O`: the second byte of a reply or of a key, whose first was taken for a key.
            if now - escape < Self.tailPatience, [0x5B, 0x5D, 0x50, 0x5F, 0x4F].contains(byte) {
                state = .tail(byte)
                return
            }
        }
        switch byte {
        case 0x1B: state = .escape
        case 0x0D, 0x0A: burst.take(byte == 0x0D ? "\r" : "\n", at: now, into: &outputs)
        case 0x09: burst.take("\t", at: now, into: &outputs)
        case 0..<0x20, 0x7F: press(Self.controlKey(byte))
        case 0x20..<0x7F: burst.take(Unicode.Scalar(byte), at: now, into: &outputs)
        default: startCharacter(byte, isAlt: false)
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8, at now: Instant) {
        state = .ground
        switch byte {
        case 0x1B:
            press(Key(.escape))
            state = .escape
        case 0x5B: state = .control([])
        case 0x4F: state = .singleShift([])
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .introducer(byte)  // DCS, SOS, OSC, PM, APC
        case 0..<0x20, 0x7F:
            var key = Self.controlKey(byte)
            key.modifiers.insert(.alt)
            press(key)
        case 0x20..<0x7F: press(Key(.character(Character(Unicode.Scalar(byte))), .alt))
        default: startCharacter(byte, isAlt: true)
        }
    }

    private mutating func startCharacter(_ byte: UInt8, isAlt: Bool) {
        // RFC 3629; anything else is no beginning of a character, and dropped.
        switch byte {
        case 0xC2...0xDF: state = .character([byte], needed: 2, isAlt: isAlt)
        case 0xE0...0xEF: state = .character([byte], needed: 3, isAlt: isAlt)
        case 0xF0...0xF4: state = .character([byte], needed: 4, isAlt: isAlt)
        default: state = .ground
        }
    }

    private mutating func continueCharacter(_ bytes: [UInt8], needed: Int, isAlt: Bool, at now: Instant) {
        state = .ground
        guard let byte = bytes.last, byte & 0xC0 == 0x80 else {
            if let byte = bytes.last { start(with: byte, at: now) }
            return
        }
        if bytes.count < needed {
            state = .character(bytes, needed: needed, isAlt: isAlt)
        } else if let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first,
            !(0x80..<0xA0).contains(scalar.value)
        {
            if isAlt { press(Key(.character(Character(scalar)), .alt)) } else { type(scalar, at: now) }
        }
    }

    private mutating func takeSingleShift(_ byte: UInt8, _ parameters: [UInt8], at now: Instant) {
        switch byte {
        case 0x30...0x3B where parameters.count < 8: state = .singleShift(parameters + [byte])
        case 0x40...0x7E:
            state = .ground
            if let key = Self.singleShiftKey(byte, Parameters(parameters)) { pressInSequence(key) }
        default:
            state = .ground
            start(with: byte, at: now)
        }
    }

    private mutating func takeControl(_ byte: UInt8, _ bytes: [UInt8], at now: Instant) {
        switch byte {
        case 0x5B where bytes.isEmpty: state = .consoleFunction
        case 0x4D where bytes.isEmpty: state = .oldMouse(left: 3)
        case 0x20...0x3F: state = .control(bytes.count < Self.parameterLimit ? bytes + [byte] : bytes)
        case 0x40...0x7E:
            state = .ground
            finishControl(byte, bytes)
        case 0x18, 0x1A, 0x80...0xFF: state = .ground  // cancelled, or damaged
        default:
            state = .ground
            start(with: byte, at: now)
        }
    }

    private mutating func finishControl(_ final: UInt8, _ bytes: [UInt8]) {
        switch Self.meaning(of: final, Parameters(bytes)) {
        case .key(let key): pressInSequence(key)
        case .mouse(let mouse): put(.event(.mouse(mouse)))
        case .status: put(.statusReport)
        case .pasteStart:
            outputs += burst.interrupted()
            pasted = []
            state = .paste(matched: 0)
        case .nothing: break
        }
        isTail = false
    }

    private mutating func takeIntroduced(_ byte: UInt8, _ introducer: UInt8, at now: Instant) {
        let isLikely =
            switch introducer {
            case 0x5D: (0x30...0x39).contains(byte) || byte == 0x4C || byte == 0x6C  // OSC number, or a title
            case 0x50: (0x30...0x39).contains(byte) || "!$+<=>?;q".utf8.contains(byte)
            default: byte >= 0x20
            }
        if isLikely || [0x07, 0x18, 0x1A, 0x1B].contains(byte) {
            takeString(byte, isEnding: false, at: now)
        } else {
            // No reply begins like this: Alt with a letter, then a key.
            state = .ground
            press(Key(.character(Character(Unicode.Scalar(introducer))), .alt))
            start(with: byte, at: now)
        }
    }

    private mutating func takeString(_ byte: UInt8, isEnding: Bool, at now: Instant) {
        switch byte {
        case 0x07, 0x18, 0x1A: state = .ground
        case 0x5C where isEnding: state = .ground
        case 0x1B: state = .string(isEnding: true)
        case _ where isEnding:
            // The ESC was no end, so it began something else.
            takeAfterEscape(byte, at: now)
        default: state = .string(isEnding: false)
        }
    }

    private mutating func takeTail(_ byte: UInt8, _ introducer: UInt8, at now: Instant) {
        let isDigit = (0x30...0x39).contains(byte)
        isTail = true
        switch introducer {
        case 0x5B where (0x30...0x3F).contains(byte) || "ABCDFHIOZ".utf8.contains(byte):
            state = .control([])
            takeControl(byte, [], at: now)
        case 0x5D where isDigit: state = .string(isEnding: false)
        case 0x50 where isDigit || "!$+>".utf8.contains(byte): state = .string(isEnding: false)
        case 0x5F where byte == 0x47: state = .string(isEnding: false)
        case 0x4F where "ABCDFHPQRS".utf8.contains(byte): state = .ground
        default:
            isTail = false
            state = .ground
            type(Unicode.Scalar(introducer), at: now)
            start(with: byte, at: now)
        }
    }
}

// MARK: Pastes and events

extension InputDecoder {
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    private mutating func takePasted(_ byte: UInt8, matched: Int) {
        if byte == Self.pasteEnd[matched] {
            state = .paste(matched: matched + 1)
            if matched + 1 == Self.pasteEnd.count {
                state = .ground
                endPaste()
            }
            return
        }
        keep(Self.pasteEnd.prefix(matched))
        if byte == Self.pasteEnd[0] {
            state = .paste(matched: 1)
        } else {
            keep([byte])
            state = .paste(matched: 0)
        }
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        pasted += bytes.prefix(Self.pasteLimit - pasted.count)
    }

    private mutating func endPaste() {
        outputs.append(.event(.paste(PasteBurst.cleaned(String(decoding: pasted, as: UTF8.self)))))
        pasted = []
    }

    /// A key that was typed as a character: part of a burst, perhaps.
    private mutating func type(_ scalar: Unicode.Scalar, at now: Instant) {
        burst.take(scalar, at: now, into: &outputs)
    }

    private mutating func press(_ key: Key) {
        put(.event(.key(key)))
    }

    /// The key of a sequence, unless its Escape was a key already.
    private mutating func pressInSequence(_ key: Key) {
        if !isTail { press(key) }
        isTail = false
    }

    private mutating func put(_ output: Output) {
        // The terminal's answers come between the pieces of a paste without ending it.
        if output != .statusReport { outputs += burst.interrupted() }
        outputs.append(output)
    }
}
