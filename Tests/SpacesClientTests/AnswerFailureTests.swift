import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("What an answer that is no success means")
struct AnswerFailureTests {
    private typealias Operation = SpacesClient.Operation
    private static let quota = Operation.edit(name: "Mars", SpaceEdit(limit: .unlimited))

    // swift-format-ignore
    @Test(arguments: [
        (quota, 403, error("notAllowed", "user is not allowed to set the space quota"), "", SpacesFailure.Kind.notAllowed,
            "Quota of Mars was not changed: this account may not set quotas (403 notAllowed). Ask an administrator."),
        (.edit(name: nil, SpaceEdit(name: "Pluto")), 403, error("accessDenied", "x"), "", .notAllowed,
            "Name of this space was not changed: this account may not change this space (403 accessDenied). Ask an administrator."),
        (.create(name: "Mars"), 403, error("notAllowed", "x"), "", .notAllowed,
            "Mars was not created: this account may not create spaces (403 notAllowed). Ask an administrator."),
        (.disable(name: "Mars"), 404, error("itemNotFound", "drive not found"), "", .goneOrNotAllowed,
            "Mars was not disabled: it is gone, or this account may not disable this space (404 itemNotFound). Load the list again."),
        (.read(name: nil), 404, error("itemNotFound", "no drive returned from storage"), "", .notFound,
            "This space was not loaded: it is gone, or this account may not see it (404 itemNotFound). Load the list again."),
        (.purge(name: "Mars"), 400, error("invalidRequest", "error: bad request: can't purge enabled space"), "", .refused,
            "Mars was not purged: the server says “error: bad request: can't purge enabled space” (400 invalidRequest). Change what is to be sent."),
        (.edit(name: "Shares", SpaceEdit(name: "x", subtitle: "y")), 405, error("notAllowed", "drive cannot be updated"), "", .refused,
            "Shares was not changed: the server says “drive cannot be updated” (405 notAllowed). Virtual spaces and mounted shares cannot be changed."),
        (.create(name: "Mars"), 409, error("nameAlreadyExists", "x"), "", .refused,
            "Mars was not created: the name is taken (409 nameAlreadyExists). Choose another name."),
        (quota, 409, "", "", .refused,
            "Quota of Mars was not changed: someone else has changed it meanwhile (409). Load it again and repeat the change."),
        (.create(name: "Mars"), 413, "", "", .refused,
            "Mars was not created: the server takes no request of this size (413). Shorten the texts."),
        (.restore(name: "Mars"), 423, error("itemIsLocked", "x"), "", .refused,
            "Mars was not restored: it is locked (423 itemIsLocked). Wait until whoever works on it has finished."),
        (.list(.all), 429, "", "Retry-After: 7\r\n", .busy(retryAfter: 7),
            "The list of spaces was not loaded: 127.0.0.1:9200 gets too many requests (429). Try again in 7 s."),
        (.purge(name: "Mars"), 429, "", "Retry-After: 59\r\n", .busy(retryAfter: 59),
            "Mars was not purged: 127.0.0.1:9200 gets too many requests (429). Try again in 59 s."),
        (.list(.mine), 503, "", "", .busy(retryAfter: nil),
            "The list of your spaces was not loaded: 127.0.0.1:9200 is not available at the moment (503). Try again in a while."),
        (.account, 503, "", "Retry-After: -5\r\n", .busy(retryAfter: nil),
            "Who is signed in was not found out: 127.0.0.1:9200 is not available at the moment (503). Try again in a while."),
        (.list(.all), 500, error("generalException", "grpc error"), "", .serverError,
            "The list of spaces was not loaded: the server says “grpc error” (500 generalException). Try again; if it stays so, tell an administrator."),
        (.disable(name: "Mars"), 500, "", "", .serverError,
            "Mars may or may not have been disabled: the server failed (500). Look again before repeating it."),
        (.create(name: "Mars"), 502, "<html><head><title>502 Bad Gateway</title></head></html>", "", .serverError,
            "Mars may or may not have been created: a proxy reaches 127.0.0.1:9200 and gets no good answer from the spaces server (502). Look again before repeating it."),
        (.list(.all), 501, error("notSupported", "unsupported filter operand: ne"), "", .serverError,
            "The list of spaces was not loaded: the server says “unsupported filter operand: ne” (501 notSupported). Ask for something simpler."),
        (.create(name: "Mars"), 507, error("quotaLimitReached", "x"), "", .quotaExceeded,
            "Mars was not created: the storage of the server or the quota is full (507 quotaLimitReached). Make room or raise the quota."),
        (.capabilities, 302, "", "Location: https://user:pw@login.example:8443/path?token=s3cret\r\n", .badAnswer,
            "What this server allows was not found out: 127.0.0.1:9200 redirects to https://login.example:8443, and credentials are not carried elsewhere (302). If that is the right server, give its address."),
        (.permissions, 301, "", "Location: /elsewhere\r\n", .badAnswer,
            "What this account may do was not found out: 127.0.0.1:9200 redirects to another path of the same server, and credentials are not carried elsewhere (301). If that is the right server, give its address."),
        (.list(.all), 404, "404 page not found\n", "", .notFound,
            "The list of spaces was not loaded: 127.0.0.1:9200 has nothing at this address (404). Check the address of the server; it may need a path, or be no spaces server."),
        (.list(.all), 400, "Client sent an HTTP request to an HTTPS server.\n", "", .refused,
            "The list of spaces was not loaded: 127.0.0.1:9200 speaks https, not http (400). Write https:// in the address of the server."),
        (.list(.all), 199, "", "", .badAnswer,
            "The list of spaces was not loaded: 127.0.0.1:9200 gives an answer that is not part of the Spaces API (199). Check the address of the server."),
        (.create(name: "\u{1B}[31m" + String(repeating: "x", count: 90)), 423, "", "", .refused,
            "\u{1B}[31m" + String(repeating: "x", count: 54) + "… was not created: it is locked (423). Wait until whoever works on it has finished."),
    ] as [(SpacesClient.Operation, Int, String, String, SpacesFailure.Kind, String)])
    func sentences(
        _ operation: SpacesClient.Operation, status: Int, body: String, header: String, kind: SpacesFailure.Kind,
        sentence: String
    ) throws {
        let failure = SpacesFailure.answered(operation, answer(status, body, header), by: try .test())
        #expect(failure.sentence == sentence)
        #expect(failure.kind == kind)
        #expect(failure.status == status)
    }

    @Test func credentialsAreExplainedByWhatTheServerOffers() throws {
        let both = answer(401, "", "WWW-Authenticate: Bearer realm=\"x\", Basic realm=\"x\"\r\n")
        let bearerOnly = answer(401, "", "WWW-Authenticate: Bearer realm=\"x\"\r\n")
        let basic = try ServerConnection.test()
        let bearer = try ServerConnection.test(credentials: .bearer("x"))
        #expect(
            SpacesFailure.answered(.account, both, by: basic).sentence
                == "Who is signed in was not found out: 127.0.0.1:9200 does not accept the credentials (401). Check user name "
                + "and password; where Basic authentication is off (PROXY_ENABLE_BASIC_AUTH), use an app token. "
                + "Servers that take neither want spaces login.")
        #expect(
            SpacesFailure.answered(.account, bearerOnly, by: basic).sentence.hasSuffix(
                "This server does not offer Basic authentication (its PROXY_ENABLE_BASIC_AUTH is off): use an app token "
                    + "or a bearer token."))
        #expect(
            SpacesFailure.answered(.account, both, by: bearer).sentence.hasSuffix(
                "The token is wrong or has expired: sign in again."))
    }

    @Test func serverTextsAreKeptAndShort() throws {
        let body = Self.error("x\\u001b[2J", "a\\u0007b\\u202e" + String(repeating: "y", count: 10_000))
        let failure = SpacesFailure.answered(
            .list(.all), answer(400, body, "X-Request-Id: a\u{1}b\r\n"), by: try .test())
        #expect(failure.code == "x\u{1B}[2J")
        #expect(failure.message?.hasPrefix("a\u{7}b\u{202E}") == true)
        #expect((failure.message?.count ?? 0) <= 500)
        #expect(failure.requestID == "7")
        let plain = SpacesFailure.answered(
            .list(.all), answer(500, "ohno\u{1B}]0;x", "X-Request-Id: a\u{1}b\r\n"), by: try .test())
        #expect(plain.message == "ohno\u{1B}]0;x")
        #expect(plain.requestID == "a\u{1}b")
    }

    @Test(arguments: [
        "", "null", "[]", "{}", "{\"error\":\"text\"}", "{\"error\":{\"code\":5,\"message\":null}}", "\u{FFFD}", "<",
    ])
    func oddBodiesStillGiveASentence(body: String) throws {
        for status in [
            400, 401, 403, 404, 405, 409, 412, 413, 416, 423, 429, 500, 501, 502, 503, 504, 507, 599, 302, 600,
        ] {
            let failure = SpacesFailure.answered(.disable(name: nil), answer(status, body), by: try .test())
            #expect(failure.code == nil)
            #expect(failure.sentence.hasPrefix("This space "))
            #expect(failure.sentence.contains("(\(status))"))
        }
    }

    @Test func aNameCanBeAddedLater() throws {
        let failure = SpacesFailure.answered(.purge(name: nil), answer(423, ""), by: try .test())
        #expect(failure.naming("Mars").sentence.hasPrefix("Mars was not purged: it is locked"))
        let list = SpacesFailure.answered(.list(.all), answer(423, ""), by: try .test())
        #expect(list.naming("Mars") == list)
        let foreign = SpacesFailure(kind: .cancelled, sentence: "Stopped.")
        #expect(foreign.naming("Mars") == foreign)
    }

    private func answer(_ status: Int, _ body: String, _ header: String = "") -> ServerAnswer {
        var headers: [String: String] = [:]
        for line in header.components(separatedBy: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        return ServerAnswer(status: status, headers: headers, body: Array(body.utf8))
    }

    private static func error(_ code: String, _ message: String) -> String {
        "{\"error\":{\"code\":\"\(code)\",\"innererror\":{\"date\":\"2026-11-23T11:54:10Z\",\"request-id\":\"7\"},\"message\":\"\(message)\"}}"
    }
}
