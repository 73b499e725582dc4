import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The bytes of the body; a larger one is refused with 413.
    func body(upTo limit: Int) async throws -> [UInt8] {
        let length = try announcedLength(upTo: limit)
        do {
            let bytes = Array(buffer: try await body.collect(upTo: limit))
            if let length, length != bytes.count { throw GraphError.incompleteBody }
            return bytes
        } catch is NIOTooManyBytesError {
            throw GraphError.bodyTooLarge(limit)
        }
    }

    /// The length that the client announced, nil where it does not say; a larger one than the limit is refused with 413.
    func announcedLength(upTo limit: Int) throws(GraphError) -> Int64? {
        guard let text = headers[.contentLength] else { return nil }
        guard let length = Int64(text), length >= 0 else { throw .invalidRequest("the Content-Length is no number") }
        if length > limit { throw .bodyTooLarge(limit) }
        return length
    }
}

extension GraphError {
    /// - Parameter limit: Bytes that would have been taken.
    static func bodyTooLarge(_ limit: Int) -> GraphError {
        GraphError(
            status: .contentTooLarge, code: .invalidRequest, message: "the request body is larger than \(limit) bytes")
    }

    /// The connection broke, or the client sent less or more than it said.
    static let incompleteBody = GraphError.invalidRequest("the request body is not as long as its Content-Length")
}
