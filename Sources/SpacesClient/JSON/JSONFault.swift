/// Why bytes are no JSON that this program reads; the sentence for the person is made from it.
enum JSONFault: Error, Equatable, Sendable {
    /// Not JSON (RFC 8259), at this byte.
    case malformed(offset: Int)
    /// The text ends inside a value.
    case truncated
    /// Nested deeper than allowed: legitimate answers have a handful of levels.
    case tooDeep
    /// Larger than allowed.
    case tooLarge
    /// JSON, but no object with a list called `value`.
    case notAList
}
