/// A piece of a query between blanks. Blanks inside quotes and between the slashes of an expression do not part.
struct QueryToken: Equatable {
    /// The characters as typed.
    var text: [Character]
    /// Where it starts, in characters of the whole text.
    var start: Int

    var range: Range<Int> { start..<start + text.count }

    /// Takes a line apart; every character that is no blank belongs to one token.
    static func tokens(of line: [Character]) -> [QueryToken] {
        var tokens: [QueryToken] = []
        var index = 0
        while index < line.count {
            if line[index].isWhitespace {
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
    private static func end(of line: [Character], from start: Int) -> Int {
        var index = start
        var closing: Character?
        // A slash begins an expression only where a value may begin: inside a word it is a letter (`project/mars`).
        var mayBegin = true
        while index < line.count {
            let character = line[index]
            if let wanted = closing {
                if character == "\\" {
                    index += 1
                } else if character == wanted {
                    closing = nil
                }
            } else if character.isWhitespace {
                return index
            } else if mayBegin, character == "\"" || character == "/" {
                closing = character
            }
            if closing == nil { mayBegin = "!:=<>~".contains(character) }
            index += 1
        }
        return min(index, line.count)
    }
}
