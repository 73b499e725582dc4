import Foundation

/// Text reduced to what a search compares: no case, no accents.
package enum FoldedText {
    /// The text as a term compares it: with its capitals where the term has some (smart case), else without.
    static func bytes(of text: String, likeTerm term: String) -> [UInt8] {
        term.hasCapitals ? Array(keepingCase(text).utf8) : bytes(of: text)
    }

    /// The folded text as bytes of UTF-8.
    package static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    /// Appends the folded text; most names are ASCII and take the short way.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : max(byte, lowest)) }
            return
        }
        for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar.properties.canonicalCombiningClass != .notReordered { continue }
            if let plain = plainLetters[scalar] {
                bytes.append(contentsOf: plain)
            } else if scalar.value < 0x80 {
                bytes.append(max(UInt8(scalar.value), lowest))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            }
        }
    }

    /// What is below it parts texts from one another, and stands in none.
    private static let lowest = TextTable.separator + 1

    /// The text without its accents, with its capitals.
    static func keepingCase(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.properties.canonicalCombiningClass == .notReordered {
            if let plain = plainLetters[scalar] {
                scalars.append(contentsOf: String(decoding: plain, as: UTF8.self).unicodeScalars)
            } else if let small = scalar.properties.lowercaseMapping.unicodeScalars.first, small != scalar,
                let plain = plainLetters[small]
            {
                scalars.append(contentsOf: String(decoding: plain, as: UTF8.self).uppercased().unicodeScalars)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// What it costs to take the accents of a text away, in steps of an expression: a text of ASCII has none.
    static func steps(of text: String) -> Int {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        return isPlain ? 8 + text.utf8.count / 2 : 8 + text.utf8.count * 10
    }

    /// Letters that people type plainly, although Unicode does not take them apart.
    private static let plainLetters: [Unicode.Scalar: [UInt8]] = [
        "ø": [0x6F], "ł": [0x6C], "đ": [0x64], "ß": [0x73, 0x73], "æ": [0x61, 0x65], "œ": [0x6F, 0x65], "ı": [0x69],
    ]
}

extension String {
    /// True where a capital letter says that case counts (smart case).
    var hasCapitals: Bool { contains { $0.isUppercase } }
}
