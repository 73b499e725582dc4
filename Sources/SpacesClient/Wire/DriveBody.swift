import SpacesModel

/// The JSON that is sent to make or change a space: only the fields that are there.
struct DriveBody {
    var name: String?
    var description: String?
    var alias: String?
    var total: Int64?

    /// The object, with keys in alphabetical order; the server wants `name` in lower case
    /// (docs/server-behaviour.md §3.2).
    var bytes: [UInt8] {
        var fields: [String] = []
        if let description { fields.append("\"description\":\(Self.quoted(description))") }
        if let alias { fields.append("\"driveAlias\":\(Self.quoted(alias))") }
        if let name { fields.append("\"name\":\(Self.quoted(SpaceRules.trimmed(name)))") }
        if let total { fields.append("\"quota\":{\"total\":\(total)}") }
        return Array("{\(fields.joined(separator: ","))}".utf8)
    }

    /// A text as a JSON string (RFC 8259 §7).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
