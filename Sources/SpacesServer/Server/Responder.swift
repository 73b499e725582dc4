import Foundation
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// Answers every request: who is it, which route, and what becomes of a failure.
package struct Responder: HTTPResponder {
    package typealias Context = BasicRequestContext

    let store: Store
    let routes: RouteTable
    let authenticator: Authenticator
    let secondFactor: SecondFactor
    let announcer: Announcer
    let address: ListeningAddress
    let clock: ServerClock
    let logger: Logger

    /// Answers one request; failures become answers, too.
    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let requestID = UUID().uuidString.lowercased()
        var response: Response
        do {
            if let preflight = CrossOrigin.preflight(request) {
                response = preflight
            } else {
                response = try await answer(request, requestID: requestID)
            }
        } catch let error as GraphError {
            response = failure(error, requestID: requestID)
        } catch is RequestGuard.BodyTimedOut {
            let error = GraphError(
                status: .requestTimeout, code: .invalidRequest, message: "the request body did not come in time")
            response = failure(error, requestID: requestID)
            response.headers[.connection] = "close"
        } catch is HTTPParserError {
            // The rest of the connection cannot be told apart any more: it is closed behind this answer.
            response = failure(.invalidRequest("the request body is broken"), requestID: requestID)
            response.headers[.connection] = "close"
        } catch {
            logger.error("a request failed", metadata: ["request": "\(requestID)", "error": "\(error)"])
            let error = GraphError(status: .internalServerError, code: .generalException, message: "internal error")
            response = failure(error, requestID: requestID)
        }
        response.headers[.requestID] = requestID
        response.headers[.graphVersion] = "0.1.0+dev"
        response.headers.append(HTTPField(name: .vary, value: "Origin"))
        CrossOrigin.permit(request, &response)
        // A body would be taken for the next answer on the connection (RFC 9110 §9.3.2).
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, requestID: String) async throws -> Response {
        let match = routes.match(request.method, request.uri.path)
        switch match {
        case .route(.everybody(let handler), let parameters):
            return try await handler(
                OpenCall(request: request, parameters: parameters, publicURL: address.publicURL))
        case .otherMethods(let methods, areOpen: true):
            return methodNotAllowed(methods)
        default: break
        }
        // Before anything is said about a path, as the real server's proxy does: an unknown one needs credentials, too.
        let verdict = try await authenticator.verdict(
            on: request.headers[.authorization], issuer: address.publicURL)
        guard case .caller(let caller) = verdict else { return refusal(verdict, request) }
        if let refusal = secondFactor.refusal(of: request, by: caller) { return refusal }
        switch match {
        case .route(.callers(let handler), let parameters):
            let call = Call(
                request: request, caller: caller, parameters: parameters, publicURL: address.publicURL,
                requestID: requestID)
            try await store.dropEndedMemberships()
            if caller.role.hasPersonalSpace { try await store.addMissingPersonalSpace(of: caller) }
            return try await announcer.announcing(call, handler)
        case .malformed:
            throw GraphError.invalidRequest("the path has a broken escape or the character NUL in it")
        case .otherMethods(let methods, _):
            return methodNotAllowed(methods)
        default:
            return Response(
                status: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "404 page not found\n")))
        }
    }

    private func methodNotAllowed(_ methods: [HTTPRequest.Method]) -> Response {
        Response(status: .methodNotAllowed, headers: [.allow: methods.map(\.rawValue).joined(separator: ", ")])
    }

    private func refusal(_ verdict: Authenticator.Verdict, _ request: Request) -> Response {
        if case .tooManyGuesses(let seconds) = verdict {
            return Response(status: .tooManyRequests, headers: [.retryAfter: String(seconds)])
        }
        return unauthenticated(request)
    }

    /// 401 without a body; a script of a page gets no challenge, so that no browser asks
    /// (docs/server-behaviour.md §7.2).
    private func unauthenticated(_ request: Request) -> Response {
        var headers = HTTPFields()
        if HTTPField.Name("X-Requested-With").flatMap({ request.headers[$0] }) != "XMLHttpRequest" {
            let host = address.publicURL.split(separator: "/").last.map(String.init) ?? ""
            for scheme in authenticator.schemes {
                headers.append(
                    HTTPField(name: .wwwAuthenticate, value: "\(scheme) realm=\"\(host)\", charset=\"UTF-8\""))
            }
        }
        return Response(status: .unauthorized, headers: headers)
    }

    private func failure(_ error: GraphError, requestID: String) -> Response {
        .json(error.body(date: clock.now(), requestID: requestID), status: error.status)
    }
}
