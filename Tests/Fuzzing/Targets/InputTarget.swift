@testable import Terminal

extension FuzzTarget {
    /// Keys come out alike however the bytes arrive, nothing that steers a terminal comes out, and after a silence the decoder
    /// is as new.
    static let input = FuzzTarget(
        name: "input", longest: 200,
        words: [
            "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]11;rgb:", "\u{1B}\\", "\u{7}",
            "\u{1B}P",
            "\u{1B}_G", "\u{1B}[<0;1;1M", "\u{1B}[M !!", "\u{1B}[[A", "\u{1B}[27;5;", "1;5A", "u", "~", "é", "日", "👩‍🚀",
            "\r",
            "\n", "\t", "\u{18}", "abcdefgh", "\u{1B}[0n", "\u{85}",
        ]
    ) { bytes throws(Broken) in
        let slowly = try Typed(bytes.map { [$0] }, pause: .milliseconds(10))
        // Of a line end of two characters a paste makes one, and single keys are two: the only difference of that kind.
        if !(bytes.contains(0x0D) && bytes.contains(0x0A)) {
            for pieces in [[bytes], bytes.pieces] {
                let typed = try Typed(pieces, pause: .milliseconds(10))
                try hold(typed.plain == slowly.plain, "\(pieces.map(\.count)): \(typed.plain), not \(slowly.plain)")
            }
        }
        // Longer than an Escape waits for more.
        _ = try Typed(bytes.pieces, pause: .milliseconds(60))
    }
}

/// What came of bytes that arrive in pieces, and of the silence after them.
private struct Typed {
    private(set) var outputs: [InputDecoder.Output] = []

    init(_ pieces: [[UInt8]], pause: Duration) throws(Broken) {
        var decoder = InputDecoder()
        var now = ContinuousClock.Instant.now
        for piece in pieces {
            outputs += decoder.decode(piece, at: now)
            now += pause
            if let deadline = decoder.deadline, deadline <= now { outputs += decoder.timeReached(at: now) }
        }
        // An Escape, then what was held back for it.
        for _ in 0..<3 {
            now += .seconds(5)
            outputs += decoder.timeReached(at: now)
        }
        try hold(decoder.state == .ground && decoder.deadline == nil, "\(decoder.state) after a long silence")
        for output in outputs {
            if case .event(.paste(let text)) = output {
                try hold(!text.filter { $0 != "\n" && $0 != "\t" }.hasControls, "a paste steers: \(output)")
            } else if case .event(.key(let key)) = output, case .character(let character) = key.code {
                try hold(!String(character).hasControls, "a key steers: \(output)")
            }
        }
        let last = decoder.decode([UInt8(ascii: "j")], at: now)
        try hold(last == [.event(.key(.character("j")))], "a key after it is \(last)")
    }

    /// The answers of the terminal, which do not wait for keys that may become a paste, and after them the rest: pastes as the
    /// keys that they would have been, as a burst of keys is a paste where they come in one read.
    var plain: [InputDecoder.Output] {
        let answers = outputs.filter { if case .event = $0 { false } else { true } }
        return answers
            + outputs.filter { !answers.contains($0) }.flatMap { (output) -> [InputDecoder.Output] in
                guard case .event(.paste(let text)) = output else { return [output] }
                return text.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\n": .event(.key(Key(.enter)))
                    case "\t": .event(.key(Key(.tab)))
                    default: .event(.key(.character(Character(scalar))))
                    }
                }
            }
    }
}
