/// A complete answer of a server: small enough to be held at once.
struct ServerAnswer: Sendable, Equatable {
    var status: Int
    /// By lower-case name; of several of the same name, joined by commas.
    var headers: [String: String]
    var body: [UInt8]

    var isSuccess: Bool { (200..<300).contains(status) }
}
