import Foundation
import NIOCore

/// A file on its way into the database. A piece of it at most is in memory; what came before is stored already, and is no
/// file until all of it has come. An upload that ends before leaves the file as it was.
struct FileUpload {
    private let store: Store
    private let target: FileTarget
    private let caller: User
    /// What came since the last piece.
    private var pending = ByteBuffer()
    private var content: HeldContent?
    /// Bytes that are stored.
    private var stored: Int64 = 0

    /// Bytes that came so far.
    var size: Int64 { stored + Int64(pending.readableBytes) }

    init(to target: FileTarget, by caller: User, in store: Store) {
        self.target = target
        self.caller = caller
        self.store = store
    }

    /// Takes the next bytes, and stores each piece that is full.
    mutating func append(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        while buffer.readableBytes > 0 {
            let count = min(buffer.readableBytes, Store.pieceSize - pending.readableBytes)
            guard let part = buffer.readSlice(length: count) else { break }
            pending.writeImmutableBuffer(part)
            if pending.readableBytes == Store.pieceSize { try await storePiece() }
        }
    }

    private mutating func storePiece() async throws {
        content = try await store.append(
            Data(pending.readableBytesView), at: stored, to: content, for: target, by: caller)
        stored += Int64(pending.readableBytes)
        pending.clear()
    }

    /// What is there when all has come.
    var received: ReceivedFile {
        ReceivedFile(content: content, rest: Data(pending.readableBytesView), size: size)
    }
}

/// A file that has come whole: what is stored of it, and the rest.
struct ReceivedFile: Sendable {
    /// Nil for a file that is smaller than a piece.
    let content: HeldContent?
    let rest: Data
    /// Bytes of the whole file.
    let size: Int64
}
