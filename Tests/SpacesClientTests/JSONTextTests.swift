import SpacesClient
import TestSupport
import Testing

/// A JSON text laid out for reading.
@Suite struct JSONTextTests {
    private func laidOut(_ text: String) -> String { JSONText.lines(of: text.utf8).joined(separator: "\n") }

    @Test func putsEveryMemberOnALineOfItsOwn() {
        #expect(
            laidOut(
                #"{"id":"a$b","root":{"permissions":[{"roles":["manager"]}],"deleted":{}},"quota":{"total":1.50e3}}"#)
                    == """
                    {
                      "id": "a$b",
                      "root": {
                        "permissions": [
                          {
                            "roles": [
                              "manager"
                            ]
                          }
                        ],
                        "deleted": {}
                      },
                      "quota": {
                        "total": 1.50e3
                      }
                    }
                    """)
    }

    @Test func leavesStringsAlone() {
        #expect(laidOut(#"["a\"b, {c}: [d]", "\\"]"#) == "[\n  \"a\\\"b, {c}: [d]\",\n  \"\\\\\"\n]")
    }

    @Test(arguments: ["", "}", "]]]]", "{\"", "[[[", "no json at all", "\u{1B}[31m"])
    func takesWhatIsNoJSON(text: String) {
        let shown = laidOut(text).filter { !$0.isWhitespace }
        #expect(shown == text.filter { !$0.isWhitespace })
    }

    @Test func isBoundedByItsDepth() {
        let deep = String(repeating: "[", count: 2000)
        #expect(JSONText.lines(of: deep.utf8).allSatisfy { $0.count <= 90 })
    }
}
