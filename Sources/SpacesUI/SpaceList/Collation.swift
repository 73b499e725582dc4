/// How a language sorts its letters, where that differs from the plain Latin alphabet.
///
/// Accents do not count in most languages, and so they do not here. Some languages have letters of their own instead: Swedish
/// `ö` comes after `z`, Spanish `ñ` after `n`.
package struct Collation: Equatable, Sendable {
    /// The bytes of a sort key by letter, for the letters that the language has of its own.
    let letters: [Unicode.Scalar: [UInt8]]

    /// Accents never count.
    package static let plain = Collation(letters: [:])

    private init(letters: [Unicode.Scalar: [UInt8]]) { self.letters = letters }

    /// The collation of a locale such as `sv_SE.UTF-8`.
    package init(locale: String) {
        let language = String(locale.prefix { $0 != "_" && $0 != "." && $0 != "-" && $0 != "@" }).lowercased()
        var letters: [Unicode.Scalar: [UInt8]] = [:]
        for group in (Self.alphabets[language] ?? "").split(separator: " ") {
            let scalars = group.unicodeScalars
            guard let base = scalars.first else { continue }
            for (place, letter) in scalars.dropFirst().enumerated() {
                // Greater than the base with anything behind it, and smaller than the next letter.
                letters[letter] = [UInt8(truncatingIfNeeded: base.value), 0xFF, UInt8(place + 1)]
            }
        }
        self.init(letters: letters)
    }

    /// The collation that the environment asks for: `LC_ALL` before `LC_COLLATE` before `LANG`.
    package init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_COLLATE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self.init(locale: locale ?? "")
    }

    /// Letters by language, each group after the letter that it begins with.
    private static let alphabets: [String: String] = [
        "sv": "zåäö", "fi": "zåäö", "da": "zæøå", "nb": "zæøå", "nn": "zæøå", "no": "zæøå", "is": "zþæö dð",
        "et": "sš zž wõäöü", "es": "nñ", "gl": "nñ", "eu": "nñ",
        "pl": "aą cć eę lł nń oó sś zźż", "cs": "cč rř sš zž", "sk": "aä cč oô sš zž", "sl": "cč sš zž",
        "hr": "cčć dđ sš zž", "bs": "cčć dđ sš zž", "lt": "cč sš zž", "lv": "cč gģ kķ lļ nņ sš zž",
        "tr": "cç gğ hı oö sş uü", "az": "cç eə gğ hı oö sş uü", "hu": "oöő uüű", "ro": "aăâ iî sș tț", "sq": "cç eë",
    ]
}
