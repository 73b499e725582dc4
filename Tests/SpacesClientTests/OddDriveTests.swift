import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

/// One large or odd drive hides no other: it costs one line of the report.
@Suite("Lists with odd drives in them")
struct OddDriveTests {
    private static let good = #"{"id":"s$1","name":"Good"}"#

    /// Reads a list of the entries between two good spaces.
    private static func listing(_ entries: [String]) throws -> SpaceListing {
        var reader = DriveListReader()
        let all = [good] + entries + [#"{"id":"s$2","name":"Last"}"#]
        try reader.consume(Array("{\"value\":[\(all.joined(separator: ","))]}".utf8))
        try reader.finish()
        return reader.listing
    }

    // swift-format-ignore
    private static let unreadable: [(entry: String, line: String)] = [
        (#"{"name":"no id at all","driveType":"mountpoint"}"#,       "“no id at all”: id is missing"),
        (#"{"id":null,"name":"no id"}"#,                             "“no id”: id is missing"),
        (#"{"id":5,"name":"x"}"#,                                    "“x”: id is not a text"),
        (#"{"id":"","name":"x"}"#,                                   "“x”: id is empty"),
        (#"{"id" "x"}"#,                                             "entry 2 of the list: not JSON"),
        (#"{"id":"s$3","name":"Torn","quota":{"total":}}"#,          "“Torn”, id s$3: not JSON"),
        ("7",                                                        "entry 2 of the list: not an object"),
        ("null",                                                     "entry 2 of the list: not an object"),
        ("[]",                                                       "entry 2 of the list: not an object"),
        (#"{"id":"s$1","name":"Other"}"#,                            "“Other”, id s$1: another space has the same id"),
        (#"{"name":"Deep\u001b[2J","id":"s$3","x":"# + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}",
            "“Deep\u{1B}[2J”, id s$3: nested too deep"),
        (#"{"id":"s$3","name":"Huge","description":""# + String(repeating: "x", count: 33 << 20) + #""}"#,
            "“Huge”, id s$3: too large to be read"),
    ]

    /// By their numbers: what is too large is not to be printed.
    @Test(arguments: unreadable.indices)
    func whatCannotBeReadIsOneLineThatNamesIt(index: Int) throws {
        let (entry, line) = Self.unreadable[index]
        let listing = try Self.listing([entry])
        #expect(listing.spaces.map(\.name) == ["Good", "Last"])
        #expect(listing.unreadable.map(\.line) == [line])
    }

    // swift-format-ignore
    private static let odd: [(entry: String, name: String)] = [
        (#"{"id":"o","name":5,"description":[],"driveAlias":{},"driveType":false,"owner":"x","quota":[],"root":"r","special":7,"webUrl":null,"lastModifiedDateTime":12}"#, "(no name)"),
        (#"{"id":"o","name":""}"#,                         "(no name)"),
        (#"{"id":"o","name":"  "}"#,                       "(no name)"),
        (#"{"id":"o","name":null}"#,                       "(no name)"),
        (#"{"id":"o"}"#,                                   "(no name)"),
        (#"{"id":"o","name":"A","name":"B"}"#,             "A"),
        (#"{"id":"o","name":"A","description":""# + String(repeating: #"\u003c"#, count: 180_000) + #""}"#, "A"),
        (#"{"id":"o","name":"A","description":""# + String(repeating: "x", count: 2 << 20) + #""}"#, "A"),
    ]

    @Test(arguments: odd.indices)
    func whatIsMerelyOddIsShown(index: Int) throws {
        let (entry, name) = Self.odd[index]
        let listing = try Self.listing([entry])
        #expect(listing.spaces.map(\.name) == ["Good", name, "Last"] && listing.unreadable.isEmpty)
        let odd = listing.spaces[1]
        #expect(odd.modified == nil && odd.quota == nil && odd.members == nil)
    }

    @Test(arguments: [10_001, 100_000])
    func allMembersOfOneSpaceAreRead(count: Int) throws {
        let members = (0..<count).map {
            #"{"grantedToV2":{"user":{"displayName":"Person \#($0) of the house","id":"u-\#($0)"}},"roles":["viewer"]}"#
        }
        let entry = #"{"id":"o","name":"Everybody","root":{"permissions":[\#(members.joined(separator: ","))]}}"#
        let listing = try Self.listing([entry])
        #expect(listing.unreadable.isEmpty && listing.spaces[1].members?.count == count)
    }

    @Test func textThatIsNoUTF8IsShownWithASign() throws {
        var reader = DriveListReader()
        try reader.consume(Array(#"{"value":[{"id":"o","name":"M"#.utf8) + [0xFF] + Array(#"x"}]}"#.utf8))
        try reader.finish()
        #expect(reader.listing.spaces.map(\.name) == ["M\u{FFFD}x"])
    }

    @Test func aSpaceThatStandsOnTwoPagesIsListedOnce() throws {
        let listing = try Self.listing([Self.good, Self.good])
        #expect(listing.spaces.count == 2 && listing.unreadable.isEmpty)
    }

    @Test func anyNumberOfOddDrivesHidesNoOther() throws {
        let listing = try Self.listing(Array(repeating: #"{"name":"x","driveType":"mountpoint"}"#, count: 5000))
        #expect(listing.spaces.map(\.name) == ["Good", "Last"])
        #expect(listing.unreadable.count == DriveListReader.unreadableLimit)
        #expect(listing.unreadable.reduce(0) { $0 + $1.count } == 5000)
        #expect(listing.unreadable.last?.line == "4001 more: they could not be read either")
    }

    @Test func givesUpOnAListOfJunk() {
        var reader = DriveListReader()
        let junk = Array(String(repeating: "1,", count: 10_000).utf8)
        #expect(throws: JSONFault.notAList) {
            try reader.consume(Array("{\"value\":[".utf8))
            while true { try reader.consume(junk) }
        }
        #expect(reader.listing.unreadable.count == DriveListReader.unreadableLimit)
    }

    // MARK: Dates and sizes

    // swift-format-ignore
    @Test(arguments: [
        ("0001-01-01T00:00:00Z", true), ("0001-01-01T00:00:00+01:00", true), ("0001-01-01T00:00:00.5-01:00", true),
        ("0000-12-31T23:00:00-01:00", true), ("1970-01-01T00:00:00Z", true), ("1970-01-01T01:00:00+01:00", true),
        ("1970-01-01T00:00:01Z", false), ("2026-01-31T12:00:00Z", false),
    ])
    func theZeroOfAClockIsNoDate(text: String, isUnknown: Bool) throws {
        let member = #"{"grantedToV2":{"user":{"id":"u"}},"roles":["viewer"],"expirationDateTime":"\#(text)"}"#
        let special = #"{"id":"r","specialFolder":{"name":"readme"},"lastModifiedDateTime":"\#(text)","size":-1}"#
        let entry = """
            {"id":"o","lastModifiedDateTime":"\(text)","special":[\(special)],
            "root":{"permissions":[\(member)],"remoteItem":{"lastModifiedDateTime":"\(text)","size":-1}}}
            """
        let space = try Self.listing([entry]).spaces[1]
        #expect((space.modified == nil) == isUnknown)
        #expect((space.members?.first?.expires == nil) == isUnknown)
        #expect((space.special.first?.modified == nil) == isUnknown)
        #expect((space.remoteItem?.modified == nil) == isUnknown)
        #expect(space.special.first?.size == nil && space.remoteItem?.size == nil)
    }

    // swift-format-ignore
    @Test(arguments: [
        (#"{"remaining":72822325248,"used":5000000,"state":"normal"}"#,  QuotaLimit.unlimited, 5_000_000, QuotaState.unlimited),
        (#"{"total":0,"used":12000000000,"state":"normal"}"#,            .unlimited, 12_000_000_000, .unlimited),
        (#"{"total":null,"used":5}"#,                                    .unlimited, 5, .unlimited),
        (#"{"total":9223372036854775807,"used":4}"#,                     .unlimited, 4, .unlimited),
        (#"{"total":18446744073709551615,"used":4}"#,                    .unlimited, 4, .unlimited),
        (#"{"total":-1,"used":4,"remaining":50}"#,                       .unlimited, 4, .unlimited),
        (#"{"total":5000,"used":null,"remaining":null,"state":null}"#,   .bytes(ByteCount(5000)), nil, .unknown),
        (#"{"total":5e9,"used":1.5e9,"remaining":3.5e9}"#,               .bytes(ByteCount(5_000_000_000)), 1_500_000_000, .normal),
        (#"{"total":5000,"used":-1}"#,                                   .bytes(ByteCount(5000)), nil, .unknown),
        ("{}",                                                           nil, nil, .unknown),
        (#"{"remaining":5}"#,                                            nil, nil, .unknown),
    ] as [(String, QuotaLimit?, Int64?, QuotaState)])
    func whatIsMissingOfAQuotaLeavesWhatIsKnown(quota: String, limit: QuotaLimit?, used: Int64?, state: QuotaState) throws {
        let read = try #require(try Self.listing([#"{"id":"o","quota":\#(quota)}"#]).spaces[1].quota)
        #expect(read.limit == limit && read.used?.bytes == used && read.state == state)
    }

    // MARK: Lists that break off

    @Test func whatArrivedGoesWithTheFailure() async throws {
        let script: FaultyServer.Script = { _ in
            [
                .text("HTTP/1.1 200 OK\r\n\r\n{\"value\":[{\"id\":\"a\"},{\"name\":\"x\"},{\"id\":\"b\"},{\"id\":"),
                .close,
            ]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let failure = await ServiceTests.failure { try await service.spaces(SpaceQuery(), onProgress: nil) }
                #expect(failure?.arrived?.spaces.map(\.id) == ["a", "b"], "\(String(describing: failure))")
                #expect(failure?.arrived?.unreadable.map(\.line) == ["“x”: id is missing"])
            }
        }
    }

    @Test func aPageThatFailsKeepsThoseBefore() async throws {
        let script: FaultyServer.Script = { request in
            request.line.contains("skip=1")
                ? [.answer(403, "{}")]
                : [.answer(200, #"{"value":[{"id":"a"}],"@odata.nextLink":"/graph/v1beta1/drives?$skip=1"}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let failure = await ServiceTests.failure { try await service.spaces(SpaceQuery(), onProgress: nil) }
                #expect(failure?.status == 403 && failure?.arrived?.spaces.map(\.id) == ["a"])
            }
        }
    }
}
