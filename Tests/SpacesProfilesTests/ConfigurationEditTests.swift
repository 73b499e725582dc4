import Foundation
import Testing

@testable import SpacesProfiles

/// A pin is written into a file that belongs to a person, and nothing else of it changes.
@Suite struct ConfigurationEditTests {
    private static let pin = "sha256//" + Data(repeating: 0xFB, count: 32).base64EncodedString()
    private let edit = ConfigurationEdit(.pin, of: "work", in: .init(path: "/etc/c.yaml", home: "/home/ada"))

    // swift-format-ignore
    @Test(arguments: [
        // After the server, with the comments where they were.
        ("profiles:\n  work:  # mine\n    server: https://a.example  # the old one\n    user: ada\n  other:\n    user: bob\n",
         "profiles:\n  work:  # mine\n    server: https://a.example  # the old one\n    PIN\n    user: ada\n  other:\n    user: bob\n"),
        // Without an end of the last line, and indented otherwise.
        ("profiles:\n   work:\n      server: a.example",
         "profiles:\n   work:\n      server: a.example\n      PIN\n"),
        // The server counts for all profiles.
        ("server: a.example\nprofiles:\n  work:\n    # who\n    user: ada\n\n# end\n",
         "server: a.example\nprofiles:\n  work:\n    # who\n    PIN\n    user: ada\n\n# end\n"),
        ("profiles:\r\n  work:\r\n    server: a.example\r\n    user: ada\r\n",
         "profiles:\r\n  work:\r\n    server: a.example\r\n    PIN\r\n    user: ada\r\n"),
        // What was wrong before stays as wrong as it was.
        ("profiles:\n  work:\n    server: a.example\n    sever: b.example\n",
         "profiles:\n  work:\n    server: a.example\n    PIN\n    sever: b.example\n"),
    ])
    func addsALineAndTakesItAwayAgain(before: String, after: String) throws {
        let expected = after.replacing("PIN", with: "pin: \(Self.pin)")
        let added = try #require(edit.adding(Self.pin, to: before))
        #expect(added == expected)
        let end = before.hasSuffix("\n") || before.hasSuffix("\r\n") ? "" : "\n"
        #expect(edit.removing(from: added) == before + end)
    }

    // swift-format-ignore
    @Test(arguments: [
        "profiles: {work: {server: a.example}}",
        "profiles:\n  work: {server: a.example, user: ada}\n",
        "profiles:\n  work:\n    server:\n      https://a.example\n",
        "profiles:\n  work:\n    timeouts:\n      connect: 5s\n",
        "profiles:\n  work:\n",
        "profiles:\n  other:\n    server: a.example\n",
        "profiles:\n  work:\n    server: a.example\n    pin: \(pin)\n",
        "profiles:\n  work:\n    server: \"https://a\n      .example\"\n",
        "not: [a configuration",
        "",
    ])
    func leavesAloneWhatItDoesNotUnderstand(text: String) {
        #expect(edit.adding(Self.pin, to: text) == nil)
    }

    @Test func takesNothingForAPinThatIsNone() {
        #expect(edit.adding("sha256//abc", to: "profiles:\n  work:\n    server: a.example\n") == nil)
        #expect(edit.adding("x\n    insecure: true", to: "profiles:\n  work:\n    server: a.example\n") == nil)
    }

    @Test func aPinOfSeveralLinesIsNotTakenApart() {
        let text = "profiles:\n  work:\n    server: a.example\n    pin:\n      - \(Self.pin)\n      - \(Self.pin)\n"
        #expect(edit.removing(from: text) == nil)
    }

    /// Whatever stands around the profile, in whatever order.
    @Test(arguments: [UInt64.random(in: .min ... .max)])
    func anyFileKeepsItsOtherLines(seed: UInt64) throws {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let fillers = ["", "# a comment", "  ", "    # pin: nothing", "\t# tab"]
        for _ in 0..<200 {
            var lines: [String] = ["profiles:"]
            func fill() { for _ in 0..<next(3) { lines.append(fillers[next(fillers.count - 1)]) } }
            for name in ["first", "work", "last"] {
                fill()
                lines.append("  \(name):" + (next(2) == 0 ? "" : " # \(name)"))
                fill()
                let settings = ["server: a.example", "user: ada", "banner: \"x: # y\"", "auth: basic"]
                for setting in settings.dropFirst(next(3)) {
                    lines.append("    \(setting)" + (next(2) == 0 ? "" : "  # why"))
                    fill()
                }
            }
            let text = lines.joined(separator: "\n") + "\n"
            let added = try #require(edit.adding(Self.pin, to: text), "seed \(seed): \(text)")
            let kept = added.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains(Self.pin) }
            #expect(kept.joined(separator: "\n") == text, "seed \(seed)")
        }
    }
}
