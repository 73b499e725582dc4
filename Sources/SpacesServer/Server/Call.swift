import HTTPTypes
import Hummingbird

/// One request on its way through the server: who makes it, what the path named, where the server is.
struct Call: Sendable {
    let request: Request
    let caller: User
    /// The parts of the path that the route names, decoded.
    let parameters: [String: String]
    /// What URLs in answers begin with.
    let publicURL: String
    let requestID: String

    subscript(_ name: String) -> String { parameters[name] ?? "" }

    var space: SpaceReference { SpaceReference(self["drive"]) }

    /// The bytes of the body; a larger one is refused with 413.
    func body(upTo limit: Int) async throws -> [UInt8] {
        try await request.body(upTo: limit)
    }

    /// Value of a header by its name.
    func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }
}
