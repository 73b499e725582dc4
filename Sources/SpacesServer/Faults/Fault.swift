package import HTTPTypes

/// Something that goes wrong on purpose, so that clients can be tested and demonstrated with it.
///
/// Written as `[METHOD] [/PATH-PREFIX]: EFFECT[;when=after][ xCOUNT]`, for example
/// `PATCH /graph/v1.0/drives: status=503;retry-after=3 x2`; without a route it is for every request.
package struct Fault: Sendable, Equatable {
    /// What the client meets with.
    package enum Effect: Sendable, Equatable {
        /// The answer comes late.
        case latency(milliseconds: Int64)
        /// Another answer than the real one, with `Retry-After` in seconds where given.
        case status(Int, retryAfter: Int?)
        /// The connection is closed after so many bytes of the body.
        case truncate(Int)
        /// The connection is reset (TCP RST) after so many bytes of the body; nil: before the head of the answer.
        case reset(Int?)
        /// No answer ever comes.
        case hang
        /// Bytes that are no HTTP.
        case garbage
        /// HTTP, whose body says that it is JSON and is not.
        case garbageBody
        /// A body of so many bytes.
        case huge(Int)
    }

    /// Whether the request took effect: what makes a create uncertain is a fault after it.
    package enum Moment: String, Sendable, CaseIterable {
        case before
        case after
    }

    package var effect: Effect
    /// Nil for any.
    package var method: HTTPRequest.Method?
    /// Beginning of the paths it is for, with or without escapes.
    package var pathPrefix: String
    package var moment: Moment
    /// How many requests it is for; nil for all.
    package var count: Int?

    /// A fault for all requests, unless a method, the beginning of a path or a count narrows it.
    package init(
        _ effect: Effect, method: HTTPRequest.Method? = nil, pathPrefix: String = "/", moment: Moment = .before,
        count: Int? = nil
    ) {
        self.effect = effect
        self.method = method
        self.pathPrefix = pathPrefix
        self.moment = moment
        self.count = count
    }

    func concerns(_ method: HTTPRequest.Method, _ path: String) -> Bool {
        (self.method ?? method) == method
            && (path.hasPrefix(pathPrefix) || PercentEncoding.decode(path)?.hasPrefix(pathPrefix) == true)
    }
}
