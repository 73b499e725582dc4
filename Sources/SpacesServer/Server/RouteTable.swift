import HTTPTypes
import Hummingbird

/// The routes of the server, matched as the real one does: a trailing slash is equal to none, an unknown path and a
/// known path with another method are told apart (docs/server-behaviour.md §1.1, §1.2).
struct RouteTable: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Response
    typealias OpenHandler = @Sendable (OpenCall) async throws -> Response

    /// What answers, and whom.
    enum Answering: Sendable {
        /// Callers who proved who they are; the others get a challenge.
        case callers(Handler)
        /// Everybody: where one signs in, nobody is signed in yet.
        case everybody(OpenHandler)

        var isOpen: Bool {
            if case .everybody = self { true } else { false }
        }
    }

    /// One row: a method, a path such as `/drives/{drive}`, and what answers. `{path...}` takes the rest of a path.
    struct Route: Sendable {
        let method: HTTPRequest.Method
        let segments: [Substring]
        let answering: Answering

        init(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
            self.method = method
            segments = path.split(separator: "/")
            answering = .callers(handler)
        }

        /// A route that asks for no credentials.
        init(_ method: HTTPRequest.Method, open path: String, _ handler: @escaping OpenHandler) {
            self.method = method
            segments = path.split(separator: "/")
            answering = .everybody(handler)
        }

        /// The named parts of a path that fits; nil for one that does not.
        func parameters(of path: [String]) -> [String: String]? {
            var parameters: [String: String] = [:]
            for (index, segment) in segments.enumerated() {
                if segment.hasSuffix("...}") {
                    parameters[String(segment.dropFirst().dropLast(4))] = path[min(index, path.count)...].joined(
                        separator: "/")
                    return parameters
                }
                guard index < path.count else { return nil }
                if segment.hasPrefix("{") {
                    parameters[String(segment.dropFirst().dropLast())] = path[index]
                } else if path[index] != segment {
                    return nil
                }
            }
            return path.count == segments.count ? parameters : nil
        }
    }

    /// What a request's method and path lead to.
    enum Match: Sendable {
        case route(Answering, parameters: [String: String])
        /// The path exists, for these methods.
        case otherMethods([HTTPRequest.Method], areOpen: Bool)
        case nothing
        /// An escape is broken, or stands for what no name can hold.
        case malformed
    }

    private let routes: [Route]

    init(_ routes: [Route]) {
        self.routes = routes
    }

    func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        var segments: [String] = []
        for segment in path.split(separator: "/") {
            guard let decoded = PercentEncoding.decode(segment) else { return .malformed }
            segments.append(decoded)
        }
        var others: [Route] = []
        for route in routes {
            guard let parameters = route.parameters(of: segments) else { continue }
            if route.method == method { return .route(route.answering, parameters: parameters) }
            others.append(route)
        }
        if others.isEmpty { return .nothing }
        return .otherMethods(others.map(\.method), areOpen: others.allSatisfy(\.answering.isOpen))
    }
}
