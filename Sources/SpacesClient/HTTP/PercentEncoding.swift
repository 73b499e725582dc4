/// Escapes texts for addresses (RFC 3986 §2).
enum PercentEncoding {
    /// The text with everything but letters, digits, `- . _ ~` and the given characters escaped byte by byte.
    static func encoded(_ text: String, keeping others: String = "") -> String {
        let kept = Set("-._~\(others)".utf8)
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if byte < 0x80, scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || kept.contains(byte) {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    /// One segment of a path; `$` and `!` of ids are literal there.
    static func segment(_ text: String) -> String { encoded(text, keeping: "$!") }
}
