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
    case badXML
    /// `If-Match` or `If-None-Match` does not hold, or something is in the way and must not be overwritten.
    case precondition
    /// A folder cannot go into itself, nor take the place of one that it lies in.
    case intoItself
    /// Source and destination are the same.
    case same
    /// The body of a MKCOL says something that nobody understands (RFC 4918 §9.3).
    case unsupportedBody

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
        case .badXML: (.badRequest, "BadRequest", "the body is no XML")
        case .precondition: (.preconditionFailed, "PreconditionFailed", "what is there is not what was expected")
        case .intoItself: (.conflict, "Conflict", "a folder cannot be put into itself")
        case .same: (.forbidden, "Forbidden", "source and destination are the same")
        case .unsupportedBody: (.unsupportedMediaType, "UnsupportedMediaType", "the body is not supported")
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
