import Testing

@testable import Terminal

struct PasteTests {
    @Test func bracketedIsOneEventAtAnySplit() {
        let bytes = Array("\u{1B}[200~D\ny\u{1B}[31m漢\u{1B}[20x\u{1B}[201~".utf8)
        for first in 1..<bytes.count {
            for second in stride(from: first, to: bytes.count, by: 5) {
                var typist = Typist()
                typist.send(bytes[..<first])
                typist.pause(.milliseconds(20))
                typist.send(bytes[first..<second])
                typist.pause(.milliseconds(20))
                typist.send(bytes[second...])
                typist.pause(.milliseconds(20))
                #expect(typist.events == [.paste("D\ny[31m漢[20x")], "splits \(first), \(second)")
            }
        }
    }

    @Test func hasOneKindOfNewlineAndNoControls() {
        #expect(Typist.events("\u{1B}[200~a\r\nb\rc\n\td\u{3}\u{7F}\u{85}\u{1B}[201~") == [.paste("a\nb\nc\n\td")])
    }

    @Test func mayBeEmpty() {
        #expect(Typist.events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test func endsWithoutItsMarkAfterALongSilence() {
        var typist = Typist()
        typist.send("\u{1B}[200~purge")
        typist.pause(InputDecoder.pastePatience - .milliseconds(1))
        #expect(typist.events.isEmpty)
        typist.pause(.milliseconds(1))
        #expect(typist.events == [.paste("purge")])
        typist.send("j")
        #expect(typist.keys == [.character("j")])
    }

    @Test func isBounded() {
        var typist = Typist()
        typist.send("\u{1B}[200~")
        for _ in 0..<40 { typist.send([UInt8](repeating: 0x61, count: 1 << 16)) }
        typist.send("\u{1B}[201~")
        #expect(typist.events == [.paste(String(repeating: "a", count: InputDecoder.pasteLimit))])
    }

    @Test(arguments: 0x20..<0x7F)
    func withoutBracketsPressesNoKey(code: Int) throws {
        let character = try #require(Unicode.Scalar(code).map(Character.init))
        let text = String(repeating: character, count: 12) + "\ny\n"
        #expect(Typist.events(text) == [.paste(text)])
    }

    @Test func withoutBracketsKeepsReturnsAsNewlines() {
        #expect(Typist.events("D\rD\rD\rD\r") == [.paste("D\nD\nD\nD\n")])
        #expect(Typist.events("yes\r\nyes\r\n") == [.paste("yes\nyes\n")])
    }

    @Test func withoutBracketsGoesOnWithWhatFollowsClosely() {
        var typist = Typist()
        typist.send("one two three")
        typist.pause(.milliseconds(20))
        typist.send(" four")
        typist.pause(.milliseconds(100))
        typist.send("y\r")
        typist.pause(.milliseconds(200))
        #expect(typist.events == [.paste("one two three four"), .paste("y\n")])
        typist.send("j")
        #expect(typist.keys == [.character("j")])
    }

    @Test func withoutBracketsLetsOneCharacterThroughWhenItTrickles() {
        var typist = Typist()
        for byte in "DDDDDDDDDDDDDDDD".utf8 {
            typist.send([byte])
            typist.pause(.milliseconds(1))
        }
        typist.pause(.seconds(1))
        #expect(typist.events == [.key(.character("D")), .paste(String(repeating: "D", count: 15))])
    }

    @Test func aFewCharactersInOneReadAreKeys() {
        #expect(Typist.events("jjjjjjj") == Array(repeating: .key(.character("j")), count: 7))
        #expect(Typist.events("y\r") == [.key(.character("y")), .key(Key(.enter))])
    }

    @Test func keysThatRepeatAreKeys() {
        var typist = Typist()
        for _ in 0..<30 {
            typist.send("j")
            typist.pause(.milliseconds(33))
        }
        #expect(typist.keys.count == 30)
    }

    @Test func heldCharactersGoBeforeTheNextKey() {
        #expect(Typist.events("ab\u{1B}[A") == [.key(.character("a")), .key(.character("b")), .key(Key(.up))])
    }
}
