/// What leaves the decoder: pastes, keys, and in which order.
extension InputDecoder {
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    mutating func takePasted(_ byte: UInt8, matched: Int) {
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

    mutating func endPaste() {
        outputs.append(.event(.paste(PasteBurst.cleaned(String(decoding: pasted, as: UTF8.self)))))
        pasted = []
    }

    /// A key that was typed as a character: part of a burst, perhaps.
    mutating func type(_ scalar: Unicode.Scalar, at now: Instant) {
        burst.take(scalar, at: now, into: &outputs)
    }

    mutating func press(_ key: Key) {
        put(.event(.key(key)))
    }

    /// The key of a sequence, unless its Escape was a key already.
    mutating func pressInSequence(_ key: Key) {
        if !isTail { press(key) }
        isTail = false
    }

    mutating func put(_ output: Output) {
        // The terminal's answers come between the pieces of a paste without ending it.
        if case .event = output { outputs += burst.interrupted() }
        outputs.append(output)
    }
}
