import SpacesModel
import Texts

/// Text for pages.
enum HTML {
    /// Text as it stands between tags or in a quoted attribute: nothing of it is markup, and nothing invisible is in it.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in Sign.shown(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
