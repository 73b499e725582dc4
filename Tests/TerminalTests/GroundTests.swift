import Testing

@testable import Terminal

struct GroundTests {
    // swift-format-ignore
    @Test(arguments: [
        ("15;0", Ground.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light), ("12;6", .dark),
        ("15;default", nil), ("", nil), (";", nil), ("0;16", nil), ("0;-1", nil), ("0;x", nil),
    ])
    func isReadFromTheEnvironment(text: String, expected: Ground?) {
        #expect(Ground(colorFGBG: text) == expected)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("11;rgb:0000/0000/0000", Ground.dark), ("11;rgb:ffff/ffff/ffff", .light), ("11;rgb:fd/f6/e3", .light),
        ("11;rgb:0/2/3", .dark), ("11;rgb:1e1e/1e1e/2e2e", .dark), ("11;rgba:ffff/ffff/ffff/0000", .light),
        ("11;rgb:0000/0000/ffff", .dark), ("11;rgb:0000/ffff/0000", .light),
        ("10;rgb:ffff/ffff/ffff", nil), ("11;rgb:ffff/ffff", nil), ("11;rgb:ffff/ffff/ffff/ffff", nil),
        ("11;rgb:fffff/0/0", nil), ("11;rgb:/0/0", nil), ("11;rgb:zz/0/0", nil), ("11;?", nil), ("", nil), ("11;rgb:+1/0/0", nil),
    ])
    func isReadFromTheAnswer(text: String, expected: Ground?) {
        #expect(Ground(answer: Array(text.utf8)) == expected)
    }
}
