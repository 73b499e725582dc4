/// The header that makes a browser store a file instead of showing it (RFC 6266).
enum ContentDisposition {
    /// A name that not every client understands comes twice: made plain, and escaped as a whole (RFC 8187). Neither can
    /// end the header or begin another one.
    static func attachment(named name: String) -> String {
        let plain = String(String.UnicodeScalarView(name.unicodeScalars.map { isPlain($0) ? $0 : "_" }))
        let value = "attachment; filename=\"\(plain)\""
        return plain == name ? value : value + "; filename*=UTF-8''\(PercentEncoding.encode(name))"
    }

    /// What all clients read alike between quotes; some take `%` for the beginning of an escape.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        (" "..."~").contains(scalar) && !"\"\\%/".unicodeScalars.contains(scalar)
    }
}
