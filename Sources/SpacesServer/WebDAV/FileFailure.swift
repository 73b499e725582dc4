import HTTPTypes
import Hummingbird
import NIOCore

/// Why a file cannot be had or changed, with the status of RFC 4918.
enum FileFailure: Error {
    case notFound
    case forbidden
    /// The folder it should lie in is missing.
    case noParent
    /// A folder is there already, or the root is meant.
    case exists
    case isFolder
    case noRoom
    case badPath
    case infiniteDepth

    private var answer: (status: HTTPResponse.Status, exception: String, message: String)? {
        switch self {
        case .notFound: (.notFound, "NotFound", "Resource not found")
        case .forbidden: (.forbidden, "Forbidden", "permission denied")
        case .noParent: (.conflict, "Conflict", "parent does not exist")
        case .exists: (.methodNotAllowed, "MethodNotAllowed", "The resource you tried to create already exists")
        case .isFolder: (.conflict, "Conflict", "resource is not a file")
        // Without a body, as recorded in 085.
        case .noRoom: nil
        case .badPath: (.badRequest, "BadRequest", "the path is not valid")
        case .infiniteDepth: (.forbidden, "Forbidden", "PROPFIND with depth infinity is not supported")
        }
    }

    var response: Response {
        guard let answer else {
            return Response(status: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"))
        }
        let document = """
            <?xml version="1.0" encoding="UTF-8"?>
            <d:error xmlns:d="DAV" xmlns:s="http://sabredav.org/ns"><s:exception>Sabre\\DAV\\Exception\\\(answer.exception)\
            </s:exception><s:message>\(answer.message)</s:message></d:error>
            """
        return Response(
            status: answer.status, headers: [.contentType: "application/xml; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: document)))
    }
}
