import Foundation

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
    /// How many answers came, one after the other.
    var answers: Int { text.ranges(of: "HTTP/1.1 ").count }

    /// The line that tells who asks.
    static let credentials = "Authorization: Basic \(Data("admin:demo".utf8).base64EncodedString())\r\n"

    /// Sends a request as `admin` and reads until the connection ends.
    ///
    /// - Parameter patience: After so many milliseconds of silence the connection is given up.
    static func send(
        _ method: String, _ path: String, body: String = "", to url: String, patience: Int32 = 30_000
    ) async throws -> RawClient {
        let head = """
            \(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(credentials)Connection: close\r
            Content-Length: \(body.utf8.count)\r\n\r\n
            """
        return try await send(bytes: Array((head + body).utf8), to: url, patience: patience)
    }

    /// Sends bytes, whatever they are, and reads until the connection ends.
    ///
    /// - Parameter endsSending: Whether the server hears that nothing more will come.
    static func send(
        bytes: [UInt8], to url: String, endsSending: Bool = false, patience: Int32 = 30_000
    ) async throws -> RawClient {
        try await RawConnection.onThread {
            let connection = try RawConnection(to: url)
            connection.send(bytes)
            if endsSending { connection.endSending() }
            let end = connection.receive(patience: patience)
            return RawClient(text: connection.text, end: end ?? .silent)
        }
    }
}
