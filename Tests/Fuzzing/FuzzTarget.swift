/// Something that takes bytes of strangers, and what holds whatever they are.
struct FuzzTarget: Sendable {
    let name: String
    /// No input is longer, in bytes: thousands of short ones a second find more than a few long ones.
    let longest: Int
    /// What is put into inputs more often than by chance.
    let words: [String]
    /// Takes an input; throws where something does not hold. It must not trap.
    let take: @Sendable ([UInt8]) throws(Broken) -> Void
}

/// What should hold of an input and does not.
struct Broken: Error, CustomStringConvertible {
    let description: String
}

/// Throws unless something holds.
func hold(_ isTrue: Bool, _ sentence: @autoclosure () -> String) throws(Broken) {
    if !isTrue { throw Broken(description: sentence()) }
}

/// The result of something that may refuse its input, which is no failure; `nil` where it did.
func allowed<Value, Failure: Error>(_ body: () throws(Failure) -> Value) -> Value? {
    do throws(Failure) {
        return try body()
    } catch {
        return nil
    }
}

extension [UInt8] {
    /// The bytes as text, what is no UTF-8 replaced.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// The bytes in pieces, whose lengths the bytes themselves decide.
    var pieces: [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = self[...]
        while let first = rest.first {
            pieces.append(Array(rest.prefix(Int(first) % 7 + 1)))
            rest = rest.dropFirst(Int(first) % 7 + 1)
        }
        return pieces
    }
}

extension String {
    /// Whether a terminal could be steered by it: a control character is in it, line ends and tabs included.
    var hasControls: Bool {
        unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
    }
}
