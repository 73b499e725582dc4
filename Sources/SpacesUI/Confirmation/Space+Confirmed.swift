import Localization
import SpacesModel
import Texts
import Widgets

/// What a person types to say that this space is meant, and no other.
extension Space {
    /// Whether the name was typed or pasted, byte for byte, or the end of the id: not every name can be typed at every
    /// keyboard, and some only look like another.
    func isConfirmed(by field: TextField) -> Bool {
        let typed = SpaceRules.trimmed(field.text)
        let name = SpaceRules.trimmed(name)
        if !name.isEmpty, typed.isExactly(name) { return true }
        let end = typed.drop { $0 == "…" }
        return end.count >= SpaceID.endLength && id.description.lowercased().hasSuffix(end.lowercased())
    }

    /// Pastes into the field that confirms: the exact name is taken with all its signs, anything else as in any field.
    func paste(_ text: String, toConfirmIn field: inout TextField) {
        if Self.asPasted(text).isExactly(Self.asPasted(name)) {
            field = TextField(exactly: name, placeholder: field.placeholder)
        } else {
            field.paste(text)
        }
    }

    /// The text as a terminal pastes it: with carriage returns in the place of line breaks.
    private static func asPasted(_ text: String) -> String {
        String(decoding: SpaceRules.trimmed(text).utf8.map { $0 == 0x0A ? 0x0D : $0 }, as: UTF8.self)
    }

    /// Whether the name has characters that nobody sees and no keyboard has: it may look like another name, and is not asked
    /// for. Pasted byte for byte, it confirms all the same.
    var hasInvisibleName: Bool { !Sign.shown(name).isExactly(name) }

    /// Says why the end of the id is asked for alone; `nil` where it is not.
    var nameWarning: String? { hasInvisibleName ? localized("Its name has invisible characters.") : nil }

    /// The request for either, where there is no room for more.
    var shortRequest: String {
        hasInvisibleName
            ? localized("Invisible characters: type \(id.end):") : localized("Type the name or \(id.end):")
    }

    /// What is said when nothing was typed.
    var nothingTyped: String {
        hasInvisibleName ? localized("type the end of its id first") : localized("type the name first")
    }

    /// What is said when it was neither.
    var notConfirmed: String {
        hasInvisibleName
            ? localized("that is not the end of its id") : localized("that is neither its name nor the end of its id")
    }
}
