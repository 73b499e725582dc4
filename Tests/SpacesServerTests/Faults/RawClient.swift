import Foundation
import Glibc

/// A client that sends one request as bytes and keeps everything that comes: answers that are no HTTP, too.
struct RawClient: Sendable {
    /// How a connection ended.
    enum End: Equatable, Sendable {
        /// In an orderly way (FIN).
        case closed
        /// Torn off (RST).
        case reset
        /// By us, because nothing came.
        case silent
    }

    let text: String
    let end: End

    var status: Int? { text.hasPrefix("HTTP/1.1 ") ? Int(text.dropFirst(9).prefix(3)) : nil }
    /// What comes after the head.
    var body: Substring { text.firstRange(of: "\r\n\r\n").map { text[$0.upperBound...] } ?? "" }

    struct Failure: Error {
        let code: Int32
    }

    /// Sends a request as `admin` and reads until the connection ends.
    ///
    /// On a thread of its own: the server in this process must not wait for a thread that waits for it.
    ///
    /// - Parameter patience: After so many milliseconds of silence the connection is given up.
    static func send(
        _ method: String, _ path: String, body: String = "", to url: String, patience: Int32 = 30_000
    ) async throws -> RawClient {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try RawClient(method, path, body: body, to: url, patience: patience) })
            }
        }
    }

    private init(_ method: String, _ path: String, body: String, to url: String, patience: Int32) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
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
        let credentials = Data("admin:demo".utf8).base64EncodedString()
        let request = Array(
            """
            \(method) \(path) HTTP/1.1\r
            Host: localhost\r
            Authorization: Basic \(credentials)\r
            Connection: close\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """.utf8)
        guard Glibc.send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Failure(code: errno)
        }
        var received: [UInt8] = []
        var end = End.silent
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            if poll(&polled, 1, patience) == 0 { break }
            let count = recv(socket, &chunk, chunk.count, 0)
            if count <= 0 {
                end = count == 0 ? .closed : .reset
                break
            }
            received += chunk[..<count]
        }
        text = String(decoding: received, as: UTF8.self)
        self.end = end
    }
}
