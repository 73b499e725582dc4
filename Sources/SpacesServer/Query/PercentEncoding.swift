/// Percent-decoding of paths and queries (RFC 3986).
enum PercentEncoding {
    /// The text with its escapes resolved; nil where an escape is broken, the bytes are no UTF-8, or NUL is among them: the
    /// database would take it for the end of the text.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsSpace {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%") {
                guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return nil }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(byte)
            }
        }
        if bytes.contains(0) { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The text as part of a path: what is no unreserved character, `$`, or one of `kept`, is escaped.
    static func encode(_ text: String, keeping kept: String = "") -> String {
        var encoded = ""
        for scalar in text.unicodeScalars {
            if isUnreserved(scalar) || kept.unicodeScalars.contains(scalar) {
                encoded.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    encoded += (digits.count == 1 ? "%0" : "%") + digits
                }
            }
        }
        return encoded
    }

    private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "-._~$".unicodeScalars.contains(scalar))
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        guard let byte, let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        return UInt8(value)
    }
}
