import Foundation
import Hummingbird
import NIOCore

/// The bytes of a file: kept, or only counted, as those of samples; what was not kept reads as zeros.
enum FileContent: Sendable {
    case kept(Data)
    case zeros

    private static let pieceSize: Int64 = 256 * 1024

    /// The body of an answer with a part of the file.
    func body(_ range: Range<Int64>) -> ResponseBody {
        switch self {
        case .kept(let data):
            let start = data.startIndex + Int(range.lowerBound)
            return ResponseBody(byteBuffer: ByteBuffer(bytes: data[start..<start + range.count]))
        case .zeros:
            let count = range.upperBound - range.lowerBound
            return ResponseBody(contentLength: Int(count)) { output in
                let piece = ByteBuffer(repeating: 0, count: Int(min(count, Self.pieceSize)))
                var rest = count
                while rest > 0 {
                    try await output.write(piece.getSlice(at: 0, length: Int(min(rest, Self.pieceSize))) ?? piece)
                    rest -= min(rest, Self.pieceSize)
                }
                try await output.finish(nil)
            }
        }
    }
}
