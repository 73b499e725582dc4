/// A JSON text (RFC 8259) taken apart once, whose values are read where they lie.
///
/// A list of 100,000 spaces has several million values. Building an object for each costs many times what reading the
/// bytes costs, so a document is the bytes and one flat array of tokens; `JSONNode` reads from them, and a property that
/// has another type than expected is simply not there, which is how one odd property never costs a whole space.
struct JSONDocument: Sendable {
    /// What a token is; objects and arrays are followed by the tokens of what they hold, keys before values.
    enum Kind: UInt8, Sendable {
        case object, array, string, number, yes, no, null
    }

    struct Token: Sendable {
        var kind: Kind
        /// True for a string with a backslash, which has to be unescaped.
        var hasEscapes: Bool
        /// Where the value lies; a string without its quotes.
        var start: Int32
        var end: Int32
        /// The index of the first token behind this value and all that it holds.
        var next: Int32
    }

    let bytes: [UInt8]
    let tokens: [Token]

    /// Takes a whole JSON text apart; texts of 2 GiB and more are refused.
    init(_ bytes: [UInt8], depthLimit: Int = 64) throws(JSONFault) {
        guard bytes.count < Int(Int32.max) else { throw .tooLarge }
        var tokenizer = JSONTokenizer(bytes: bytes, depthLimit: depthLimit)
        try tokenizer.run()
        self.bytes = bytes
        tokens = tokenizer.tokens
    }

    /// The outermost value.
    var root: JSONNode { JSONNode(document: self, index: 0) }
}
