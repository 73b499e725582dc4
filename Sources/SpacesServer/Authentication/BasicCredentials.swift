import Foundation

/// The name and the secret of HTTP Basic (RFC 7617).
enum BasicCredentials {
    /// What stands after the word `Basic`; nil where it is no such thing.
    static func read(_ text: String) -> (name: String, secret: String)? {
        guard let data = Data(base64Encoded: text.trimmed), let text = String(data: data, encoding: .utf8),
            !text.unicodeScalars.contains("\0"), let colon = text.firstIndex(of: ":")
        else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }
}
