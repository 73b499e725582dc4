/// Why a body does not fit what it is read as, in the words of Go's decoder (docs/server-behaviour.md §3.3).
struct DecodingFailure: Error, Equatable {
    let message: String

    static func unknown(_ name: String) -> DecodingFailure {
        DecodingFailure(message: "json: unknown field \(name.goQuoted)")
    }

    static func mismatch(_ value: JSONValue, _ path: String, type: String) -> DecodingFailure {
        DecodingFailure(
            message: "json: cannot unmarshal \(value.goDescription) into Go struct field \(path) of type \(type)")
    }
}

/// Values read as strictly as the real server does; `null` is no value everywhere. A path is Go's: type, then field.
extension JSONValue {
    /// The members of the object that a body is; none for `null`.
    static func members(of bytes: [UInt8], type: String) throws(DecodingFailure) -> [Member] {
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(bytes)
        } catch {
            throw DecodingFailure(message: error.message)
        }
        switch value {
        case .null: return []
        case .object(let members): return members
        default:
            throw DecodingFailure(
                message: "json: cannot unmarshal \(value.goDescription) into Go value of type \(type)")
        }
    }

    func members(_ path: String, type: String) throws(DecodingFailure) -> [Member] {
        switch self {
        case .null: return []
        case .object(let members): return members
        default: throw .mismatch(self, path, type: type)
        }
    }

    func elements(_ path: String, type: String) throws(DecodingFailure) -> [JSONValue]? {
        switch self {
        case .null: return nil
        case .array(let elements): return elements
        default: throw .mismatch(self, path, type: "[]\(type)")
        }
    }

    func text(_ path: String) throws(DecodingFailure) -> String? {
        switch self {
        case .null: return nil
        case .string(let text): return text
        case .number:
            // Go names the literal of a number only where the field is a number too.
            throw DecodingFailure(message: "json: cannot unmarshal number into Go struct field \(path) of type string")
        default: throw .mismatch(self, path, type: "string")
        }
    }

    func integer(_ path: String) throws(DecodingFailure) -> Int64? {
        if case .null = self { return nil }
        guard case .number(let literal) = self, let number = Int64(literal) else {
            throw .mismatch(self, path, type: "int64")
        }
        return number
    }

    func boolean(_ path: String) throws(DecodingFailure) -> Bool? {
        switch self {
        case .null: return nil
        case .boolean(let value): return value
        case .number:
            throw DecodingFailure(message: "json: cannot unmarshal number into Go struct field \(path) of type bool")
        default: throw .mismatch(self, path, type: "bool")
        }
    }
}
