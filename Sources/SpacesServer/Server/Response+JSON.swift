import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// An answer whose body is JSON; the content type has no charset, as recorded.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// An answer whose body is written as JSON; a line feed ends it, as recorded.
    static func json(status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) throws -> Void) rethrows -> Response
    {
        var json = JSONWriter()
        try write(&json)
        return .json(json.bytes + [0x0A], status: status)
    }
}
