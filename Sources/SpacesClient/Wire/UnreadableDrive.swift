import SpacesModel

/// Why an entry is no space, and what is known of it.
struct UnreadableDrive: Error, Equatable {
    var reason: String
    /// Safe to show.
    var id: String?
    var name: String?

    init(reason: String, id: String? = nil, name: String? = nil) {
        self.reason = reason
        self.id = id
        self.name = name
    }

    /// Looks for id and name in what is kept of an entry that cannot be taken apart as a whole.
    init(reason: String, beginning: [UInt8]) {
        self.reason = reason
        for (key, value) in EntryBeginning(beginning).texts {
            if key == "id", id == nil { id = value }
            if key == "name", name == nil { name = value }
        }
    }
}

/// The first bytes of an object, read as far as they go.
private struct EntryBeginning {
    private let bytes: [UInt8]
    private var position: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
    }

    /// The texts among the properties of the object.
    var texts: [(key: String, value: String)] {
        var reader = self
        var texts: [(String, String)] = []
        guard reader.skip(UInt8(ascii: "{")) else { return [] }
        while let key = reader.value(), reader.skip(UInt8(ascii: ":")), let value = reader.value() {
            if let name = Self.text(key), let text = Self.text(value) { texts.append((name, text)) }
            guard reader.skip(UInt8(ascii: ",")) else { break }
        }
        return texts
    }

    /// Goes behind a sign, and the blanks before it; false where another one stands.
    private mutating func skip(_ sign: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == sign else { return false }
        position += 1
        return true
    }

    /// The bytes of the next value; `nil` where it does not end.
    private mutating func value() -> [UInt8]? {
        skipBlanks()
        var scanner = ValueScanner(depthLimit: .max, sizeLimit: .max)
        let start = position
        do throws(JSONFault) {
            guard let end = try scanner.end(in: bytes, from: start), end > start else { return nil }
            position = end
            return Array(bytes[start..<end])
        } catch {
            return nil
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position].isJSONBlank { position += 1 }
    }

    private static func text(_ value: [UInt8]) -> String? {
        guard value.first == UInt8(ascii: "\"") else { return nil }
        do throws(JSONFault) {
            return try JSONDocument(value).root.text
        } catch {
            return nil
        }
    }
}
