/// A parsed JSON value that keeps what the API's strictness needs: the order of members, and numbers as written.
enum JSONValue: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// The literal: whether `1.5` or `1e3` fits an integer is for the reader to say.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One member of an object; a name may come twice, the last one counts.
    struct Member: Sendable, Equatable {
        let name: String
        let value: JSONValue
    }

    /// What Go's decoder calls this kind of value in its errors, with the literal of a number.
    var goDescription: String {
        switch self {
        case .null: "null"
        case .boolean: "bool"
        case .number(let literal): "number \(literal)"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
