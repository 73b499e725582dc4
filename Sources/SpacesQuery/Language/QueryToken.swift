/// A piece of a query between blanks. Blanks inside quotes and between the slashes of an expression do not part.
///
/// A query is read by scalars: with a combining mark behind it a quote, a blank or a slash is another character, and ends nothing.
struct QueryToken: Equatable {
    /// The scalars as typed.
    var text: [Unicode.Scalar]
    /// Where it starts, in scalars of the whole text.
    var start: Int

    var range: Range<Int> { start..<start + text.count }

    /// Takes a line apart; every scalar that is no blank belongs to one token.
    static func tokens(of line: [Unicode.Scalar]) -> [QueryToken] {
        var tokens: [QueryToken] = []
        var index = 0
        while index < line.count {
            if line[index].properties.isWhitespace {
                index += 1
                continue
            }
            let start = index
            index = end(of: line, from: start)
            tokens.append(QueryToken(text: Array(line[start..<index]), start: start))
        }
        return tokens
    }

    /// The end of the token that starts here.
    private static func end(of line: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        var closing: Unicode.Scalar?
        // A slash begins an expression only where a value may begin: inside a word it is a letter (`project/mars`).
        var mayBegin = true
        while index < line.count {
            let scalar = line[index]
            if let wanted = closing {
                if scalar == "\\" {
                    index += 1
                } else if scalar == wanted {
                    closing = nil
                }
            } else if scalar.properties.isWhitespace {
                return index
            } else if mayBegin, scalar == "\"" || scalar == "/" {
                closing = scalar
            }
            if closing == nil { mayBegin = "!:=<>~".unicodeScalars.contains(scalar) }
            index += 1
        }
        return min(index, line.count)
    }
}

extension Sequence<Unicode.Scalar> {
    /// The scalars in a string.
    var string: String { String(String.UnicodeScalarView(self)) }
}
