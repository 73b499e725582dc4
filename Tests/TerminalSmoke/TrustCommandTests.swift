import Foundation
import TestSupport
import Testing

/// `spaces trust` and what leads to it, against a server whose certificate nobody vouches for.
@Suite(.ownThread) struct TrustCommandTests {
    @Test func theKeyOfAnUnknownServerIsTrustedOnlyByAPerson() throws {
        try RunningServer.with(["--database", ":memory:", "--tls"]) { address in
            let named = ["--server", address]
            let login = try Program.run(Program.spaces, ["login"] + named)
            #expect(login.status != 0 && login.errors.contains("spaces trust --server \(address)"), "\(login)")

            let unasked = try Program.run(Program.spaces, ["trust"] + named)
            #expect(unasked.status == 1 && unasked.errors.contains("is not trusted"), "\(unasked)")
            for remedy in ["--pin sha256//", "--cacert FILE", "SHA-256 is "] {
                #expect(unasked.errors.contains(remedy))
            }
            let pin = try #require(unasked.output.firstMatch(of: /Key +(sha256\/\/\S+)/)).output.1

            let hesitant = try PseudoTerminal(Program.spaces, ["trust"] + named, columns: 200)
            try hesitant.expect("Type yes")
            hesitant.press("\r")
            try hesitant.expect("The server is not trusted")
            #expect(try hesitant.end() == 1)
            #expect(!hesitant.output.contains("--pin sha256"))

            let certain = try PseudoTerminal(Program.spaces, ["trust"] + named, columns: 200)
            try certain.expect("Type yes")
            certain.press("yes\r")
            try certain.expect("pin: \(pin)")
            #expect(try certain.end() == 0)

            let pinned = try Program.run(Program.spaces, ["trust", "--pin", String(pin)] + named)
            #expect(pinned.status == 0 && pinned.output.contains("This computer trusts it"), "\(pinned)")
            let other = "sha256//" + Data(repeating: 7, count: 32).base64EncodedString()
            let changed = try Program.run(Program.spaces, ["trust", "--pin", other] + named)
            #expect(changed.status == 1 && changed.errors.contains("changed, or someone is in between"), "\(changed)")
        }
    }

    @Test func withoutEncryptionThereIsNothingToTrust() throws {
        let answer = try Program.run(Program.spaces, ["trust", "--server", "http://127.0.0.1:1"])
        #expect(answer.status != 0 && answer.errors.contains("nothing encrypts"), "\(answer)")
    }
}
