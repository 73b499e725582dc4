import Localization
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

    /// The server to sign in to: its pins and the client certificate are for its own address, and for no provider elsewhere.
    let server: ServerAddress
    let network: NetworkSettings
    let operation: Operation

    func get(_ address: WebAddress) async throws(SpacesFailure) -> ServerAnswer {
        try await send(HTTPClientRequest(url: address.description), [], to: address.origin)
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
        return try await send(request, form, to: address.origin)
    }

    /// The JSON object of an answer.
    func document(_ answer: ServerAnswer, from address: WebAddress) throws(SpacesFailure) -> JSONNode {
        do throws(JSONFault) {
            let root = try JSONDocument(answer.body, depthLimit: Self.depthLimit).root
            if root.isObject { return root }
        } catch {
            throw .unreadable(operation, error, by: connection(to: address.origin), status: answer.status)
        }
        throw .make(
            operation, .badAnswer,
            reason: localized("\(address.origin.authority) answers with something other than expected"),
            advice: localized("Check the address of the server and of its identity provider."),
            details: .init(status: answer.status))
    }

    private func send(
        _ request: HTTPClientRequest, _ form: [(name: String, value: String)], to origin: ServerAddress
    ) async throws(SpacesFailure) -> ServerAnswer {
        let connection = connection(to: origin)
        let client: HTTPClient
        do throws(ConnectionProblem) {
            client = try connection.network.makeClient(to: origin)
        } catch {
            throw SpacesFailure(kind: .refused, sentence: error.sentence)
        }
        // Connections are kept no longer: the next renewal is minutes away.
        let result: Result<ServerAnswer, SpacesFailure>
        do throws(SpacesFailure) {
            result = .success(try await answer(to: request, form, client, connection))
        } catch {
            result = .failure(error)
        }
        // The request has ended by now; what is left is an idle connection, whose end is nobody's concern.
        _ = await Task { try await client.shutdown() }.result
        return try result.get()
    }

    private func answer(
        to request: HTTPClientRequest, _ form: [(name: String, value: String)], _ client: HTTPClient,
        _ connection: ServerConnection
    ) async throws(SpacesFailure) -> ServerAnswer {
        var request = request
        let body = FormText.written(form)
        if !body.isEmpty { request.body = .bytes(ByteBuffer(string: body)) }
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "spaces")
        do {
            let response = try await client.execute(
                request, timeout: TimeAmount(network.timeLimits.firstByte), in: network.trace, bytes: body.utf8.count,
                form: form)
            var body: [UInt8] = []
            var meter = RateMeter(network.listLimits, at: Timing.elapsedSinceStart())
            for try await chunk in response.body {
                body.append(contentsOf: chunk.readableBytesView)
                if body.count > Self.answerLimit { break }
                guard meter.count(chunk.readableBytes, at: Timing.elapsedSinceStart()) else {
                    throw SpacesFailure.beyond(.rate, operation, connection, status: Int(response.status.code))
                }
            }
            guard body.count <= Self.answerLimit else {
                throw SpacesFailure.unreadable(operation, .tooLarge, by: connection, status: Int(response.status.code))
            }
            return ServerAnswer(status: Int(response.status.code), headers: response.joinedHeaders, body: body)
        } catch let failure as SpacesFailure {
            throw failure
        } catch {
            throw await .explained(operation, error, to: connection)
        }
    }

    private func connection(to origin: ServerAddress) -> ServerConnection {
        ServerConnection(
            withoutCredentialsTo: origin, network: origin.isSameOrigin(as: server) ? network : network.forOtherServers)
    }
}
