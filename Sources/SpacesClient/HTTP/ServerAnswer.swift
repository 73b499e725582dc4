/// A complete answer of a server: small enough to be held at once.
struct ServerAnswer: Sendable, Equatable {
    var status: Int
    /// By lower-case name; of several of the same name, joined by commas.
    var headers: [String: String]
    var body: [UInt8]

    var isSuccess: Bool { (200..<300).contains(status) }

    /// True for the words of a router that knows no such path or method, which are no JSON
    /// (docs/server-behaviour.md §1.2).
    var hasNoRoute: Bool {
        switch status {
        case 404:
            headers["content-type"]?.hasPrefix("text/plain") == true && body.starts(with: "404 page not found".utf8)
        case 405: body.isEmpty
        default: false
        }
    }
}
