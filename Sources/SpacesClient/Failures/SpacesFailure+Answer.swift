import Localization
import Foundation
import SpacesModel

extension SpacesFailure {
    /// The failure that an answer means; its body may be JSON, text, HTML or nothing
    /// (docs/server-behaviour.md §1.2, §1.3).
    static func answered(_ operation: Operation, _ answer: ServerAnswer, by server: ServerConnection) -> SpacesFailure {
        let told = Details(answer)
        let host = server.address.authority
        func make(_ kind: Kind, _ reason: String, _ advice: String, mayHaveHappened: Bool = false) -> SpacesFailure {
            .make(operation, kind, reason: reason, advice: advice, details: told, mayHaveHappened: mayHaveHappened)
        }
        if let failure = secondFactorRequired(operation, answer, by: server) { return failure }
        if case .members(let members, _) = operation,
            let failure = answered(operation, about: members, status: answer.status, told: told)
        {
            return failure
        }
        let says = told.message.map { localized("the server says “\($0)”") }

        switch answer.status {
        case 300..<400:
            let target = answer.headers["location"].map(origin(ofLocation:)) ?? localized("an unnamed place")
            return make(
                .badAnswer, localized("\(host) redirects to \(target), and credentials are not carried elsewhere"),
                localized("If that is the right server, give its address."), mayHaveHappened: true)
        case 401:
            return make(
                .notAuthenticated, server.credentials.refusal(by: host),
                server.credentials.advice(challenge: answer.headers["www-authenticate"] ?? ""))
        case 403:
            return make(
                .notAllowed, localized("this account may not \(operation.deed)"), localized("Ask an administrator."))
        case 404 where told.code == nil:
            return make(
                operation.isWrite ? .goneOrNotAllowed : .notFound, localized("\(host) has nothing at this address"),
                localized("Check the address of the server; it may need a path, or be no spaces server."))
        case 404 where operation.isWrite:
            return make(
                .goneOrNotAllowed, localized("it is gone, or this account may not \(operation.deed)"),
                localized("Load the list again."))
        case 404:
            return make(
                .notFound, localized("it is gone, or this account may not see it"), localized("Load the list again."))
        case 405:
            return make(
                .refused, says ?? localized("the server does not offer this"),
                localized("Virtual spaces and mounted shares cannot be changed."))
        case 409 where told.code == "nameAlreadyExists":
            return make(.refused, localized("the name is taken"), localized("Choose another name."))
        case 409, 412:
            return make(
                .refused, says ?? localized("someone else has changed it meanwhile"),
                localized("Load it again and repeat the change."))
        case 413:
            return make(
                .refused, localized("the server takes no request of this size"), localized("Shorten the texts."))
        case 423:
            return make(.refused, localized("it is locked"), localized("Wait until whoever works on it has finished."))
        case 429, 503:
            let seconds = RetryAfter.seconds(answer.headers, now: Date())
            let reason =
                answer.status == 429
                ? localized("\(host) gets too many requests") : localized("\(host) is not available at the moment")
            return make(
                .busy(retryAfter: seconds), reason,
                RetryAfter.advice(seconds, now: Date()),
                // Whoever limits requests does so first; a service that is going down may have been at it.
                mayHaveHappened: answer.status == 503)
        case 501:
            return make(
                .serverError, says ?? localized("the server does not support this"),
                localized("Ask for something simpler."))
        case 507:
            return make(
                .quotaExceeded, localized("the storage of the server or the quota is full"),
                localized("Make room or raise the quota."))
        case 502, 504:
            return make(
                .serverError, localized("a proxy reaches \(host) and gets no good answer from the spaces server"),
                localized("Try again; if it stays so, tell an administrator."), mayHaveHappened: true)
        case 500...599:
            return make(
                .serverError, says ?? localized("the server failed"),
                localized("Try again; if it stays so, tell an administrator."),
                mayHaveHappened: true)
        case 400 where told.code == nil && told.message?.contains("HTTPS server") == true:
            return make(
                .refused, localized("\(host) speaks https, not http"),
                localized("Write https:// in the address of the server."))
        case 400..<500:
            return make(
                .refused, says ?? localized("the server refuses the request"), localized("Change what is to be sent."))
        default:
            return make(
                .badAnswer, localized("\(host) gives an answer that is not part of the Spaces API"),
                localized("Check the address of the server."), mayHaveHappened: true)
        }
    }

    /// Scheme, host and port of a `Location`, without paths and queries, which may hold secrets.
    private static func origin(ofLocation location: String) -> String {
        guard let mark = location.range(of: "://") else { return localized("another path of the same server") }
        let authority = location[mark.upperBound...].prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last ?? ""
        return String(location[..<mark.upperBound] + host.prefix(100))
    }
}

extension SpacesFailure.Details {
    /// What the body and the headers of an answer tell about its failure.
    init(_ answer: ServerAnswer) {
        status = answer.status
        requestID = answer.headers["x-request-id"].map { String($0.prefix(200)) }
        guard !answer.body.isEmpty else { return }
        if let error = Self.error(in: answer.body) {
            code = error["code"]?.text.flatMap { $0.isEmpty ? nil : String($0.prefix(100)) }
            message = error["message"]?.text.flatMap { $0.isEmpty ? nil : String($0.prefix(500)) }
            requestID = error["innererror"]?["request-id"]?.text.map { String($0.prefix(200)) } ?? requestID
        } else {
            message = Self.plainText(answer)
        }
    }

    /// The `error` of a body; `nil` where the body is something else, which is then read as plain text.
    private static func error(in body: [UInt8]) -> JSONNode? {
        do throws(JSONFault) {
            return try JSONDocument(body).root["error"].flatMap { $0.isObject ? $0 : nil }
        } catch {
            return nil
        }
    }

    /// The words of an answer that is no JSON, such as "404 page not found"; of a proxy's HTML nothing but the title.
    private static func plainText(_ answer: ServerAnswer) -> String? {
        let text = String(decoding: answer.body.prefix(4096), as: UTF8.self)
        let isHTML = text.contains("<") && (answer.headers["content-type"]?.contains("html") ?? true)
        if isHTML {
            guard let opening = text.range(of: "<title>", options: .caseInsensitive),
                let closing = text.range(of: "</title>", options: .caseInsensitive),
                opening.upperBound <= closing.lowerBound
            else { return nil }
            return shortened(text[opening.upperBound..<closing.lowerBound])
        }
        return shortened(text.prefix { !$0.isNewline })
    }

    private static func shortened(_ text: Substring) -> String? {
        let text = SpaceRules.trimmed(String(text.prefix(200)))
        return text.isEmpty ? nil : text
    }
}
