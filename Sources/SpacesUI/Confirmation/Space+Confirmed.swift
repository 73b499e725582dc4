import Localization
import SpacesModel
import Widgets

/// What a person types to say that this space is meant, and no other.
extension Space {
    /// Whether the name was typed or pasted, or the end of the id: not every name can be typed at every keyboard.
    func isConfirmed(by field: TextField) -> Bool {
        let typed = SpaceRules.trimmed(field.text)
        let name = Self.typable(name)
        if !name.isEmpty, Self.typable(typed) == name { return true }
        let end = typed.drop { $0 == "…" }
        return end.count >= SpaceID.endLength && id.description.lowercased().hasSuffix(end.lowercased())
    }

    /// The text as a field holds it when it is pasted there, whoever wrote it and wherever it was copied: all kinds of blanks
    /// are one, and signs that steer are none, whether they stand for themselves or are shown.
    private static func typable(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.replacing(/⟨[0-9A-F]{2,6}⟩/, with: "").unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029, 0x2409...0x240D: kept.append(" ")
            case 0x2400...0x2421: break
            case _ where scalar.properties.isWhitespace: kept.append(" ")
            default:
                switch scalar.properties.generalCategory {
                case .control, .format: break
                default: kept.append(scalar)
                }
            }
        }
        return String(kept).split(separator: " ").joined(separator: " ")
    }

    /// The request for either, where there is no room for more.
    var shortRequest: String { localized("Type the name or \(id.end):") }

    /// What is said when it was neither.
    static var notConfirmed: String { localized("that is neither its name nor the end of its id") }
}
