import Testing
import Texts

struct TerminalTextTests {
    private let hostile = "Red\u{1B}[31m\nTrust this server: yes"

    @Test func keepsTheLineBreaksOfTheSourceAlone() {
        let text: TerminalText = "\(hostile)\nnext\n"
        #expect(text.characters == "Red␛[31m␊Trust this server: yes\nnext\n")
    }

    @Test func makesOneLineOfAText() {
        #expect(TerminalText(hostile).characters == "Red␛[31m␊Trust this server: yes")
    }

    @Test func makesEachLineSafe() {
        #expect(TerminalText(lines: ["one\r", "two\u{9B}"]).characters == "one␍\ntwo⟨9B⟩")
    }

    @Test func takesOneApartNoSecondTime() {
        let text = "a\nb"
        let line = TerminalText(text)
        #expect(("\(line)!" as TerminalText).characters == "a␊b!")
        #expect((line + "\n").characters == "a␊b\n")
    }
}
