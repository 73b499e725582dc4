import Testing

@testable import Terminal

struct InputDecoderTests {
    // swift-format-ignore
    static let keys: [(bytes: String, key: Key)] = [
        ("a", .character("a")), ("G", .character("G")), ("é", .character("é")), ("漢", .character("漢")), ("🎉", .character("🎉")),
        (" ", .character(" ")), ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)), ("\u{7F}", Key(.backspace)),
        ("\u{8}", Key(.backspace)), ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\0", .control(" ")),
        ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{1B}", Key(.escape)), ("\u{1B}x", Key(.character("x"), .alt)),
        ("\u{1B}é", Key(.character("é"), .alt)), ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}\u{7F}", Key(.backspace, .alt)),
        ("\u{1B}\u{3}", Key(.character("c"), [.alt, .control])), ("\u{1B}P", Key(.character("P"), .alt)),
        ("\u{1B}O", Key(.character("O"), .alt)), ("\u{1B}]", Key(.character("]"), .alt)),
        ("\u{1B}[A", Key(.up)), ("\u{1B}OA", Key(.up)), ("\u{1B}[B", Key(.down)), ("\u{1B}OB", Key(.down)),
        ("\u{1B}[C", Key(.right)), ("\u{1B}OD", Key(.left)), ("\u{1B}[H", Key(.home)), ("\u{1B}OF", Key(.end)),
        ("\u{1B}[1~", Key(.home)), ("\u{1B}[7~", Key(.home)), ("\u{1B}[4~", Key(.end)), ("\u{1B}[2~", Key(.insert)),
        ("\u{1B}[3~", Key(.delete)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6~", Key(.pageDown)),
        ("\u{1B}[1;2A", Key(.up, .shift)), ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;3D", Key(.left, .alt)),
        ("\u{1B}[1;8B", Key(.down, [.shift, .alt, .control])), ("\u{1B}O5A", Key(.up, .control)), ("\u{1B}[a", Key(.up, .shift)),
        ("\u{1B}Ob", Key(.down, .control)), ("\u{1B}[3;5~", Key(.delete, .control)), ("\u{1B}[Z", Key(.tab, .shift)),
        ("\u{1B}OP", Key(.function(1))), ("\u{1B}OS", Key(.function(4))), ("\u{1B}[11~", Key(.function(1))),
        ("\u{1B}[15~", Key(.function(5))), ("\u{1B}[17~", Key(.function(6))), ("\u{1B}[21~", Key(.function(10))),
        ("\u{1B}[24~", Key(.function(12))), ("\u{1B}[1;2P", Key(.function(1), .shift)), ("\u{1B}[[A", Key(.function(1))),
        ("\u{1B}[[E", Key(.function(5))), ("\u{1B}OM", Key(.enter)), ("\u{1B}Op", .character("0")), ("\u{1B}Ok", .character("+")),
        ("\u{1B}[27;5;99~", .control("c")), ("\u{1B}[27;2;65~", .character("A")), ("\u{1B}[99;5u", .control("c")),
        ("\u{1B}[97;2u", .character("A")), ("\u{1B}[27u", Key(.escape)), ("\u{1B}[13;5u", Key(.enter, .control)),
        ("\u{1B}[9;2u", Key(.tab, .shift)), ("\u{1B}[97:65;2:1u", .character("A")), ("\u{1B}[57419u", Key(.up)),
    ]

    @Test(arguments: keys)
    func decodesAKey(bytes: String, key: Key) {
        #expect(Typist.events(bytes) == [.key(key)])
    }

    @Test(arguments: keys.filter { $0.bytes.utf8.count > 1 })
    func decodesAKeySplitAnywhere(bytes: String, key: Key) {
        let all = Array(bytes.utf8)
        for split in 1..<all.count {
            var typist = Typist()
            typist.send(all[..<split])
            typist.pause(.milliseconds(20))
            typist.send(all[split...])
            typist.pause(.seconds(5))
            #expect(typist.events == [.key(key)], "split after byte \(split)")
        }
    }

    @Test(arguments: [
        "\u{1B}[1;1:3A", "\u{1B}[97;1:3u", "\u{1B}[57441u", "\u{1B}[57358u", "\u{1B}[I", "\u{1B}[O", "\u{1B}[M !!",
        "\u{1B}[200d",
        "\u{1B}[201~", "\u{1B}[", "\u{1B}[1;", "\u{1B}[?", "\u{1B}O1;", "\u{85}",
    ])
    func pressesNothing(bytes: String) {
        #expect(Typist.events(bytes).isEmpty)
    }

    @Test func dropsBytesThatAreNoCharacter() {
        var typist = Typist()
        typist.send([0xFF, 0xFE, 0x80, 0xC3, 0x28, 0xE2, 0x82])
        typist.pause(.seconds(5))
        #expect(typist.keys == [.character("(")])
    }

    @Test func tellsKeysInOneReadApart() {
        let keys = Typist.events("jk\u{1B}[Bq")
        #expect(keys == [.key(.character("j")), .key(.character("k")), .key(Key(.down)), .key(.character("q"))])
    }

    @Test func pressesEscapeTwice() {
        #expect(Typist.events("\u{1B}\u{1B}") == [.key(Key(.escape)), .key(Key(.escape))])
    }

    @Test func pressesEscapeAfterAShortSilenceOnly() {
        var typist = Typist()
        typist.send("\u{1B}")
        typist.pause(InputDecoder.escapePatience - .milliseconds(1))
        #expect(typist.events.isEmpty)
        typist.pause(.milliseconds(1))
        #expect(typist.keys == [Key(.escape)])
    }

    @Test(arguments: ["[", "]", "P", "_", "O", "x"])
    func pressesALetterThatFollowsEscapeLater(letter: String) {
        var typist = Typist()
        typist.send("\u{1B}")
        typist.pause(.milliseconds(200))
        typist.send(letter)
        typist.pause(.milliseconds(200))
        typist.send("j")
        typist.pause(.milliseconds(200))
        #expect(typist.keys == [Key(.escape), .character(Character(letter)), .character("j")])
    }

    @Test func passesALoneKeyOnAtOnce() {
        var typist = Typist()
        typist.send("j")
        #expect(typist.keys == [.character("j")])
        typist.send("\u{1B}[B")
        #expect(typist.keys == [.character("j"), Key(.down)])
    }

    @Test func recognisesTheAnswerToItsQuestion() {
        var typist = Typist()
        typist.send("j\u{1B}[0nk")
        typist.pause(.seconds(1))
        #expect(typist.outputs.contains(.statusReport))
        #expect(typist.keys == [.character("j"), .character("k")])
    }

    // swift-format-ignore
    @Test(arguments: [
        ("\u{1B}[<0;5;7M", Mouse(.press, .left, at: Point(column: 4, row: 6))),
        ("\u{1B}[<2;1;1m", Mouse(.release, .right, at: Point(column: 0, row: 0))),
        ("\u{1B}[<32;300;2M", Mouse(.drag, .left, at: Point(column: 299, row: 1))),
        ("\u{1B}[<64;1;1M", Mouse(.wheelUp, .none, at: Point(column: 0, row: 0))),
        ("\u{1B}[<65;1;1M", Mouse(.wheelDown, .none, at: Point(column: 0, row: 0))),
    ])
    func decodesTheMouse(bytes: String, mouse: Mouse) {
        #expect(Typist.events(bytes) == [.mouse(mouse)])
    }

    @Test(arguments: ["\u{1B}[<0;0;1M", "\u{1B}[<0;1M", "\u{1B}[<999;1;1M", "\u{1B}[<35;3;3M", "\u{1B}[<66;1;1M"])
    func dropsOtherMouseReports(bytes: String) {
        #expect(Typist.events(bytes).isEmpty)
    }
}
