/// A JSON text laid out for reading.
package enum JSONText {
    /// The text in lines, two blanks for each level, members in their order and every value as it was written.
    ///
    /// It changes white space alone and refuses nothing: what is no JSON comes out as it went in, more or less. Bytes that
    /// are no UTF-8 are replaced.
    package static func lines(of bytes: some Sequence<UInt8>) -> [String] {
        var layout = JSONLayout()
        for byte in bytes { layout.take(byte) }
        return layout.finished
    }
}

private struct JSONLayout {
    private var lines: [String] = []
    private var line: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// A container was opened, and nothing has followed yet.
    private var isOpened = false

    /// Deeper levels are laid out like this one.
    private static let deepest = 40

    var finished: [String] {
        lines + (line.isEmpty ? [] : [String(decoding: line, as: UTF8.self)])
    }

    mutating func take(_ byte: UInt8) {
        if isInString { return takeInString(byte) }
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            // What is empty stays on one line.
            if !isOpened { endLine() }
            isOpened = false
            line.append(byte)
            return
        default: break
        }
        if isOpened {
            endLine()
            isOpened = false
        }
        line.append(byte)
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            isOpened = true
        case UInt8(ascii: ","): endLine()
        case UInt8(ascii: ":"): line.append(0x20)
        case UInt8(ascii: "\""): isInString = true
        default: break
        }
    }

    private mutating func takeInString(_ byte: UInt8) {
        line.append(byte)
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
    }

    private mutating func endLine() {
        lines.append(String(decoding: line, as: UTF8.self))
        line = Array(repeating: 0x20, count: 2 * max(0, min(depth, Self.deepest)))
    }
}
