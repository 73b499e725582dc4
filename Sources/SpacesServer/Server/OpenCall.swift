import HTTPTypes
import Hummingbird

/// One request to a route that answers everybody: nobody knows yet who makes it.
struct OpenCall: Sendable {
    let request: Request
    /// The parts of the path that the route names, decoded.
    let parameters: [String: String]
    /// What URLs in answers begin with; the issuer of tokens.
    let publicURL: String

    /// Forms are small: a name, a password, a token or two.
    private static let maximumFormSize = 64 << 10

    /// The fields of the query.
    func query() throws -> Form { try Form(request.uri.query ?? "") }

    /// The fields of the posted form.
    func form() async throws -> Form {
        try Form(String(decoding: try await request.body(upTo: Self.maximumFormSize), as: UTF8.self))
    }
}
