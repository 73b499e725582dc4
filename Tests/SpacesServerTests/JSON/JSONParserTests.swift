import Testing

@testable import SpacesServer

/// The JSON that requests are read from, and the words for what is wrong with it.
@Suite struct JSONParserTests {
    // swift-format-ignore
    @Test(arguments: [
        ("",                "EOF"),
        ("  \n",            "EOF"),
        ("{",               "unexpected EOF"),
        (#"{"name":"#,      "unexpected EOF"),
        (#"{"name":"x"#,    "unexpected EOF"),
        ("[1,",             "unexpected EOF"),
        ("{,}",             "invalid character ',' looking for beginning of object key string"),
        (#"{"a" 1}"#,       "invalid character '1' after object key"),
        (#"{"a":1 2}"#,     "invalid character '2' after object key:value pair"),
        ("[1 2]",           "invalid character '2' after array element"),
        ("x",               "invalid character 'x' looking for beginning of value"),
        ("nul!",            "invalid character '!' in literal null"),
        ("-x",              "invalid character 'x' in numeric literal"),
        ("1.x",             "invalid character 'x' after decimal point in numeric literal"),
        (#""\q""#,          "invalid character 'q' in string escape code"),
        (#""\u00g0""#,      "invalid character 'g' in \\u hexadecimal character escape"),
        ("\"a\nb\"",        "invalid character '\n' in string literal"),
    ])
    func refuses(text: String, message: String) {
        #expect(throws: JSONParser.Failure(message: message)) { try JSONParser.parse(Array(text.utf8)) }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("null",                    JSONValue.null),
        (" true ",                  .boolean(true)),
        ("-0.5e+10",                .number("-0.5e+10")),
        (#""a\"\\\/\b\f\n\r\tß""#,  .string("a\"\\/\u{8}\u{C}\n\r\tß")),
        (#""\u00e9\ud83d\ude80""#,  .string("é🚀")),
        (#""\ud83dx""#,             .string("\u{FFFD}x")),
        (#"{"a":[],"a":{}}"#,       .object([.init(name: "a", value: .array([])), .init(name: "a", value: .object([]))])),
        ("[1,[2,[3]]] rest",        .array([.number("1"), .array([.number("2"), .array([.number("3")])])])),
    ])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    /// What the writer writes, the parser reads, whatever the string.
    @Test(arguments: ["", "plain", "<a>&\"\\\u{1}\u{1F}\u{2028}\u{2029}", "日本 🚀 e\u{301} \u{202E}", "\u{E2}\u{20AC}"])
    func readsWhatIsWritten(text: String) throws {
        var json = JSONWriter()
        json.string(text)
        #expect(try JSONParser.parse(json.bytes) == .string(text))
    }

    @Test(
        arguments: [
            [0xFF], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], Array(#""a\u0000b""#.utf8),
            Array(#"{"\u0000":1}"#.utf8),
        ] as [[UInt8]])
    func refusesWhatIsNoText(bytes: [UInt8]) {
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(bytes) }
    }

    // swift-format-ignore
    @Test(arguments: [
        (0,                             "1970-01-01T00:00:00Z",           "Thu, 01 Jan 1970 00:00:00 GMT"),
        (1_795_434_850_750_580_252,     "2026-11-23T11:54:10.750580252Z", "Mon, 23 Nov 2026 11:54:10 GMT"),
        (1_709_210_096_500_000_000,     "2024-02-29T12:34:56.5Z",         "Thu, 29 Feb 2024 12:34:56 GMT"),
        (4_107_542_399_000_000_001,     "2100-02-28T23:59:59.000000001Z", "Sun, 28 Feb 2100 23:59:59 GMT"),
        (-1,                            "1969-12-31T23:59:59.999999999Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    ] as [(Int64, String, String)])
    func writesDates(nanoseconds: Int64, rfc3339: String, http: String) {
        #expect(Timestamp(nanoseconds: nanoseconds).rfc3339 == rfc3339)
        #expect(Timestamp(nanoseconds: nanoseconds).httpDate == http)
    }
}
