/// Cuts the answer to a list request, `{"value":[{…},{…}]}`, into its entries while it is still arriving.
///
/// The list of 100,000 spaces has about 100 MB, which nobody wants in memory as one text. Other properties (`@odata.…`)
/// may stand before and behind `value`; `null` as a value or as the whole answer is an empty list
/// (docs/server-behaviour.md §2.2). A pure state machine: bytes in, entries out, no matter where the pieces were cut.
///
/// An entry that is too large is passed over: whoever makes one hides no other.
struct DriveListSplitter {
    /// How much is read of what is no entry, and of one entry.
    struct Limits: Sendable {
        package var depth = 64
        /// Room for the 100,000 members of one space.
        package var entry = 32 << 20
        /// What is kept of an entry that is larger, to tell which it is.
        package var beginning = 1 << 16
        /// What stands beside `value`, altogether.
        package var beside = 4 << 20
        /// Blanks in a row.
        package var blanks = 1 << 16

        package init() {}
    }

    /// What stands in the list.
    enum Entry: Equatable {
        case whole([UInt8])
        /// The beginning of one that is too large.
        case tooLarge(beginning: [UInt8])
    }

    private enum State {
        /// Nothing but blanks has come.
        case start
        /// In the outer object: before a key or the end (`mayEnd`), before a colon, before a value, behind a value.
        case beforeKey(mayEnd: Bool)
        case beforeColon, beforeValue, afterValue
        /// In the list: before an entry or the end (`mayEnd`), behind an entry.
        case beforeEntry(mayEnd: Bool)
        case afterEntry
        /// The whole answer has come.
        case end
        /// Inside a value that began earlier.
        case inside(Part)
    }

    private enum Part { case key, beside, link, null, entry, nullAnswer }

    private let limits: Limits
    private var state = State.start
    private var scanner: ValueScanner
    /// What has come of the key or entry that is cut off by the end of a piece.
    private var partial: [UInt8] = []
    /// Whether the entry that is cut off is too large, so that no more than its beginning is kept.
    private var isTooLarge = false
    private var isAtValue = false
    private var isAtLink = false
    /// Where the list goes on (`@odata.nextLink`), as it stands in the answer.
    private(set) var nextLink: [UInt8]?
    private var hasList = false
    private var besideSize = 0
    private var blanks = 0

    init(limits: Limits = Limits()) {
        self.limits = limits
        scanner = ValueScanner(depthLimit: limits.depth, sizeLimit: limits.beside)
    }

    /// Takes the next piece and returns the entries that end in it.
    mutating func consume(_ chunk: [UInt8]) throws(JSONFault) -> [Entry] {
        var entries: [Entry] = []
        var index = 0
        while index < chunk.count {
            if case .inside(let part) = state {
                guard let end = try scanner.end(in: chunk, from: index) else {
                    try keep(chunk[index...], of: part)
                    return entries
                }
                try keep(chunk[index..<end], of: part)
                try finish(part, &entries)
                index = end
            } else if chunk[index].isJSONBlank {
                blanks += 1
                if blanks > limits.blanks { throw .tooLarge }
                index += 1
            } else {
                blanks = 0
                if try step(chunk[index], at: index) { index += 1 }
            }
        }
        return entries
    }

    /// To be called when the answer has ended; throws when something is missing from it.
    func finish() throws(JSONFault) {
        // Nothing but the end of the answer ends the word `null`.
        if case .inside(.nullAnswer) = state, partial == Array("null".utf8) { return }
        guard case .end = state else { throw .truncated }
        if !hasList { throw .notAList }
    }

    /// Goes on by one byte between values; false when the byte begins a value and is to be read as part of it.
    private mutating func step(_ byte: UInt8, at index: Int) throws(JSONFault) -> Bool {
        switch (state, byte) {
        case (.start, UInt8(ascii: "{")): state = .beforeKey(mayEnd: true)
        case (.start, UInt8(ascii: "n")): return begin(.nullAnswer)
        case (.start, _): throw .malformed(offset: index)
        case (.beforeKey(true), UInt8(ascii: "}")): state = .end
        case (.beforeKey, UInt8(ascii: "\"")): return begin(.key)
        case (.beforeColon, UInt8(ascii: ":")): state = .beforeValue
        case (.beforeValue, UInt8(ascii: "[")) where isAtValue:
            hasList = true
            state = .beforeEntry(mayEnd: true)
        case (.beforeValue, UInt8(ascii: "n")) where isAtValue: return begin(.null)
        case (.beforeValue, _) where isAtValue: throw .notAList
        case (.beforeValue, _): return begin(isAtLink ? .link : .beside)
        case (.afterValue, UInt8(ascii: ",")): state = .beforeKey(mayEnd: false)
        case (.afterValue, UInt8(ascii: "}")): state = .end
        case (.beforeEntry(true), UInt8(ascii: "]")), (.afterEntry, UInt8(ascii: "]")): state = .afterValue
        case (.beforeEntry, UInt8(ascii: ",")), (.beforeEntry, UInt8(ascii: "]")), (.beforeEntry, UInt8(ascii: "}")):
            throw .malformed(offset: index)
        case (.beforeEntry, _): return begin(.entry)
        case (.afterEntry, UInt8(ascii: ",")): state = .beforeEntry(mayEnd: false)
        default: throw .malformed(offset: index)
        }
        return true
    }

    private mutating func begin(_ part: Part) -> Bool {
        // How deep an entry is, and how large, is its own affair.
        scanner =
            part == .entry
            ? ValueScanner(depthLimit: .max, sizeLimit: .max)
            : ValueScanner(depthLimit: limits.depth, sizeLimit: limits.beside)
        state = .inside(part)
        return false
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>, of part: Part) throws(JSONFault) {
        if part == .entry { return keep(ofEntry: bytes) }
        besideSize += bytes.count
        if besideSize > limits.beside { throw .tooLarge }
        if part != .beside { partial.append(contentsOf: bytes) }
    }

    private mutating func keep(ofEntry bytes: ArraySlice<UInt8>) {
        if isTooLarge { return }
        if partial.count + bytes.count <= limits.entry { return partial.append(contentsOf: bytes) }
        isTooLarge = true
        partial = Array((partial.prefix(limits.beginning) + bytes.prefix(limits.beginning)).prefix(limits.beginning))
    }

    private mutating func finish(_ part: Part, _ entries: inout [Entry]) throws(JSONFault) {
        let value = partial
        partial = []
        switch part {
        case .key:
            isAtValue = value == Array("\"value\"".utf8)
            isAtLink = value == Array("\"@odata.nextLink\"".utf8)
            state = .beforeColon
        case .beside: state = .afterValue
        case .link:
            nextLink = value
            state = .afterValue
        case .null:
            guard value == Array("null".utf8) else { throw .notAList }
            hasList = true
            state = .afterValue
        case .entry:
            entries.append(isTooLarge ? .tooLarge(beginning: value) : .whole(value))
            isTooLarge = false
            state = .afterEntry
        case .nullAnswer:
            guard value == Array("null".utf8) else { throw .malformed(offset: 0) }
            hasList = true
            state = .end
        }
    }
}
