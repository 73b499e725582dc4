import Foundation
import TestSupport
import Testing

@testable import SpacesClient

@Suite("What a trace may tell")
struct RedactionTests {
    @Test(arguments: [
        ("Authorization", "Bearer eyJhbGciOi", "Bearer [left out]"),
        ("proxy-authorization", "Basic YWRhOnNlY3JldA==", "Basic [left out]"),
        ("Authorization", "eyJhbGciOi", "[left out]"), ("Set-Cookie", "session=abc; HttpOnly", "[left out]"),
        ("Cookie", "a=b", "[left out]"), ("Content-Type", "text/plain", "text/plain"),
        ("X-Unknown", "twelve chars", "[12 characters]"), ("X-Unknown", "1", "[1 character]"),
        ("Server", "a\u{1B}[31m", "a␛[31m"),
        (
            "Location", "https://ada:secret@idp.example.org/cb?code=abc&state=xyz&format=json&abcdef#id_token=x",
            "https://[left out]@idp.example.org/cb?code=[left out]&state=[left out]&format=json&[6 characters]#[10 characters]"
        ), ("Location", "/there", "/there"), ("Location", "https://ada@example.org", "https://[left out]@example.org"),
    ])
    func ofHeadersOnlyWhatIsKnownToBeHarmless(name: String, value: String, shown: String) {
        #expect(Redaction().header(name, value) == shown)
    }

    @Test func longTextIsCut() {
        #expect(Redaction().header("Server", String(repeating: "a", count: 5000)).count == Redaction.longest + 1)
    }

    /// Wherever a secret stands in a request or comes back, it is not written down.
    @Test func noSecretIsShownWhereverItStands() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed: seed)
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789+/=%&._-:@?# ")
        let names = ["Authorization", "Cookie", "Location", "X-Request-Id", "X-New", "Server", "WWW-Authenticate"]
        for _ in 0..<2000 {
            let secret = String(
                (0..<Int.random(in: 6...40, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? "x"
                })
            let escaped = PercentEncoding.encoded(secret)
            let redaction =
                Bool.random(using: &random)
                ? Redaction(authorization: Credentials.basic(user: "ada", password: secret).authorization)
                : Redaction(form: [("grant_type", "refresh_token"), ("refresh_token", secret)])
            let name = names.randomElement(using: &random) ?? ""
            for text in [
                secret, escaped, "a \(secret) b", "https://ada:\(escaped)@x/\(escaped)?q=\(escaped)#\(escaped)",
            ] {
                for shown in [redaction.header(name, text), redaction.address(text), redaction.shown(text)] {
                    #expect(!shown.contains(secret) && !shown.contains(escaped), "\(name): \(text); seed \(seed)")
                }
            }
        }
    }
}
