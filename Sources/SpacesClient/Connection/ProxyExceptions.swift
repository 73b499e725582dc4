import Foundation

/// Which servers are reached without the proxy: `NO_PROXY`, a list with commas or blanks.
///
/// An entry is `*`, a name that also stands for all names below it (with or without a dot before it), an address, or a block
/// of addresses as `10.0.0.0/8`; with `:port` it is about that port only.
struct ProxyExceptions: Equatable, Sendable {
    private enum Entry: Equatable {
        case all
        case name(String, port: Int?)
        case addresses([UInt8], prefix: Int, port: Int?)
    }

    private let entries: [Entry]

    init(_ text: String) {
        entries = text.split { $0 == "," || $0.isWhitespace }.compactMap { Self.entry(String($0).lowercased()) }
    }

    func contain(_ address: ServerAddress) -> Bool {
        let port = address.port ?? (address.isEncrypted ? 443 : 80)
        let host = Self.trimmed(address.hostWithoutBrackets)
        let bytes = Self.bytes(host)
        return entries.contains { entry in
            switch entry {
            case .all: true
            case .name(let name, let only):
                (only ?? port) == port && bytes == nil && (host == name || host.hasSuffix("." + name))
            case .addresses(let block, let prefix, let only):
                (only ?? port) == port && bytes.map { Self.isEqual($0, block, bits: prefix) } ?? false
            }
        }
    }

    private static func entry(_ text: String) -> Entry? {
        if text == "*" { return .all }
        if let slash = text.firstIndex(of: "/") {
            guard let block = bytes(String(text[..<slash])), let prefix = Int(text[text.index(after: slash)...]),
                (0...(block.count * 8)).contains(prefix)
            else { return nil }
            return .addresses(block, prefix: prefix, port: nil)
        }
        if let block = bytes(text) { return .addresses(block, prefix: block.count * 8, port: nil) }
        let (host, port) = split(text)
        if let block = bytes(host) { return .addresses(block, prefix: block.count * 8, port: port) }
        let name = trimmed(host.hasPrefix("*.") ? String(host.dropFirst(2)) : host)
        return name.isEmpty ? nil : .name(name, port: port)
    }

    /// Host and port of an entry; an IPv6 address with a port stands in brackets.
    private static func split(_ text: String) -> (host: String, port: Int?) {
        if text.first == "[", let end = text.firstIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            return (String(text[text.index(after: text.startIndex)..<end]), Int(rest.dropFirst()))
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]) else {
            return (text, nil)
        }
        return (String(text[..<colon]), port)
    }

    /// A name without the dots around it.
    private static func trimmed(_ name: String) -> String {
        name.trimmingCharacters(in: CharacterSet(charactersIn: "."))
    }

    private static func isEqual(_ left: [UInt8], _ right: [UInt8], bits: Int) -> Bool {
        guard left.count == right.count else { return false }
        return (0..<bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return left[bit / 8] & mask == right[bit / 8] & mask
        }
    }

    /// The bytes of an IPv4 or IPv6 address; `nil` for a name.
    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
        var six = in6_addr()
        if inet_pton(AF_INET6, text, &six) == 1 { return withUnsafeBytes(of: six) { Array($0) } }
        return nil
    }
}
