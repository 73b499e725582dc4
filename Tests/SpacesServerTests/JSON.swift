import Foundation

/// A JSON value for comparing: what is there, and which properties.
enum JSON: Equatable, Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// An empty object where the bytes are no JSON.
    init(_ data: Data) {
        do {
            self.init(value: try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed))
        } catch {
            self = .object([:])
        }
    }

    private init(value: Any) {
        switch value {
        case let object as [String: Any]: self = .object(object.mapValues { JSON(value: $0) })
        case let array as [Any]: self = .array(array.map { JSON(value: $0) })
        case let text as String: self = .string(text)
        case let number as NSNumber:
            self = String(cString: number.objCType) == "c" ? .boolean(number.boolValue) : .number(number.description)
        default: self = .null
        }
    }

    subscript(_ key: String) -> JSON {
        if case .object(let object) = self { object[key] ?? .null } else { .null }
    }

    subscript(_ index: Int) -> JSON {
        if case .array(let array) = self, array.indices.contains(index) { array[index] } else { .null }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var integer: Int64? {
        if case .number(let literal) = self { Int64(literal) } else { nil }
    }

    var elements: [JSON] {
        if case .array(let array) = self { array } else { [] }
    }

    var keys: [String] {
        if case .object(let object) = self { object.keys.sorted() } else { [] }
    }

    /// The same text for the same value.
    var canonical: String {
        switch self {
        case .array(let array): "[" + array.map(\.canonical).joined(separator: ",") + "]"
        case .object(let object):
            "{" + object.sorted { $0.key < $1.key }.map { $0.key + ":" + $0.value.canonical }.joined(separator: ",")
                + "}"
        default: "\(self)"
        }
    }

    /// Every property's path, elements of arrays as `[]`.
    var paths: Set<String> {
        switch self {
        case .array(let array): Set(array.flatMap { element in element.paths.map { "[]" + $0 } })
        case .object(let object):
            Set(object.flatMap { key, value in ["." + key] + value.paths.map { "." + key + $0 } })
        default: []
        }
    }
}
