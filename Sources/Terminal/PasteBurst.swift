/// Recognises a paste that the terminal did not bracket: characters that come faster than a hand can type.
///
/// A lone character is passed on at once. Two or more in one read, or within `gap` of each other, are held for that long: are
/// they `count` by then, they are one paste, with all that follows closely; else they are keys.
struct PasteBurst: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Characters that no hand types in one go.
    static let count = 8
    /// The time between two characters within which they belong together.
    static let gap: Duration = .milliseconds(5)
    /// The silence that ends a paste.
    static let quiet: Duration = .milliseconds(30)
    /// For so long after a paste, what comes is the rest of it.
    static let rest: Duration = .milliseconds(150)

    private var held = String.UnicodeScalarView()
    /// Characters in a row without a gap, those included that were passed on.
    private var inARow = 0
    private var last: Instant?
    private var isPaste = false
    private var pasteEnded: Instant?

    /// The moment at which silence decides about the characters held.
    var deadline: Instant? {
        guard let last, !held.isEmpty else { return nil }
        return last + (isPaste ? Self.quiet : Self.gap)
    }

    /// Takes a printable character, a newline or a tab.
    mutating func take(_ scalar: Unicode.Scalar, at now: Instant, into outputs: inout [InputDecoder.Output]) {
        if let last, now - last > Self.gap, !isPaste {
            // The silence came and went while nobody looked.
            outputs += flush()
            inARow = 0
        }
        if let ended = pasteEnded, now - ended < Self.rest { isPaste = true }
        pasteEnded = nil
        inARow += 1
        last = now
        if held.count < InputDecoder.pasteLimit { held.append(scalar) }
        if inARow >= Self.count { isPaste = true }
    }

    /// No more bytes came with this read.
    mutating func readEnded(at now: Instant) -> [InputDecoder.Output] {
        !isPaste && inARow <= 1 ? flush() : []
    }

    mutating func timeReached(at now: Instant) -> [InputDecoder.Output] {
        guard let deadline, now >= deadline else { return [] }
        if isPaste { pasteEnded = now }
        return flush()
    }

    /// Something else came: what is held goes before it.
    mutating func interrupted() -> [InputDecoder.Output] {
        defer { inARow = 0 }
        return flush()
    }

    private mutating func flush() -> [InputDecoder.Output] {
        guard !held.isEmpty else { return [] }
        defer {
            held = String.UnicodeScalarView()
            isPaste = false
        }
        if isPaste { return [.event(.paste(Self.cleaned(String(held))))] }
        return held.map { scalar in
            switch scalar {
            case "\r", "\n": .event(.key(Key(.enter)))
            case "\t": .event(.key(Key(.tab)))
            default: .event(.key(.character(Character(scalar))))
            }
        }
    }

    /// Text as it was meant: one kind of newline, no control character but newline and tab.
    static func cleaned(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": kept.append("\n")
            case "\n" where previous == "\r": break
            case "\n", "\t": kept.append(scalar)
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): break
            default: kept.append(scalar)
            }
            previous = scalar
        }
        return String(kept)
    }
}
