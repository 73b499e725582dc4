/// The clipboard of whoever sits at the terminal, which is reached by a sequence of bytes (OSC 52): over SSH, too.
///
/// Whether the terminal takes what it is sent cannot be known: many ask, some are told not to.
package struct Clipboard: Equatable, Sendable {
    /// A program between us and the terminal that passes on only what is wrapped for it.
    package enum Multiplexer: Equatable, Sendable { case none, tmux, screen }

    /// Bytes of a text that terminals take: their bound is 100,000 for the whole sequence in Base64.
    package static let limit = 74_994
    /// Bytes of a sequence that screen passes on in one piece.
    private static let screenLimit = 500

    private let multiplexer: Multiplexer

    package init(_ multiplexer: Multiplexer = .none) {
        self.multiplexer = multiplexer
    }

    /// By the variables that tmux and screen set.
    package init(environment: [String: String]) {
        if !(environment["TMUX"] ?? "").isEmpty {
            multiplexer = .tmux
        } else if !(environment["STY"] ?? "").isEmpty {
            multiplexer = .screen
        } else {
            multiplexer = .none
        }
    }

    /// The bytes that put a text into the clipboard; `nil` for a text that is too long.
    package func sequence(for text: String) -> [UInt8]? {
        guard text.utf8.count <= Self.limit else { return nil }
        // BEL and not ST at its end: an ST would end the sequence that this one is wrapped in.
        let plain = Array("\u{1B}]52;c;".utf8) + Self.base64(Array(text.utf8)) + [0x07]
        switch multiplexer {
        case .none: return plain
        case .tmux:
            // The first is for a tmux that may set the clipboard, the second for one that may pass things on: which of the
            // two is allowed is a matter of its settings, and twice does no harm.
            let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
            return plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
        case .screen:
            return stride(from: 0, to: plain.count, by: Self.screenLimit).flatMap { start in
                Array("\u{1B}P".utf8) + plain[start..<min(plain.count, start + Self.screenLimit)]
                    + Array("\u{1B}\\".utf8)
            }
        }
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648, section 4.
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 {
                text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return text
    }
}
