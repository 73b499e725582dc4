import SpacesModel
import Testing

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("Mars", "Mars"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\nb\tc", "a␊b␉c"), ("a\u{7F}", "a␡"),
        ("a\u{9B}b", "a⟨9B⟩b"), ("Mars\u{202E}cod", "Mars⟨202E⟩cod"), ("Équipe 日本 🚀 é", "Équipe 日本 🚀 é"),
        ("a\u{2028}b", "a⟨2028⟩b"), ("a\u{200B}b", "a⟨200B⟩b"), ("\r\n", "␍␊"), ("👩‍🚀", "👩‍🚀"),
    ])
    func makesControlsVisible(_ text: String, _ visible: String) {
        #expect(SafeText.visible(text) == visible)
    }
}
