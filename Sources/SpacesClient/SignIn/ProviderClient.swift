import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import SpacesModel

/// Asks identity providers and open pages of servers: small answers, no redirects, no credentials but those in the body.
struct ProviderClient: Sendable {
    /// Documents of providers are a few kilobytes.
    static let answerLimit = 256 << 10
    static let depthLimit = 16

    let network: NetworkSettings
    let operation: Operation
    private let client: HTTPClient

    /// Lends a client for as long as the body runs; connections are kept no longer, as the next renewal is minutes away.
    static func with<Value: Sendable>(
        _ network: NetworkSettings, _ operation: Operation,
        _ body: (ProviderClient) async throws(SpacesFailure) -> Value
    ) async throws(SpacesFailure) -> Value {
        let client: HTTPClient
        do throws(ConnectionProblem) {
            client = try network.makeClient()
        } catch {
            throw SpacesFailure(kind: .refused, sentence: error.sentence)
        }
        let result: Result<Value, SpacesFailure>
        do throws(SpacesFailure) {
            result = .success(try await body(ProviderClient(network: network, operation: operation, client: client)))
        } catch {
            result = .failure(error)
        }
        // Every request has ended by now; what is left are idle connections, whose end is nobody's concern.
        _ = await Task { try await client.shutdown() }.result
        return try result.get()
    }

    func get(_ address: WebAddress) async throws(SpacesFailure) -> ServerAnswer {
        try await send(HTTPClientRequest(url: address.description), to: address.origin)
    }

    /// Posts a form, as the OAuth endpoints take it; the client proves itself by Basic where it has a secret
    /// (RFC 6749 §2.3.1), and by naming itself where it has none.
    func post(
        _ form: [(name: String, value: String)], to address: WebAddress, as registered: RegisteredClient
    ) async throws(SpacesFailure) -> ServerAnswer {
        var request = HTTPClientRequest(url: address.description)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        var form = form
        if let secret = registered.secret {
            let credentials = Credentials.basic(
                user: PercentEncoding.encoded(registered.id), password: PercentEncoding.encoded(secret.exposed))
            request.headers.add(name: "Authorization", value: credentials.authorization)
        } else {
            form.append(("client_id", registered.id))
        }
        request.body = .bytes(ByteBuffer(string: FormText.written(form)))
        return try await send(request, to: address.origin)
    }

    /// The JSON object of an answer.
    func document(_ answer: ServerAnswer, from address: WebAddress) throws(SpacesFailure) -> JSONNode {
        do throws(JSONFault) {
            let root = try JSONDocument(answer.body, depthLimit: Self.depthLimit).root
            if root.isObject { return root }
        } catch {
            throw .unreadable(operation, error, by: try connection(to: address.origin), status: answer.status)
        }
        throw .make(
            operation, .badAnswer, reason: "\(address.origin.authority) answers with something other than expected",
            advice: "Check the address of the server and of its identity provider.",
            details: .init(status: answer.status))
    }

    private func send(_ request: HTTPClientRequest, to origin: ServerAddress) async throws(SpacesFailure)
        -> ServerAnswer
    {
        let connection = try connection(to: origin)
        var request = request
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "spaces")
        do {
            let response = try await client.execute(request, timeout: TimeAmount(network.timeLimits.firstByte))
            var body: [UInt8] = []
            for try await chunk in response.body {
                body.append(contentsOf: chunk.readableBytesView)
                if body.count > Self.answerLimit { break }
            }
            guard body.count <= Self.answerLimit else {
                throw SpacesFailure.unreadable(operation, .tooLarge, by: connection, status: Int(response.status.code))
            }
            var headers: [String: String] = [:]
            for (name, value) in response.headers {
                headers[name.lowercased(), default: ""] += headers[name.lowercased()] == nil ? value : ", \(value)"
            }
            return ServerAnswer(status: Int(response.status.code), headers: headers, body: body)
        } catch let failure as SpacesFailure {
            throw failure
        } catch {
            let failure = SpacesFailure.transport(operation, error, to: connection)
            guard failure.kind == .untrusted,
                let fault = await CertificateInspection.fault(of: origin, within: network.timeLimits.connect),
                fault != .unknownIssuer
            else { throw failure }
            throw .untrusted(operation, fault, .init(cause: failure.cause), connection)
        }
    }

    /// For the sentences about failures of the network, which name a server.
    private func connection(to origin: ServerAddress) throws(SpacesFailure) -> ServerConnection {
        do throws(ConnectionProblem) {
            return try ServerConnection(address: origin, credentials: NoCredentials(), network: network)
        } catch {
            throw SpacesFailure(kind: .refused, sentence: error.sentence)
        }
    }

    private struct NoCredentials: CredentialSource {
        var problem: ConnectionProblem? { nil }
        func credentials() -> Credentials { .bearer("") }
        func replacement(for refused: Credentials) -> Credentials? { nil }
        func advice(challenge: String) -> String { "Sign in." }
    }
}
