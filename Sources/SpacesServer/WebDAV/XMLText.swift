import Texts

/// Text between the tags of XML and in its attributes.
enum XMLText {
    /// Escaped, and without the control characters that XML cannot hold at all.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func unescape(_ text: String) -> String {
        text.replacingScalars("&lt;", with: "<").replacingScalars("&gt;", with: ">")
            .replacingScalars("&quot;", with: "\"").replacingScalars("&apos;", with: "'").replacingScalars(
                "&amp;", with: "&")
    }
}
