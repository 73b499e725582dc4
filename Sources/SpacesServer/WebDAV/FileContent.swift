import Hummingbird
import NIOCore

/// The bytes of a file: kept, or only counted, as those of samples; what was not kept reads as zeros.
enum FileContent: Sendable {
    /// In the database: what is read is one version of the file from beginning to end, whatever is written meanwhile.
    case kept(HeldContent, in: Store)
    case zeros

    /// The body of an answer with a part of the file. It takes the next piece from the database when the client has taken
    /// the one before, so that who reads slowly holds a piece in memory and not the file.
    func body(_ range: Range<Int64>) -> ResponseBody {
        if range.isEmpty { return ResponseBody() }
        return ResponseBody(contentLength: range.count) { [self] output in
            var offset = range.lowerBound
            while offset < range.upperBound {
                let piece = try await piece(from: offset, limit: range.upperBound - offset)
                offset += Int64(piece.readableBytes)
                try await output.write(piece)
            }
            try await output.finish(nil)
        }
    }

    private func piece(from offset: Int64, limit: Int64) async throws -> ByteBuffer {
        switch self {
        case .kept(let content, let store):
            let bytes = try await store.bytes(of: content, from: offset)
            return bytes.getSlice(at: bytes.readerIndex, length: Int(min(limit, Int64(bytes.readableBytes)))) ?? bytes
        case .zeros:
            return ByteBuffer(repeating: 0, count: Int(min(limit, Int64(Store.pieceSize))))
        }
    }
}
