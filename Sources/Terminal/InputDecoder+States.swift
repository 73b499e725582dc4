/// What each state does with the next byte.
extension InputDecoder {
    mutating func take(_ byte: UInt8, at now: Instant) {
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
        answer = introducer == 0x5D ? [] : nil
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
        case 0x18, 0x1A: state = .ground
        case 0x07: finishString()
        case 0x5C where isEnding: finishString()
        case 0x1B: state = .string(isEnding: true)
        case _ where isEnding:
            // The ESC was no end, so it began something else.
            takeAfterEscape(byte, at: now)
        default:
            state = .string(isEnding: false)
            if let bytes = answer { answer = bytes.count < Self.answerLimit ? bytes + [byte] : nil }
        }
    }

    /// Of all strings only the answer about the background says something.
    private mutating func finishString() {
        state = .ground
        if let ground = answer.flatMap(Ground.init(answer:)) { put(.ground(ground)) }
        answer = nil
    }

    private mutating func takeTail(_ byte: UInt8, _ introducer: UInt8, at now: Instant) {
        let isDigit = (0x30...0x39).contains(byte)
        isTail = true
        switch introducer {
        case 0x5B where (0x30...0x3F).contains(byte) || "ABCDFHIOZ".utf8.contains(byte):
            state = .control([])
            takeControl(byte, [], at: now)
        case 0x5D where isDigit:
            answer = nil
            state = .string(isEnding: false)
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
