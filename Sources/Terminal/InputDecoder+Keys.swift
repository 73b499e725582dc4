/// What whole sequences and control characters mean.
extension InputDecoder {
    /// What a whole control sequence says.
    enum Meaning: Equatable {
        case key(Key), mouse(Mouse), status, pasteStart
        /// A reply, a focus event, or something unknown.
        case nothing
    }

    static func meaning(of final: UInt8, _ parameters: Parameters) -> Meaning {
        if parameters.hasIntermediates { return .nothing }
        switch parameters.prefix {
        case nil: break
        case 0x3C where final == 0x4D || final == 0x6D: return mouse(parameters, isRelease: final == 0x6D)
        default: return .nothing
        }
        let modifiers = parameters.modifiers(1)
        switch final {
        case UInt8(ascii: "n"): return parameters.values == [[0]] ? .status : .nothing
        case UInt8(ascii: "Z"): return .key(Key(.tab, modifiers.union(.shift)))
        case UInt8(ascii: "u"): return kittyKey(parameters)
        case UInt8(ascii: "~"): return tildeKey(parameters)
        // With parameters this is the cursor's place, which F3 with modifiers cannot be told from.
        case UInt8(ascii: "R") where !parameters.values.isEmpty: return .nothing
        case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt: Shift with an arrow
            guard parameters.values.isEmpty, let code = finalCode(final - 0x20) else { return .nothing }
            return .key(Key(code, .shift))
        default:
            // The kitty form tells a release by sub-parameter 3.
            guard let code = finalCode(final), parameters.value(0, or: 1) <= 1, parameters.value(1, part: 1) != 3
            else { return .nothing }
            return .key(Key(code, modifiers))
        }
    }

    /// The keys of `ESC O`, where the keypad's are too.
    static func singleShiftKey(_ final: UInt8, _ parameters: Parameters) -> Key? {
        let modifiers = parameters.modifiers(max(0, parameters.values.count - 1))
        if let code = finalCode(final) { return Key(code, modifiers) }
        switch final {
        case UInt8(ascii: "M"): return Key(.enter, modifiers)
        case UInt8(ascii: "I"): return Key(.tab, modifiers)
        case UInt8(ascii: "X"): return .character("=")
        case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Character(Unicode.Scalar(final - 0x40)))
        case UInt8(ascii: "a")...UInt8(ascii: "d"):  // rxvt: Ctrl with an arrow
            return finalCode(final - 0x20).map { Key($0, .control) }
        default: return nil
        }
    }

    /// A control character as the key that sends it.
    static func controlKey(_ byte: UInt8) -> Key {
        switch byte {
        case 0x0D, 0x0A: Key(.enter)
        case 0x09: Key(.tab)
        case 0x7F, 0x08: Key(.backspace)
        case 0x00: .control(" ")
        case 0x1B: Key(.escape)
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: .control(Character(Unicode.Scalar(byte + 0x40)))  // \ ] ^ _
        }
    }

    private static func finalCode(_ final: UInt8) -> Key.Code? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P"): .function(1)
        case UInt8(ascii: "Q"): .function(2)
        case UInt8(ascii: "R"): .function(3)
        case UInt8(ascii: "S"): .function(4)
        default: nil
        }
    }

    private static func tildeKey(_ parameters: Parameters) -> Meaning {
        let code: Key.Code
        switch parameters.value(0) {
        case 1, 7: code = .home
        case 2: code = .insert
        case 3: code = .delete
        case 4, 8: code = .end
        case 5: code = .pageUp
        case 6: code = .pageDown
        case let number where (11...15).contains(number): code = .function(number - 10)
        case let number where (17...21).contains(number): code = .function(number - 11)
        case let number where (23...26).contains(number): code = .function(number - 12)
        case 28, 29: code = .function(parameters.value(0) - 13)
        case let number where (31...34).contains(number): code = .function(number - 14)
        case 27: return characterKey(parameters.value(2), parameters.modifiers(1))  // modifyOtherKeys
        case 200: return .pasteStart
        default: return .nothing
        }
        return parameters.value(1, part: 1) == 3 ? .nothing : .key(Key(code, parameters.modifiers(1)))
    }

    /// `CSI code ; modifiers : event u`.
    private static func kittyKey(_ parameters: Parameters) -> Meaning {
        guard !parameters.values.isEmpty, parameters.value(1, part: 1) != 3 else { return .nothing }
        return characterKey(parameters.value(0), parameters.modifiers(1))
    }

    /// A key named by its character, as `modifyOtherKeys` and kitty do.
    private static func characterKey(_ number: Int, _ modifiers: Key.Modifiers) -> Meaning {
        let special: [Int: Key.Code] = [
            9: .tab, 10: .enter, 13: .enter, 27: .escape, 8: .backspace, 127: .backspace,
            57414: .enter, 57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown,
            57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
        ]
        if let code = special[number] { return .key(Key(code, modifiers)) }
        if (57399...57408).contains(number), let digit = Unicode.Scalar(number - 57399 + 0x30) {
            return .key(Key(.character(Character(digit)), modifiers.subtracting(.shift)))
        }
        // Modifier keys and media keys are numbered within the private use area.
        guard number >= 0x20, !(0x7F..<0xA0).contains(number), !(0xE000...0xF8FF).contains(number),
            let scalar = Unicode.Scalar(UInt32(number))
        else { return .nothing }
        var character = Character(scalar)
        if modifiers.contains(.control) {
            character = single(character.lowercased()) ?? character
        } else if modifiers.contains(.shift) {
            character = single(character.uppercased()) ?? character
        }
        // Shift is part of the character: `G` is a capital letter without a modifier.
        return .key(Key(.character(character), modifiers.subtracting(.shift)))
    }

    private static func single(_ text: String) -> Character? {
        text.count == 1 ? text.first : nil
    }

    /// `CSI < buttons ; column ; row M` or `m` (mode 1006).
    private static func mouse(_ parameters: Parameters, isRelease: Bool) -> Meaning {
        guard parameters.values.count == 3 else { return .nothing }
        let bits = parameters.value(0)
        let at = Point(column: parameters.value(1) - 1, row: parameters.value(2) - 1)
        guard at.column >= 0, at.row >= 0, bits < 128 else { return .nothing }
        if bits & 64 != 0 {
            guard bits & 3 < 2, !isRelease else { return .nothing }
            return .mouse(Mouse(bits & 1 == 0 ? .wheelUp : .wheelDown, .none, at: at))
        }
        let buttons: [Mouse.Button] = [.left, .middle, .right, .none]
        let button = buttons[bits & 3]
        if bits & 32 != 0 { return button == .none ? .nothing : .mouse(Mouse(.drag, button, at: at)) }
        return .mouse(Mouse(isRelease ? .release : .press, button, at: at))
    }
}
