/// How the real server, written in Go, reads a boolean header (docs/server-behaviour.md §1.4).
enum GoBoolean {
    /// True for `1 t T TRUE true True`; anything else is false, silently.
    static func isTrue(_ text: String?) -> Bool {
        ["1", "t", "T", "TRUE", "true", "True"].contains(text ?? "")
    }

    /// True where the text is a boolean at all.
    static func isValid(_ text: String) -> Bool {
        isTrue(text) || ["0", "f", "F", "FALSE", "false", "False"].contains(text)
    }
}
