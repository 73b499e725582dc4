import Texts

extension String {
    /// In double quotes, with quotes and backslashes escaped: Go's `%q` for what a key can hold.
    var goQuoted: String {
        "\"" + replacingScalars("\\", with: "\\\\").replacingScalars("\"", with: "\\\"") + "\""
    }
}
