package import Foundation

/// One request and how it was answered, for the eyes of the person: without headers, queries and bodies, where secrets are.
package struct RequestRecord: Equatable, Sendable {
    /// What came back.
    package enum Outcome: Equatable, Sendable {
        case status(Int)
        /// Nothing did; why.
        case failed(String)
    }

    package var time: Date
    package var method: String
    /// The path without its query.
    package var path: String
    package var outcome: Outcome
    /// From sending it to the beginning of the answer.
    package var duration: Duration
    /// The server's own number for the request.
    package var requestID: String?
    /// When the server wants to be asked again, where it said so (`Retry-After`, RFC 9110 §10.2.3).
    package var waitUntil: Date?

    package init(
        time: Date, method: String, path: String, outcome: Outcome, duration: Duration, requestID: String? = nil,
        waitUntil: Date? = nil
    ) {
        self.time = time
        self.method = method
        self.path = path
        self.outcome = outcome
        self.duration = duration
        self.requestID = requestID
        self.waitUntil = waitUntil
    }
}
