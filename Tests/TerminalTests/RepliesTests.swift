import TestSupport
import Testing

@testable import Terminal

/// A terminal's replies, asked for by whomever, press no key, however they arrive.
struct RepliesTests {
    static let whole = [
        "\u{1B}[?62;22c", "\u{1B}[>41;354;0c", "\u{1B}[0n", "\u{1B}[12;40R", "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\",
        "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[?0u",
        "\u{1B}P>|term 1.0(dqy)\u{1B}\\", "\u{1B}P1+r524742=38\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
        "\u{1B}P!|00000000\u{1B}\\",
        "\u{1B}[8;40;120t", "\u{1B}[?997;1n", "\u{1B}_Gi=31;OK\u{1B}\\",
    ]
    /// Strings that no terminal sends unasked; the rest of one, long after its ESC, is not looked for.
    static let unlikely = [
        "\u{1B}]l a title q D\u{1B}\\", "\u{1B}^private q\u{1B}\\", "\u{1B}Xstart q\u{1B}\\", "\u{1B}_any q\u{1B}\\",
    ]
    static let damaged = [
        "\u{1B}[?;;;c", "\u{1B}[99999999999999999999R", "\u{1B}]\u{7}", "\u{1B}P\u{1B}\\",
        "\u{1B}]11;rgb:zz/dd/qq\u{7}",
        "\u{1B}[?62;22;;$$c", "\u{1B}]11;\u{1B}]11;rgb:0/0/0\u{7}",
        "\u{1B}P1+r" + String(repeating: "d", count: 9000) + "\u{1B}\\",
        "\u{1B}[200d", "\u{1B}]52;c;" + String(repeating: "ZGRk", count: 3000) + "\u{7}", "\u{1B}]11;rgb\u{18}",
        "\u{1B}[12\u{18}",
    ]

    @Test(arguments: whole + unlikely + damaged)
    func pressNothingInOnePiece(reply: String) {
        #expect(Typist.events(reply).isEmpty)
    }

    @Test(arguments: whole + unlikely, [0, 8, 40, 300, 900])
    func pressNothingAtAnySplit(reply: String, milliseconds: Int) {
        let bytes = Array(reply.utf8)
        for split in 1..<bytes.count {
            var typist = Typist()
            typist.send(bytes[..<split])
            typist.pause(.milliseconds(milliseconds))
            typist.send(bytes[split...])
            typist.pause(.milliseconds(400))
            // After so long a silence a lone ESC has become the Escape key; the rest still presses nothing.
            let isLoneEscape = split == 1 && milliseconds >= 50
            if isLoneEscape, Self.unlikely.contains(reply) { continue }
            #expect(typist.keys == (isLoneEscape ? [Key(.escape)] : []), "split after byte \(split)")
            typist.send("j")
            #expect(typist.keys.last == .character("j"), "deaf after byte \(split)")
        }
    }

    @Test(arguments: whole + unlikely)
    func pressNothingByteByByte(reply: String) {
        var typist = Typist()
        for byte in reply.utf8 {
            typist.send([byte])
            typist.pause(.milliseconds(30))
        }
        typist.pause(.seconds(3))
        #expect(typist.events.isEmpty)
    }

    @Test(arguments: ["\u{1B}]11;rgb", "\u{1B}P1+r", "\u{1B}[?62", "\u{1B}_G", "\u{1B}Xab"])
    func doNotMakeDeafWhenTheyNeverEnd(beginning: String) {
        var typist = Typist()
        typist.send(beginning)
        typist.pause(InputDecoder.sequencePatience)
        typist.send("q")
        #expect(typist.keys == [.character("q")])
    }

    @Test(arguments: [0, 40, 300, 900])
    func theBackgroundIsLearntAtAnySplitAndPressesNothing(milliseconds: Int) {
        for end in ["\u{1B}\\", "\u{7}"] {
            let bytes = Array("\u{1B}]11;rgb:fdfd/f6f6/e3e3\(end)".utf8)
            // A lone ESC that nothing follows for long is a key; the rest is then no answer, and no key.
            for split in (milliseconds < 50 ? 1 : 2)..<bytes.count {
                var typist = Typist()
                typist.send(bytes[..<split])
                typist.pause(.milliseconds(milliseconds))
                typist.send(bytes[split...])
                typist.pause(.milliseconds(400))
                #expect(typist.outputs == [.ground(.light)], "split after byte \(split)")
            }
        }
    }

    @Test func onlyTheAnswerAboutTheBackgroundSaysSomething() {
        for reply in Self.whole + Self.unlikely + Self.damaged where !reply.contains("]11;rgb:") {
            var typist = Typist()
            typist.send(reply)
            typist.pause(.seconds(3))
            let isGround = typist.outputs.contains { if case .ground = $0 { true } else { false } }
            #expect(!isGround, "\(reply.debugDescription)")
        }
    }

    @Test func neverPressKeysInAnyMixture() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<300 {
            var typist = Typist()
            var bytes: [UInt8] = []
            for _ in 0..<5 { bytes += Array((Self.whole.randomElement(using: &random) ?? "").utf8) }
            while !bytes.isEmpty {
                let count = Int.random(in: 1...bytes.count, using: &random)
                typist.send(bytes[..<count])
                bytes.removeFirst(count)
                typist.pause(.milliseconds(Int.random(in: 0..<50, using: &random)))
            }
            typist.pause(.seconds(2))
            #expect(typist.events.isEmpty, "seed \(seed)")
        }
    }

    @Test func surviveAnyBytes() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        let likely: [UInt8] = Array("\u{1B}\u{1B}[]P_O?;:0123456789ABcu~MRn<>=\\\u{7}\r\n".utf8)
        for _ in 0..<2000 {
            var typist = Typist()
            for _ in 0..<Int.random(in: 1..<30, using: &random) {
                let isLikely = Bool.random(using: &random)
                let byte = isLikely ? likely.randomElement(using: &random) : UInt8.random(in: 0...255, using: &random)
                typist.send([byte ?? 0])
                if Int.random(in: 0..<4, using: &random) == 0 { typist.pause(.milliseconds(60)) }
            }
            typist.pause(.seconds(10))
            typist.send("q")
            typist.pause(.seconds(1))
            #expect(typist.keys.last == .character("q"), "deaf; seed \(seed)")
        }
    }
}
