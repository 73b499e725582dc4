/// Texts in JSON that people look at as well: as a program reads it, every byte of them is there; as a terminal shows it, nothing
/// steers it.
package enum JSONString {
    /// A text as a JSON string (RFC 8259 §7). What a screen shows as a sign is written as its number.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            Sign.forEachScalar(of: character) { scalar, isSign in
                switch scalar {
                case "\"": quoted += "\\\""
                case "\\": quoted += "\\\\"
                case "\n": quoted += "\\n"
                case "\r": quoted += "\\r"
                case "\t": quoted += "\\t"
                case _ where isSign: quoted += escaped(scalar)
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }

    /// A JSON text in one line, with every character that a screen shows as a sign written as its number.
    package static func escaping(_ line: some Sequence<UInt8>) -> [UInt8] {
        let text = String(decoding: Array(line), as: UTF8.self)
        var escapedText = String.UnicodeScalarView()
        for character in text {
            Sign.forEachScalar(of: character) { scalar, isSign in
                if isSign {
                    escapedText.append(contentsOf: escaped(scalar).unicodeScalars)
                } else {
                    escapedText.append(scalar)
                }
            }
        }
        return Array(String(escapedText).utf8)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        UTF16.encode(scalar).map { units in
            units.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        } ?? ""
    }
}
