import HTTPTypes
import Hummingbird

/// A failure as the API tells it: status, code and sentence (docs/server-behaviour.md §1.3).
struct GraphError: Error, Equatable {
    let status: HTTPResponse.Status
    let code: Code
    let message: String

    /// The codes of the API that this server uses.
    enum Code: String, Sendable {
        case accessDenied
        case generalException
        case invalidRequest
        case itemNotFound
        case nameAlreadyExists
        case notAllowed
        case notSupported
    }

    static func invalidRequest(_ message: String) -> GraphError {
        GraphError(status: .badRequest, code: .invalidRequest, message: message)
    }

    static func notFound(_ message: String) -> GraphError {
        GraphError(status: .notFound, code: .itemNotFound, message: message)
    }

    /// The caller's role does not suffice.
    static func forbidden(_ message: String) -> GraphError {
        GraphError(status: .forbidden, code: .notAllowed, message: message)
    }

    /// What nobody may do with this drive.
    static func notAllowed(_ message: String) -> GraphError {
        GraphError(status: .methodNotAllowed, code: .notAllowed, message: message)
    }

    static func notSupported(_ message: String) -> GraphError {
        GraphError(status: .notImplemented, code: .notSupported, message: message)
    }

    static func nameExists(_ message: String) -> GraphError {
        GraphError(status: .conflict, code: .nameAlreadyExists, message: message)
    }

    static func accessDenied(_ message: String) -> GraphError {
        GraphError(status: .forbidden, code: .accessDenied, message: message)
    }

    /// The body of the answer; keys alphabetical, a line feed at the end, as recorded.
    func body(date: Timestamp, requestID: String) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.object("error") {
                $0.member("code", code.rawValue)
                $0.object("innererror") {
                    // Whole seconds, unlike the dates of drives.
                    $0.member("date", Timestamp(nanoseconds: date.nanoseconds / 1_000_000_000 * 1_000_000_000))
                    $0.member("request-id", requestID)
                }
                $0.member("message", message)
            }
        }
        return json.bytes + [0x0A]
    }
}
