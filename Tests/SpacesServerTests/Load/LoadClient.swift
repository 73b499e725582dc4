import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Requests as an administrator, over as many connections as there are clients at once.
struct LoadClient: Sendable {
    let http: HTTPClient
    let url: String

    struct Answer: Sendable {
        let status: Int
        let json: JSON
    }

    /// An answer that nobody asked for.
    struct Unexpected: Error {
        let request: String
        let status: Int
        let body: JSON
    }

    static func make(connections: Int) -> HTTPClient {
        var settings = HTTPClient.Configuration()
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        // A server that was killed is no reason to try again.
        settings.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    }

    /// Sends a request; any other status than the expected one is a failure.
    @discardableResult
    func send(
        _ method: String, _ path: String, _ body: String? = nil, headers: [(String, String)] = [],
        expecting status: Int
    ) async throws -> JSON {
        var request = HTTPClientRequest(url: url + path)
        request.method = .init(rawValue: method)
        request.setBasicAuth(username: "admin", password: "demo")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let answer = try await http.execute(request, timeout: .seconds(60))
        let data = Data(try await answer.body.collect(upTo: 256 << 20).readableBytesView)
        guard Int(answer.status.code) == status else {
            throw Unexpected(request: "\(method) \(path)", status: Int(answer.status.code), body: JSON(data))
        }
        return JSON(data)
    }

    func createSpace(_ name: String) async throws -> String {
        let body = #"{"name":"\#(name)","quota":{"total":1000000000}}"#
        return try await send("POST", "/graph/v1.0/drives", body, expecting: 201)["id"].text ?? ""
    }

    func describe(_ id: String, _ text: String) async throws {
        try await send("PATCH", "/graph/v1.0/drives/\(id)", #"{"description":"\#(text)"}"#, expecting: 200)
    }

    /// All project spaces.
    func spaces() async throws -> [JSON] {
        let query = "$filter=driveType%20eq%20'project'"
        return try await send("GET", "/graph/v1.0/drives?\(query)", expecting: 200)["value"].elements
    }
}
