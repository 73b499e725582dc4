import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// One request whose answer goes wrong as faults have it.
struct FaultyAnswer: Sendable {
    let faults: [Fault]
    let connection: FaultyConnection

    /// Ends the handling of a connection, which is then closed.
    struct Broken: Error {}

    /// Answers, or does not.
    ///
    /// - Parameter answer: Lets the request take effect, and gives the real answer.
    func send(
        to writer: consuming ResponseWriter, _ answer: @Sendable () async throws -> Response
    ) async throws {
        try await delay(.before)
        let fault = faults.first { if case .latency = $0.effect { false } else { true } }
        var response = Response(status: .ok, headers: [.contentType: "application/json"])
        if fault?.moment != .before { response = try await answer() }
        try await delay(.after)
        switch fault?.effect {
        case nil, .latency: try await writer.write(response: response.head, body: response.body)
        case .status(let code, let retryAfter):
            var head = HTTPResponse(status: .init(code: code), headerFields: [.contentLength: "0"])
            if let retryAfter { head.headerFields[.retryAfter] = String(retryAfter) }
            try await writer.write(response: head, body: ResponseBody())
        case .truncate(let count): try await part(of: response, fault, count, to: writer)
        case .reset(nil): try await connection.reset()
        case .reset(let count?):
            do {
                try await part(of: response, fault, count, to: writer)
            } catch is Broken {
                try await connection.reset()
            }
        case .hang: try await connection.hang()
        case .garbage: try await connection.sendGarbage()
        case .garbageBody:
            let noise = Self.noise
            try await writer.write(
                response: HTTPResponse(
                    status: response.status,
                    headerFields: [.contentType: "application/json", .contentLength: String(noise.readableBytes)]),
                body: ResponseBody(byteBuffer: noise))
        case .huge(let count):
            try await writer.write(
                response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
                body: Self.huge(count))
        }
    }

    private func delay(_ moment: Fault.Moment) async throws {
        for fault in faults where fault.moment == moment {
            if case .latency(let milliseconds) = fault.effect { try await connection.wait(milliseconds: milliseconds) }
        }
    }

    /// Sends an answer up to a byte of its body, and breaks.
    private func part(
        of response: Response, _ fault: Fault?, _ count: Int, to writer: consuming ResponseWriter
    ) async throws {
        var (head, body) = (response.head, response.body)
        if fault?.moment == .before {
            // There is no real answer: one that promises more than will come.
            body = ResponseBody(byteBuffer: ByteBuffer(string: "{" + String(repeating: " ", count: count)))
            head.headerFields[.contentLength] = String(count + 1)
        }
        let output = LimitedBodyWriter(output: try await writer.writeHead(head), rest: count)
        try await body.write(output)
    }

    /// Bytes that no decoder of JSON takes, with some that a terminal must never see.
    static let noise = ByteBuffer(string: "{\"value\":[\u{1B}]0;garbage\u{7}\u{1B}[2J\u{0}\u{FFFD},,}<html>")

    /// Valid JSON so far as it comes: a list of objects that never ends in the number of bytes.
    private static func huge(_ count: Int) -> ResponseBody {
        ResponseBody { output in
            let piece = ByteBuffer(string: String(repeating: #"{"id":"x"},"#, count: 8192))
            var rest = count
            try await output.write(ByteBuffer(string: #"{"value":["#))
            while rest > 0 {
                try await output.write(piece.getSlice(at: 0, length: min(rest, piece.readableBytes)) ?? piece)
                rest -= min(rest, piece.readableBytes)
            }
            try await output.finish(nil)
        }
    }
}

/// Lets so many bytes of a body through and then breaks.
private struct LimitedBodyWriter: ResponseBodyWriter {
    var output: any ResponseBodyWriter
    var rest: Int

    mutating func write(_ buffer: ByteBuffer) async throws {
        let piece = buffer.getSlice(at: buffer.readerIndex, length: min(rest, buffer.readableBytes)) ?? buffer
        if piece.readableBytes > 0 { try await output.write(piece) }
        rest -= piece.readableBytes
        if piece.readableBytes < buffer.readableBytes { throw FaultyAnswer.Broken() }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await output.finish(trailingHeaders)
    }
}
