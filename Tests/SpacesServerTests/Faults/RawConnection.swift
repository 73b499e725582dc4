import Foundation
import Glibc

/// A connection that sends bytes as they are and keeps what comes. It blocks: `onThread` runs it beside the server, which in
/// this process must not wait for a thread that waits for it.
final class RawConnection {
    private let socket: Int32
    private var received: [UInt8] = []

    struct Failure: Error {
        let code: Int32
    }

    var text: String { String(decoding: received, as: UTF8.self) }

    init(to url: String) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(url.split(separator: ":").last.flatMap { UInt16($0) } ?? 0).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(code: errno) }
    }

    deinit { Glibc.close(socket) }

    /// Runs what waits on a thread of its own.
    static func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    /// Sends all bytes, or as many as the server takes before it closes.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Says that nothing more will come.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Reads until what came fits, or the connection ends.
    ///
    /// - Parameter patience: After so many milliseconds of silence the connection is given up.
    @discardableResult
    func receive(patience: Int32 = 30_000, until isEnough: (String) -> Bool = { _ in false }) -> RawClient.End? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while !isEnough(text) {
            var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            if poll(&polled, 1, patience) == 0 { return .silent }
            let count = recv(socket, &chunk, chunk.count, 0)
            if count <= 0 { return count == 0 ? .closed : .reset }
            received += chunk[..<count]
        }
        return nil
    }
}
