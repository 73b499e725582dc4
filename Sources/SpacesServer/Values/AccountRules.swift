/// The names and addresses that accounts may have, as the real server checks them.
enum AccountRules {
    private static let symbols: Set<Unicode.Scalar> = Set(".!#$%&'*+/=?^_`{|}~-".unicodeScalars)

    /// A letter or underline first, then what the local part of a mail address may hold, then perhaps a domain.
    static func isUsername(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, isLetter(first) || first == "_", name.utf8.count <= 254 else {
            return false
        }
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count <= 2 && isLocalPart(parts[0]) && (parts.count == 1 || isDomain(parts[1]))
    }

    static func isMail(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && isLocalPart(parts[0]) && isDomain(parts[1]) && address.utf8.count <= 254
    }

    /// One to 256 bytes beside white space.
    static func isGroupName(_ name: String) -> Bool { (1...256).contains(name.trimmed.utf8.count) }

    private static func isLocalPart(_ text: Substring) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || symbols.contains($0) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || $0 == "-" }
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
