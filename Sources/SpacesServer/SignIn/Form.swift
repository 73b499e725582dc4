/// The fields of a query or of a posted form (`application/x-www-form-urlencoded`).
///
/// A field without a value counts as none (RFC 6749 §3.1).
struct Form: Sendable, Equatable {
    private(set) var fields: [String: String] = [:]
    /// Names that came more than once, which RFC 6749 forbids.
    private(set) var repeated: Set<String> = []

    /// What is no form at all.
    struct Malformed: Error {}

    /// Reads a form; throws where an escape is broken or the bytes are no UTF-8.
    init(_ text: String) throws(Malformed) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else { throw Malformed() }
            if value.isEmpty { continue }
            if fields.updateValue(value, forKey: name) != nil { repeated.insert(name) }
        }
    }

    subscript(_ name: String) -> String? { fields[name] }

    /// The fields as the query of a URL, in alphabetical order.
    var encoded: String {
        Self.encode(fields.sorted { $0.key < $1.key })
    }

    /// Pairs as the query of a URL, in the order given.
    static func encode(_ fields: [(key: String, value: String)]) -> String {
        fields.map { "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }
}
