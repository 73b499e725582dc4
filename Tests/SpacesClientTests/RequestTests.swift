import Foundation
import Recordings
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("Building requests")
struct RequestTests {
    private static let id = SpaceID("9891507a$783dca54")

    // swift-format-ignore
    @Test(arguments: [
        (SpaceQuery(version: .v1),                                      "/graph/v1.0/drives?"),
        (SpaceQuery(scope: .mine, version: .v1),                        "/graph/v1.0/me/drives?"),
        (SpaceQuery(),                                                  "/graph/v1beta1/drives?"),
        (SpaceQuery(scope: .mine),                                      "/graph/v1beta1/me/drives?"),
        (SpaceQuery(filter: .type(.project)),                           "/graph/v1beta1/drives?$filter=driveType eq 'project'"),
        (SpaceQuery(filter: .type(.other("it's"))),                     "/graph/v1beta1/drives?$filter=driveType eq 'it''s'"),
        (SpaceQuery(filter: .id("a$b")),                                "/graph/v1beta1/drives?$filter=id eq 'a$b'"),
        (SpaceQuery(filter: .id("a' or '1&x=é #%")),                    "/graph/v1beta1/drives?$filter=id eq 'a'' or ''1&x=é #%'"),
        (SpaceQuery(filter: .id("a'\u{301} or '1")),                    "/graph/v1beta1/drives?$filter=id eq 'a''\u{301} or ''1'"),
        (SpaceQuery(order: .init(.name)),                               "/graph/v1beta1/drives?$orderby=name asc"),
        (SpaceQuery(order: .init(.name, isDescending: true)),           "/graph/v1beta1/drives?$orderby=name desc"),
        (SpaceQuery(order: .init(.lastModifiedDateTime, isDescending: true), version: .v1),
                                                                        "/graph/v1.0/drives?$orderby=lastModifiedDateTime desc"),
        (SpaceQuery(filter: .type(.personal), order: .init(.lastModifiedDateTime)),
                                                                        "/graph/v1beta1/drives?$filter=driveType eq 'personal'&$orderby=lastModifiedDateTime asc"),
    ] as [(SpaceQuery, String)])
    func lists(query: SpaceQuery, meaning: String) throws {
        let request = ServerRequest.list(query)
        #expect(request.method == .get)
        #expect(request.body == nil)
        let (path, parameters) = try taken(apart: request.target)
        let parts = meaning.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(path == parts[0])
        #expect(parameters.first == ["$expand", "root($expand=permissions)"])
        #expect(parameters.dropFirst().map { $0.joined(separator: "=") }.joined(separator: "&") == parts[1])
    }

    @Test(arguments: ["021", "022", "024", "026", "028", "029", "034", "035", "036", "060"])
    func asksAsRecorded(number: String) throws {
        let recorded = try #require(Recording.number(number)).request.path
        let query = try #require(Self.queries[number])
        let (path, parameters) = try taken(apart: ServerRequest.list(query).target)
        let pieces = recorded.split(separator: "?", maxSplits: 1)
        #expect(path == pieces[0])
        let meaning = Set(parameters.map { $0.joined(separator: "=") })
        let wanted = pieces.count > 1 ? Set(pieces[1].split(separator: "&").map(String.init)) : []
        #expect(
            meaning.subtracting(["$expand=root($expand=permissions)"]) == wanted.filter { !$0.hasPrefix("$expand") })
    }

    private static let queries = [
        "021": SpaceQuery(version: .v1), "022": SpaceQuery(scope: .mine, version: .v1), "024": SpaceQuery(),
        "026": SpaceQuery(filter: .type(.project), version: .v1),
        "028": SpaceQuery(
            filter: .id("9891507a-4eee-442f-830e-adb1f80bbfa4$783dca54-0555-43e1-a722-49eae04aca80"), version: .v1),
        "029": SpaceQuery(filter: .id("nope"), version: .v1),
        "034": SpaceQuery(order: .init(.name), version: .v1),
        "035": SpaceQuery(order: .init(.name, isDescending: true), version: .v1),
        "036": SpaceQuery(order: .init(.lastModifiedDateTime, isDescending: true), version: .v1),
        "060": SpaceQuery(filter: .type(.project), order: .init(.name), version: .v1),
    ]

    // swift-format-ignore
    @Test(arguments: [
        (ServerRequest.read(id),       "GET",    "/graph/v1.0/drives/9891507a$783dca54?$expand=root($expand%3Dpermissions)", [:], nil),
        (.disable(id),                 "DELETE", "/graph/v1.0/drives/9891507a$783dca54", [:], nil),
        (.purge(id),                   "DELETE", "/graph/v1.0/drives/9891507a$783dca54", ["Purge": "T"], nil),
        (.restore(id),                 "PATCH",  "/graph/v1.0/drives/9891507a$783dca54", ["Restore": "T", "Content-Type": "application/json"], "{}"),
        (.disable("a/b?c#d e%é\u{1}"), "DELETE", "/graph/v1.0/drives/a%2Fb%3Fc%23d%20e%25%C3%A9%01", [:], nil),
        (.disable("x$y!z"),            "DELETE", "/graph/v1.0/drives/x$y!z", [:], nil),
        (.account,                     "GET",    "/graph/v1.0/me", [:], nil),
        (.capabilities,                "GET",    "/ocs/v1.php/cloud/capabilities?format=json", [:], nil),
        (.permissions(of: Account(id: "a\"b", displayName: "", userName: "")),
                                       "POST",   "/api/v0/settings/permissions-list", json, "{\"account_uuid\":\"a\\\"b\"}"),
        (.create(SpaceDraft(name: " Mars ")),
                                       "POST",   "/graph/v1.0/drives", json, "{\"name\":\"Mars\"}"),
        (.create(SpaceDraft(name: "Mars", subtitle: "a \"b\"\n\u{1}\\", limit: .bytes(ByteCount(5)), usesTemplate: true)),
                                       "POST",   "/graph/v1.0/drives?template=default", json,
                                       "{\"description\":\"a \\\"b\\\"\\u000a\\u0001\\\\\",\"name\":\"Mars\",\"quota\":{\"total\":5}}"),
        (.create(SpaceDraft(name: "Mars", limit: .unlimited)),
                                       "POST",   "/graph/v1.0/drives", json, "{\"name\":\"Mars\",\"quota\":{\"total\":0}}"),
        (.edit(id, SpaceEdit(name: " Équipe 日本 🚀")),
                                       "PATCH",  "/graph/v1.0/drives/9891507a$783dca54", json, "{\"name\":\"Équipe 日本 🚀\"}"),
        (.edit(id, SpaceEdit(subtitle: "")),
                                       "PATCH",  "/graph/v1.0/drives/9891507a$783dca54", json, "{\"description\":\"\"}"),
        (.edit(id, SpaceEdit(name: "n", subtitle: "s", alias: "project/a", limit: .bytes(.largest))),
                                       "PATCH",  "/graph/v1.0/drives/9891507a$783dca54", json,
                                       "{\"description\":\"s\",\"driveAlias\":\"project/a\",\"name\":\"n\",\"quota\":{\"total\":9223372036854775807}}"),
    ] as [(ServerRequest, String, String, [String: String], String?)])
    func requests(_ request: ServerRequest, method: String, target: String, headers: [String: String], body: String?) throws {
        #expect(request.method.rawValue == method)
        #expect(request.target == target)
        #expect(request.headers == headers)
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
        if let body { _ = try JSONSerialization.jsonObject(with: Data(body.utf8)) }
    }

    private static let json = ["Content-Type": "application/json"]

    @Test func credentialsAreWrittenAsUTF8AndNeverPrinted() throws {
        let basic = Credentials.basic(user: "jürgen", password: "pässwort:€")
        #expect(basic.authorization == "Basic asO8cmdlbjpww6Rzc3dvcnQ64oKs")
        let bearer = Credentials.bearer("s3cret-token")
        #expect(bearer.authorization == "Bearer s3cret-token")
        var dumped = ""
        dump(try ServerConnection.test(credentials: bearer), to: &dumped)
        for text in ["\(basic)", "\(bearer)", String(reflecting: basic), String(reflecting: bearer), dumped] {
            #expect(!text.contains("s3cret") && !text.contains("pässwort"))
        }
    }

    private func taken(apart target: String) throws -> (path: String, parameters: [[String]]) {
        let parts = target.split(separator: "?", maxSplits: 1)
        let parameters = try parts.dropFirst().flatMap { $0.split(separator: "&") }.map { parameter in
            try parameter.split(separator: "=", maxSplits: 1).map { try #require(String($0).removingPercentEncoding) }
        }
        #expect(target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        return (String(parts[0]), parameters)
    }
}

extension SpaceID: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}
