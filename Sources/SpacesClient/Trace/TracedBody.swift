import AsyncHTTPClient
import NIOCore

/// The body of an answer, which passes on every piece and writes down in the end how many bytes there were.
struct TracedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private let body: HTTPClientResponse.Body
    private let end: End

    init(_ body: HTTPClientResponse.Body, of exchange: TracedExchange) {
        self.body = body
        end = End(exchange)
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body.makeAsyncIterator(), end: end) }

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var body: HTTPClientResponse.Body.AsyncIterator
        fileprivate let end: End

        mutating func next() async throws -> ByteBuffer? {
            do {
                let piece = try await body.next()
                end.read(piece?.readableBytes)
                return piece
            } catch {
                end.failed(error)
                throw error
            }
        }
    }
}
