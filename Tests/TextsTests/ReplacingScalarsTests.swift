import Testing
import Texts

@Suite struct ReplacingScalarsTests {
    @Test func aMarkBehindAQuoteHidesItNot() {
        #expect("a'\u{301}b'".replacingScalars("'", with: "''") == "a''\u{301}b''")
        #expect("\u{301}'".replacingScalars("'", with: "\"") == "\u{301}\"")
        #expect("&amp;\u{301}&amp".replacingScalars("&amp;", with: "&") == "&\u{301}&amp")
        #expect("".replacingScalars("'", with: "''").isEmpty)
    }
}
