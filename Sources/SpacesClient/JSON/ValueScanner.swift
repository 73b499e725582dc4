/// Finds where one JSON value ends, in bytes that arrive in pieces.
///
/// It knows only strings and brackets; whether the value is good JSON is found when it is taken apart.
struct ValueScanner {
    let depthLimit: Int
    let sizeLimit: Int
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var size = 0

    init(depthLimit: Int, sizeLimit: Int) {
        self.depthLimit = depthLimit
        self.sizeLimit = sizeLimit
    }

    /// The index behind the value that goes on at `start`, or `nil` when the piece ends inside it.
    mutating func end(in chunk: [UInt8], from start: Int) throws(JSONFault) -> Int? {
        var index = start
        while index < chunk.count {
            let byte = chunk[index]
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 0 { return try checked(index + 1, from: start) }
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
                if depth > depthLimit { throw .tooDeep }
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                if depth == 0 { return try checked(index, from: start) }
                depth -= 1
                if depth == 0 { return try checked(index + 1, from: start) }
            } else if depth == 0, byte == UInt8(ascii: ",") || byte.isJSONBlank {
                return try checked(index, from: start)
            }
            index += 1
        }
        size = try checked(chunk.count, from: start) - start + size
        return nil
    }

    private func checked(_ end: Int, from start: Int) throws(JSONFault) -> Int {
        if size + end - start > sizeLimit { throw .tooLarge }
        return end
    }
}
