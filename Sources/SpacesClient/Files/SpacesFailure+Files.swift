import Localization
import Foundation
import SpacesModel

extension SpacesFailure {
    /// The failure that an answer of WebDAV means; its body is XML with a message in it, or nothing (RFC 4918 §8).
    static func fileAnswered(
        _ operation: Operation, _ answer: ServerAnswer, by server: ServerConnection
    ) -> SpacesFailure {
        var plain = answer
        plain.body = Array(message(in: answer.body).utf8)
        plain.headers["content-type"] = "text/plain"
        let details = Details(plain)
        if let failure = secondFactorRequired(operation, plain, by: server) { return failure }
        switch answer.status {
        case 403, 404:
            return make(
                operation, operation.isWrite ? .goneOrNotAllowed : .notFound,
                reason: localized("it is gone, or this account may not \(operation.deed)"),
                advice: localized("Ask a manager of the space."), details: details)
        case 409:
            return make(
                operation, .refused, reason: localized("the folder that it lies in is gone"),
                advice: localized("Load the list again."),
                details: details)
        case 425:
            return make(
                operation, .busy(retryAfter: nil),
                reason: localized("the server is still looking through an earlier upload"),
                advice: localized("Try again in a while."), details: details)
        default: return answered(operation, plain, by: server)
        }
    }

    /// The words of an error document; empty where there are none.
    private static func message(in body: [UInt8]) -> Substring {
        let text = String(decoding: body.prefix(4096), as: UTF8.self)
        guard let opening = text.range(of: "message>"),
            let closing = text.range(of: "</", range: opening.upperBound..<text.endIndex)
        else { return text.contains("<") ? "" : text[...] }
        return text[opening.upperBound..<closing.lowerBound]
    }
}
