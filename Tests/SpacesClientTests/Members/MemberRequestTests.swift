import Foundation
import Recordings
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("Requests about members")
struct MemberRequestTests {
    private static let space = SpaceID("9891507a-4eee-442f-830e-adb1f80bbfa4$783dca54-0555-43e1-a722-49eae04aca80")
    private static let alan = Member(
        identity: Identity(id: "b1f74ec4-dd7e-11ef-a543-03775734d0f7", displayName: "Alan Turing"), role: .viewer)
    private static let viewer = "a8d5fe5e-96e3-418d-825b-534dbdf22b99"
    private static let manager = "312c0871-5ef7-4b3a-85b6-0e4074c64049"
    /// 31 December 2026, 23:59:59 UTC.
    private static let end = Date(timeIntervalSince1970: 1_798_761_599)

    private static let recorded: [(String, ServerRequest)] = [
        ("072", .members(of: space)), ("073", .people(.user, matching: "alan")),
        ("074", .invite(Invitation(alan.identity, roleID: viewer), to: space)),
        ("075", .change(alan, MemberChange(roleID: manager), of: space)), ("079", .remove(alan, from: space)),
    ]

    @Test(arguments: recorded)
    func asksAsRecorded(number: String, request: ServerRequest) throws {
        let recording = try #require(Recording.number(number)).request
        #expect(request.method.rawValue == recording.method)
        #expect(request.target.removingPercentEncoding == recording.path)
        #expect(request.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
        #expect(try json(request.body) == json(recording.body.map(Array.init)))
    }

    // swift-format-ignore
    @Test(arguments: [
        (ServerRequest.change(alan, MemberChange(end: .never), of: "s$1"), #"{"expirationDateTime":null}"#),
        (.change(alan, MemberChange(end: .at(end)), of: "s$1"), #"{"expirationDateTime":"2026-12-31T23:59:59Z"}"#),
        (.change(alan, MemberChange(roleID: "r", end: .never), of: "s$1"), #"{"expirationDateTime":null,"roles":["r"]}"#),
        (.invite(Invitation(Identity(kind: .group, id: "g\"1", displayName: ""), roleID: "r", expires: end), to: "s$1"),
            #"{"expirationDateTime":"2026-12-31T23:59:59Z","recipients":[{"@libre.graph.recipient.type":"group","objectId":"g\"1"}],"roles":["r"]}"#),
    ])
    func sendsOnlyWhatChanges(request: ServerRequest, body: String) {
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("alan", "alan"), (" Ada  Lovelace ", "Ada  Lovelace"), ("O\"Brien", "O Brien"), ("a\" OR \"b", "a  OR  b"),
        ("ä日", "ä日"), ("a&$filter=x#%", "a&$filter=x#%"), ("back\\slash", "back\\slash"),
        ("a\"\u{301} OR \"b", "a \u{301} OR  b"),
    ])
    func wordsOfASearchStayWithinTheirQuotes(text: String, words: String) throws {
        for (kind, path) in [(Identity.Kind.user, "users"), (.group, "groups")] {
            let target = ServerRequest.people(kind, matching: text).target
            let parts = target.split(separator: "?", maxSplits: 1)
            #expect(parts[0] == "/graph/v1.0/\(path)")
            #expect(!parts[1].contains("&") && !parts[1].contains("#"))
            #expect(String(parts[1]).removingPercentEncoding == "$search=\"\(words)\"")
        }
    }

    @Test(arguments: [
        ("u:b1f7", "u:b1f7"), ("../../drives", "..%2F..%2Fdrives"), ("a?b#c", "a%3Fb%23c"),
        (nil, "u:b1f74ec4-dd7e-11ef-a543-03775734d0f7"),
    ])
    func theIdOfAGrantStaysOneSegment(permissionID: String?, segment: String) {
        var member = Self.alan
        member.permissionID = permissionID
        #expect(ServerRequest.remove(member, from: "s$1").target.hasSuffix("/s$1/root/permissions/" + segment))
    }

    private func json(_ body: [UInt8]?) throws -> NSDictionary? {
        try body.map { try #require(JSONSerialization.jsonObject(with: Data($0)) as? NSDictionary) }
    }
}
