import HTTPTypes
import Hummingbird

/// The routes of the server, matched as the real one does: a trailing slash is equal to none, an unknown path and a
/// known path with another method are told apart (server-behaviour §1.1).
struct RouteTable: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Response

    /// One row: a method, a path such as `/drives/{drive}`, and what answers. `{path...}` takes the rest of a path.
    struct Route: Sendable {
        let method: HTTPRequest.Method
        let segments: [Substring]
        let handler: Handler

        init(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
            self.method = method
            segments = path.split(separator: "/")
            self.handler = handler
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
        case handler(Handler, parameters: [String: String])
        /// The path exists, for these methods.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    private let routes: [Route]

    init(_ routes: [Route]) {
        self.routes = routes
    }

    func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        var segments: [String] = []
        for segment in path.split(separator: "/") {
            guard let decoded = PercentEncoding.decode(segment) else { return .nothing }
            segments.append(decoded)
        }
        var others: [HTTPRequest.Method] = []
        for route in routes {
            guard let parameters = route.parameters(of: segments) else { continue }
            if route.method == method { return .handler(route.handler, parameters: parameters) }
            others.append(route.method)
        }
        return others.isEmpty ? .nothing : .otherMethods(others)
    }
}
