import Localization
import AsyncHTTPClient
import Dispatch
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import SpacesModel

/// Sends requests and receives their answers, within the limits of time and size.
struct Transport: Sendable {
    /// Answers that are held as a whole are no larger than this.
    static let answerLimit = DriveListSplitter.Limits().entry

    let connection: ServerConnection
    let logger: Logger
    private let requests: RequestFeed?
    private let client: HTTPClient
    /// A client of its own for what the server tells by itself: it waits without a limit.
    private let listener: HTTPClient
    /// What the requests of this program are known by in the events that they cause.
    let initiator = UUID().uuidString.lowercased()

    let timing: Timing

    init(
        _ connection: ServerConnection, logger: Logger, requests: RequestFeed? = nil, timing: Timing = Timing()
    ) throws(ConnectionProblem) {
        self.timing = timing
        self.connection = connection
        self.logger = logger
        self.requests = requests
        client = try connection.network.makeClient(to: connection.address)
        listener = try connection.network.makeClient(to: connection.address, for: .events)
    }

    func shutdown() async {
        do {
            try await listener.shutdown()
            try await client.shutdown()
        } catch let error as HTTPClientError where error == .alreadyShutdown {
            return
        } catch {
            logger.warning("closing the connections failed: \(error)")
        }
    }

    /// Closes the connections without waiting for it.
    func abandon() {
        listener.shutdown(queue: .global()) { _ in }
        client.shutdown(queue: .global()) { _ in }
    }

    /// Sends a request and returns the whole answer of success; every other answer is thrown as a failure.
    ///
    /// Where the server has no such route, the other version of the API is tried once: a request that found no route was
    /// not done.
    func answer(to request: ServerRequest, _ operation: Operation) async throws(SpacesFailure) -> ServerAnswer {
        let answer = try await collected(await send(request, operation), operation)
        if answer.isSuccess { return answer }
        if answer.hasNoRoute, let other = request.inOtherVersion {
            let second = try await collected(await send(other, operation), operation)
            if second.isSuccess { return second }
            if !second.hasNoRoute { throw .answered(operation, second, by: connection) }
        }
        throw .answered(operation, answer, by: connection)
    }

    /// Sends a request and returns its answer as soon as it begins; what changes nothing is tried several times.
    ///
    /// Where the server refuses the credentials and there are others, it is sent once more: what was answered with 401 was
    /// not done.
    func send(_ request: ServerRequest, _ operation: Operation) async throws(SpacesFailure) -> HTTPClientResponse {
        try await sendWaiting(request, operation).response
    }

    /// The same, and how long was waited before the attempt that was answered.
    func sendWaiting(
        _ request: ServerRequest, _ operation: Operation
    ) async throws(SpacesFailure) -> (response: HTTPClientResponse, waited: Duration) {
        var waited = Duration.zero
        var attempt = 1
        while true {
            let result: Result<HTTPClientResponse, SpacesFailure>
            do throws(SpacesFailure) {
                result = .success(try await sendAuthorized(request, operation))
            } catch {
                result = .failure(error)
            }
            guard request.isRead, let asked = result.isTransient(now: timing.now()),
                let wait = connection.network.retries.wait(
                    afterAttempt: attempt, asked: asked.wait, waited: waited, chance: timing.chance())
            else { return (try result.get(), waited) }
            logger.info("\(request.method.rawValue) \(request.path) again in \(Int(wait / .milliseconds(1))) ms")
            do {
                try await timing.pause(wait)
            } catch {
                throw .transport(operation, error, to: connection)
            }
            waited += wait
            attempt += 1
        }
    }

    private func sendAuthorized(
        _ request: ServerRequest, _ operation: Operation
    ) async throws(SpacesFailure) -> HTTPClientResponse {
        let credentials = try await connection.credentials.credentials()
        var response = try await send(request, with: credentials, operation)
        if response.status == .unauthorized,
            let others = try await connection.credentials.replacement(for: credentials)
        {
            response = try await send(request, with: others, operation)
        }
        if response.status == .unauthorized, let gate = RequestGate.current {
            let answer = ServerAnswer(status: 401, headers: response.joinedHeaders, body: [])
            gate.close(for: .answered(operation, answer, by: connection))
        }
        return response
    }

    private func send(
        _ request: ServerRequest, with credentials: Credentials, _ operation: Operation
    ) async throws(SpacesFailure) -> HTTPClientResponse {
        try RequestGate.current?.check(operation)
        var message = HTTPClientRequest(url: connection.address.description + request.target)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        message.headers.add(name: "Authorization", value: credentials.authorization)
        message.headers.add(name: "Accept", value: "application/json")
        message.headers.add(name: "User-Agent", value: "spaces")
        // What the logs of the server call this request, also where no answer tells it.
        let id = UUID().uuidString.lowercased()
        message.headers.add(name: "X-Request-ID", value: id)
        if !request.isRead { message.headers.add(name: "Initiator-ID", value: initiator) }
        for (name, value) in request.headers { message.headers.replaceOrAdd(name: name, value: value) }
        if let body = request.body { message.body = .bytes(body) }

        let start = ContinuousClock.now
        func log(_ outcome: String) {
            let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
            logger.info(
                "\(request.method.rawValue) \(connection.address.pathPrefix)\(request.path) → \(outcome) \(Int(milliseconds)) ms"
            )
        }
        do {
            let client = operation == .events ? listener : client
            var response = try await client.execute(
                message, timeout: TimeAmount(connection.network.timeLimits.firstByte), in: connection.network.trace,
                bytes: request.body?.count ?? 0)
            log("\(response.status.code)")
            if response.headers.first(name: "X-Request-Id") == nil {
                response.headers.add(name: "X-Request-Id", value: id)
            }
            let told = response.headers.first(name: "X-Request-Id").map { String($0.prefix(200)) }
            note(
                request, .status(Int(response.status.code)), since: start, id: told,
                waitUntil: response.askedToWaitUntil(now: timing.now()))
            return response
        } catch {
            let failure = await SpacesFailure.explained(operation, error, to: connection)
            log("\(failure.kind): \(failure.cause ?? "")")
            note(request, .failed(failure.cause ?? localized("no answer")), since: start, id: id)
            throw failure
        }
    }

    /// Tells those who keep a record of requests.
    private func note(
        _ request: ServerRequest, _ outcome: RequestRecord.Outcome, since start: ContinuousClock.Instant, id: String?,
        waitUntil: Date? = nil
    ) {
        let duration = ContinuousClock.now - start
        let record = RequestRecord(
            time: Date.now.addingTimeInterval(-(duration / .seconds(1))), method: request.method.rawValue,
            path: connection.address.pathPrefix + request.path, outcome: outcome, duration: duration,
            requestID: id, waitUntil: waitUntil)
        if !request.isRead { RequestTrail.current?.note(record) }
        requests?.note(record)
    }

    /// Waits for the rest of an answer that is small enough to be held.
    func collected(
        _ response: HTTPClientResponse, _ operation: Operation
    ) async throws(SpacesFailure) -> ServerAnswer {
        var body: [UInt8] = []
        let status = Int(response.status.code)
        var meter = RateMeter(connection.network.listLimits, at: timing.elapsed())
        var isTooSlow = false
        do {
            for try await chunk in response.body {
                body.append(contentsOf: chunk.readableBytesView)
                isTooSlow = !meter.count(chunk.readableBytes, at: timing.elapsed())
                if body.count > Self.answerLimit || isTooSlow { break }
            }
        } catch {
            throw .interrupted(operation, error, to: connection, status: status)
        }
        if isTooSlow { throw .beyond(.rate, operation, connection, status: status) }
        if body.count > Self.answerLimit {
            throw .unreadable(operation, .tooLarge, by: connection, status: status)
        }
        return ServerAnswer(status: status, headers: response.joinedHeaders, body: body)
    }

    /// Makes a value of the JSON in an answer.
    func decode<Value>(
        _ answer: ServerAnswer, _ operation: Operation, _ value: (JSONNode) -> Value?
    ) throws(SpacesFailure) -> Value {
        let document: JSONDocument
        do throws(JSONFault) {
            document = try JSONDocument(answer.body)
        } catch {
            let isEmpty = answer.body.allSatisfy(\.isJSONBlank)
            throw .unreadable(operation, error, by: connection, status: answer.status, isEmpty: isEmpty)
        }
        guard let value = value(document.root) else {
            throw .unreadable(operation, .notAList, by: connection, status: answer.status)
        }
        return value
    }
}

extension HTTPClientResponse {
    /// The headers by lower-case name; of several of the same name, joined by commas.
    var joinedHeaders: [String: String] {
        var joined: [String: String] = [:]
        for (name, value) in headers {
            joined[name.lowercased(), default: ""] += joined[name.lowercased()] == nil ? value : ", \(value)"
        }
        return joined
    }

    /// When the server that has too much to do wants to be asked again, where it says so.
    fileprivate func askedToWaitUntil(now: Date) -> Date? {
        guard [429, 503].contains(status.code), let seconds = RetryAfter.seconds(joinedHeaders, now: now), seconds > 0
        else { return nil }
        return now.addingTimeInterval(Double(seconds))
    }
}

extension Result<HTTPClientResponse, SpacesFailure> {
    /// What may go better the next time, with the wait that the server asks for; `nil` for all else.
    fileprivate func isTransient(now: Date) -> (wait: Duration?, ())? {
        switch self {
        case .success(let response) where [429, 502, 503, 504].contains(response.status.code):
            (RetryAfter.seconds(response.joinedHeaders, now: now).map { .seconds($0) }, ())
        case .failure(let failure) where failure.kind == .unreachable: (nil, ())
        default: nil
        }
    }
}
