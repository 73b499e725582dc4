import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The bytes of the body; a larger one is refused with 413.
    func body(upTo limit: Int) async throws -> [UInt8] {
        let tooLarge = GraphError(
            status: .contentTooLarge, code: .invalidRequest, message: "the request body is larger than \(limit) bytes")
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
        do {
            return Array(buffer: try await body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw tooLarge
        }
    }
}
