import HTTPTypes
import Hummingbird

/// What pages of other origins may do with the API (CORS; docs/server-behaviour.md §1.4).
///
/// Any origin may ask, because nothing is taken from cookies: a page must have the credentials to send them.
enum CrossOrigin {
    private static let methods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    private static let headers: Set<String> = [
        "authorization", "origin", "content-type", "accept", "x-requested-with", "x-request-id", "purge", "restore",
    ]
    /// What WebDAV needs beside that.
    private static let fileMethods: Set<String> = ["HEAD", "MKCOL", "PROPFIND", "PROPPATCH", "MOVE", "COPY"]
    private static let fileHeaders: Set<String> = [
        "depth", "destination", "overwrite", "if-match", "if-none-match", "range", "x-oc-mtime", "ocs-apirequest",
    ]

    /// The answer to the question that a browser asks before a request, which carries no credentials; nil for others.
    static func preflight(_ request: Request) -> Response? {
        guard request.method == .options, request.headers[.origin] != nil,
            let method = request.headers[.accessControlRequestMethod]
        else { return nil }
        let isFile = request.uri.path.contains("dav")
        let asked = (request.headers[.accessControlRequestHeaders] ?? "").split(separator: ",").map {
            String($0).trimmed.lowercased()
        }
        var response = Response(status: .noContent)
        for name in [HTTPField.Name.accessControlRequestMethod, .accessControlRequestHeaders] {
            response.headers.append(HTTPField(name: .vary, value: name.rawName))
        }
        let allowsMethod =
            methods.contains(method.uppercased()) || (isFile && fileMethods.contains(method.uppercased()))
        let allowsHeaders = asked.allSatisfy { headers.contains($0) || (isFile && fileHeaders.contains($0)) }
        // A refusal is an answer without permission: the browser then keeps the request back.
        guard allowsMethod, allowsHeaders else { return response }
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlAllowMethods] = method.uppercased()
        if !asked.isEmpty { response.headers[.accessControlAllowHeaders] = asked.joined(separator: ", ") }
        response.headers[.accessControlMaxAge] = "600"
        return response
    }

    /// Lets a page of another origin read an answer, and the headers that it needs.
    static func permit(_ request: Request, _ response: inout Response) {
        guard request.headers[.origin] != nil, preflight(request) == nil else { return }
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = "ETag, OC-ETag, OC-FileId, X-Request-Id, Location, Retry-After"
    }
}
