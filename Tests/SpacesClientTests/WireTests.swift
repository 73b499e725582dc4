import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("Reading a space leniently")
struct WireTests {
    @Test func onlyTheIdIsNeeded() throws {
        let space = try space(#"{"id":"s$1"}"#)
        #expect(space.id == SpaceID("s$1"))
        #expect(space.name == "(no name)")
        #expect(space.type == .other(""))
        #expect(space.quota == nil && space.root == nil && space.owner == nil && space.modified == nil)
    }

    @Test func everyPropertyOfAnotherTypeIsLeftOut() throws {
        let space = try space(
            #"""
            {"id":"s$1","name":5,"description":[],"driveAlias":{},"driveType":null,"lastModifiedDateTime":17,"owner":"x",
            "quota":[1],"root":"r","special":"none","webUrl":false,"unknown":{"deep":[{}]}}
            """#)
        #expect(space == Space(id: "s$1", name: "(no name)", type: .other("")))
    }

    // swift-format-ignore
    @Test(arguments: [
        (#"{}"#,                                                    Quota(limit: nil, used: nil)),
        (#"{"total":5}"#,                                           Quota(limit: .bytes(ByteCount(5)), used: nil)),
        (#"{"total":-3,"used":1}"#,                                 Quota(limit: .unlimited, used: ByteCount(1))),
        (#"{"total":10.7,"used":1e0}"#,                             Quota(limit: .bytes(ByteCount(10)), used: ByteCount(1))),
        (#"{"total":1e40,"used":0}"#,                               Quota(limit: .unlimited, used: .zero)),
        (#"{"total":99999999999999999999,"used":0}"#,               Quota(limit: .unlimited, used: .zero)),
        (#"{"total":"10","used":true}"#,                            Quota(limit: nil, used: nil)),
        (#"{"total":10,"used":-4,"remaining":-1}"#,                 Quota(limit: .bytes(ByteCount(10)), used: nil, remaining: .zero)),
        (#"{"total":10,"used":1,"state":"exceeded"}"#,              Quota(limit: .bytes(ByteCount(10)), used: ByteCount(1), told: .exceeded)),
        (#"{"total":10,"used":1,"state":"wonderful"}"#,             Quota(limit: .bytes(ByteCount(10)), used: ByteCount(1), told: .normal)),
        (#"{"total":10,"used":9,"state":"unlimited"}"#,             Quota(limit: .bytes(ByteCount(10)), used: ByteCount(9), told: .critical)),
        (#"{"total":0,"used":9,"remaining":9223372036854775807}"#,  Quota(limit: .unlimited, used: ByteCount(9))),
    ] as [(String, Quota)])
    func quotas(json: String, quota: Quota) throws {
        #expect(try space(#"{"id":"1","quota":\#(json)}"#).quota == quota)
    }

    // swift-format-ignore
    @Test(arguments: [
        (#"{"grantedToIdentities":[{"user":{"displayName":"A","id":"1"}}],"roles":["manager"]}"#,
            Member(identity: Identity(id: "1", displayName: "A"), role: .manager)),
        (#"{"grantedToV2":{"group":{"displayName":"Gs","id":"g"}},"id":"g:g","roles":["a8d5fe5e-96e3-418d-825b-534dbdf22b99"]}"#,
            Member(identity: Identity(kind: .group, id: "g", displayName: "Gs"), role: .viewer, permissionID: "g:g", roleID: "a8d5fe5e-96e3-418d-825b-534dbdf22b99")),
        (#"{"grantedToV2":{"user":{"id":"1"}},"roles":["dancer"]}"#,
            Member(identity: Identity(id: "1", displayName: ""), role: .other("dancer"), roleID: "dancer")),
        (#"{"grantedToV2":{"user":{"id":"1"}},"@libre.graph.permissions.actions":["a","b"]}"#,
            Member(identity: Identity(id: "1", displayName: ""), role: .other("2 single actions"))),
        (#"{"grantedToV2":{"user":{"id":"1","displayName":"x\u001b"}},"roles":[]}"#,
            Member(identity: Identity(id: "1", displayName: "x\u{1B}"), role: .other("no role"))),
        (#"{"grantedToV2":{"user":{"id":"1"}},"roles":["editor"],"expirationDateTime":"1970-01-01T00:01:00Z"}"#,
            Member(identity: Identity(id: "1", displayName: ""), role: .editor, expires: Date(timeIntervalSince1970: 60))),
    ] as [(String, Member)])
    func members(json: String, member: Member) throws {
        #expect(try space(#"{"id":"1","root":{"permissions":[\#(json),{},5,{"roles":["x"]}]}}"#).members == [member])
    }

    @Test func textsAndIdsAreKeptAsTheyCame() throws {
        let space = try space(
            #"{"id":"s\u001b$1","name":"a\u001b[31mb\u202e","description":"x\ny","driveAlias":"\u0000","driveType":"pro\u0007"}"#
        )
        #expect(space.id.rawValue == "s\u{1B}$1")
        #expect(space.name == "a\u{1B}[31mb\u{202E}")
        #expect(space.subtitle == "x\ny")
        #expect(space.alias == "\0")
        #expect(space.type == .other("pro\u{7}"))
    }

    @Test func specialMayBeOneObject() throws {
        let item =
            #"{"id":"i","name":"readme.md","size":5,"file":{"mimeType":"text/markdown"},"specialFolder":{"name":"readme"}}"#
        let one = try space(#"{"id":"1","special":\#(item)}"#).special
        #expect(try space(#"{"id":"1","special":[\#(item)]}"#).special == one)
        #expect(
            one == [
                Space.SpecialItem(
                    folder: "readme", id: "i", name: "readme.md", mimeType: "text/markdown", size: ByteCount(5))
            ])
    }

    @Test func mountedSharesTellWhereTheyPoint() throws {
        let space = try space(
            #"""
            {"id":"1","driveType":"mountpoint","root":{"id":"r","remoteItem":{"id":"x","name":"Docs","path":"/Docs",
            "driveAlias":"personal/einstein","rootId":"y","size":7,"lastModifiedDateTime":"1970-01-01T00:00:01Z",
            "webDavUrl":"https://h/d"}}}
            """#)
        #expect(
            space.remoteItem
                == Space.RemoteItem(
                    id: "x", name: "Docs", path: "/Docs", driveAlias: "personal/einstein", rootID: "y",
                    size: ByteCount(7),
                    modified: Date(timeIntervalSince1970: 1), webDavURL: "https://h/d"))
    }

    @Test func anythingDeletedIsDisabled() throws {
        #expect(try space(#"{"id":"1","root":{"deleted":{}}}"#).isDisabled)
        #expect(try space(#"{"id":"1","root":{"deleted":{"state":"trashed"}}}"#).root?.deletedState == "trashed")
        #expect(try !space(#"{"id":"1","root":{"deleted":null}}"#).isDisabled)
    }

    @Test(arguments: [#"{"name":"x"}"#, #"{"id":5}"#, #"{"id":""}"#, #"{"id":null}"#, "[]", "5", "null"])
    func withoutAnIdItIsNoSpace(json: String) {
        #expect(throws: UnreadableDrive.self) { try space(json) }
    }

    private func space(_ json: String) throws -> Space {
        try Space(wire: JSONDocument(Array(json.utf8)).root)
    }
}
