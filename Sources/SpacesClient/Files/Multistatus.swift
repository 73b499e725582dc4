import Foundation
import Texts

/// What a folder holds, as a server lists it in XML (RFC 4918 §13): read for the few properties that are asked for, whatever
/// prefix the server gives its names.
struct Multistatus: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        /// The address, escaped.
        var address = ""
        /// The media type in lower case, without parameters; empty for a folder.
        var mediaType = ""
        var modified: Date?

        /// The last segment of the address, unescaped; `nil` for what is no name of a file.
        var name: String? {
            guard let last = address.split(separator: "/", omittingEmptySubsequences: false).last, !last.isEmpty,
                let name = String(last).removingPercentEncoding, name != ".", name != "..",
                !name.contains("/"), !name.utf8.contains(0)
            else { return nil }
            return name
        }
    }

    private(set) var entries: [Entry] = []

    init(_ document: [UInt8]) {
        var entry = Entry()
        // A text ends where the next tag begins; none of these properties has elements in it.
        for piece in String(decoding: document, as: UTF8.self).split(separator: "<") {
            guard let end = piece.firstIndex(of: ">") else { continue }
            let text = Self.unescaped(piece[piece.index(after: end)...])
            switch Self.localName(piece[..<end]) {
            case "response": entry = Entry()
            case "/response": entries.append(entry)
            case "href" where entry.address.isEmpty: entry.address = text
            case "getcontenttype": entry.mediaType = text.prefix { $0 != ";" }.lowercased()
            case "getlastmodified": entry.modified = HTTPDate.read(text)
            default: break
            }
        }
    }

    /// The name of a tag without prefix and attributes, with the stroke of one that ends an element.
    private static func localName(_ tag: Substring) -> String {
        let name = tag.prefix { !$0.isWhitespace }
        let local = name.split(separator: ":").last.map(String.init) ?? ""
        return name.hasPrefix("/") && !local.hasPrefix("/") ? "/" + local : local
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = text.trimmingCharacters(in: .whitespacesAndNewlines)
        // The sign that begins all others comes last.
        for (sign, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            result = result.replacingScalars(sign, with: character)
        }
        return result
    }
}
