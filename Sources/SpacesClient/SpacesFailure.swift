package import SpacesModel

/// Why an operation on a server failed, as one value: a sentence for the person, details for the error page, a cause for
/// the log.
package struct SpacesFailure: Error, Equatable, Sendable {
    /// What kind of failure it is; decides what the program does next.
    package enum Kind: Equatable, Sendable {
        /// No connection came about: name unknown, refused, network down, connection lost.
        case unreachable
        /// Connected, and no (further) answer within the time allowed. A write may have happened.
        case timedOut
        /// The certificate is not trusted or does not fit.
        case untrusted
        /// 401: the credentials are wrong or have expired; the body is empty.
        case notAuthenticated
        /// 403.
        case notAllowed
        /// 403 with `X-Ocis-Mfa-Required`: the account may, once it has proved a second factor.
        case secondFactorRequired
        /// 404 on a read.
        case notFound
        /// 404 on a write: servers answer alike whether the space is gone or the account may not change it.
        case goneOrNotAllowed
        /// 400, 405, 409, 412, 413, 423: the server understood and refuses.
        case refused
        /// 507.
        case quotaExceeded
        /// 429 and 503; the seconds are the server's `Retry-After`.
        case busy(retryAfter: Int?)
        /// 500 and the other answers of a server in trouble; 501 for what it does not support.
        case serverError
        /// The answer is not what the API says: no JSON, cut short, too large, too deep, another status.
        case badAnswer
        /// The answer goes on beyond what is read of one (`ListLimits`); asked again, it would do so again.
        case tooMuch
        /// Found before anything was sent.
        case invalid(FieldProblem)
        /// Someone else changed what this edit is to change; nothing was sent, and the person has to choose.
        case conflict(EditConflict)
        /// The space, as it is now, is not the one that the person confirmed; nothing was sent.
        case changedMeanwhile(Space)
        case cancelled
    }

    package var kind: Kind
    /// The whole sentence: what was tried, on what, why it failed, what to do.
    package var sentence: String
    /// The HTTP status, when there was an answer.
    package var status: Int?
    /// The server's `error.code`.
    package var code: String?
    /// The server's `error.message`.
    package var message: String?
    /// The server's request id, for its administrator.
    package var requestID: String?
    /// What happened technically, for the log; holds no secret.
    package var cause: String?
    /// What had come of a list before it broke off, to be shown where there is nothing better.
    package var arrived: SpaceListing?
    /// What was tried, where it is known.
    package internal(set) var operation: Operation?
    /// True when nobody knows whether a write happened.
    package internal(set) var isUncertain = false
    /// The sentence without its beginning: why it failed and what to do.
    var explanation: String?
    /// The explanation as long as nobody knows whether it happened.
    var uncertainExplanation: String?
    /// Why it failed, for who is offered what to do beside it; `nil` where the sentence is all there is.
    package internal(set) var reason: String?

    package init(
        kind: Kind, sentence: String, status: Int? = nil, code: String? = nil, message: String? = nil,
        requestID: String? = nil, cause: String? = nil
    ) {
        self.kind = kind
        self.sentence = sentence
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
        self.cause = cause
    }

    /// True when the server could not be reached, so that what is on the screen is now old.
    package var isOffline: Bool {
        switch kind {
        case .unreachable, .timedOut, .busy: true
        default: false
        }
    }

    /// True where every other request would fail alike until the person has proved anew who they are.
    package var isAboutSignIn: Bool { kind == .notAuthenticated || kind == .secondFactorRequired }

    /// True where the same request may be answered when it is made again after a while: a server that is started again
    /// behind a proxy fails for a moment, too.
    package var mayPass: Bool {
        switch kind {
        case .serverError, .badAnswer: true
        default: isOffline
        }
    }
}
