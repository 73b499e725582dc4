import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

@Suite("Lists in several pages")
struct PageTests {
    private static let first = "/graph/v1beta1/drives?$expand=x"

    // swift-format-ignore
    @Test(arguments: [
        ("https://cloud.example.org/p",  "https://cloud.example.org/p/graph/v1beta1/drives?$skip=2",      "/graph/v1beta1/drives?$skip=2"),
        ("https://cloud.example.org/p",  "https://CLOUD.example.org:443/p/graph/v1.0/drives?a",            "/graph/v1.0/drives?a"),
        ("https://cloud.example.org",    "/graph/v1beta1/drives?$skiptoken=ab%20c",                        "/graph/v1beta1/drives?$skiptoken=ab%20c"),
        ("https://cloud.example.org",    "?$skip=2",                                                       "/graph/v1beta1/drives?$skip=2"),
        ("https://cloud.example.org/p",  "https://cloud.example.org/graph/v1beta1/drives?$skip=2",         nil),
        ("https://cloud.example.org",    "http://cloud.example.org/graph/v1beta1/drives?$skip=2",          nil),
        ("https://cloud.example.org",    "https://evil.example/graph/v1beta1/drives",                      nil),
        ("https://cloud.example.org",    "https://cloud.example.org@evil.example/graph/v1beta1/drives",    nil),
        ("https://cloud.example.org",    "https://cloud.example.org:9200/graph/v1beta1/drives",            nil),
        ("https://cloud.example.org",    "//evil.example/graph/x",                                         nil),
        ("https://cloud.example.org",    "/other/path",                                                    nil),
        ("https://cloud.example.org",    "/graph/../admin",                                                nil),
        ("https://cloud.example.org",    "/graph/%2E%2e/admin",                                            nil),
        ("https://cloud.example.org",    "/graph/x#f",                                                     nil),
        ("https://cloud.example.org",    "/graph/\r\nX: y",                                              nil),
        ("https://cloud.example.org",    "",                                                               nil),
        ("https://cloud.example.org",    first,                                                            nil),
    ] as [(String, String, String?)])
    func linksAreFollowedToTheSameServerOnly(address: String, link: String, target: String?) throws {
        var pages = NextPage(of: try ServerAddress(parsing: address))
        let result = pages.target(ofLink: link, from: Self.first)
        if let target {
            #expect(result == .success(target))
            // The same page again is a circle.
            #expect(throws: NextPage.Refusal(reason: "leads in a circle")) {
                try pages.target(ofLink: link, from: Self.first).get()
            }
        } else {
            #expect(throws: NextPage.Refusal.self) { try result.get() }
        }
    }

    @Test func pagesAreJoined() async throws {
        let script: FaultyServer.Script = { request in
            let page = request.line.contains("skip=2") ? 2 : request.line.contains("skip=1") ? 1 : 0
            let next = page < 2 ? #""@odata.nextLink":"/graph/v1beta1/drives?$skip=\#(page + 1)","# : ""
            return [.answer(200, "{\(next)\"value\":[{\"id\":\"\(page)\"}]}")]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let listing = try await service.spaces(SpaceQuery(), onProgress: nil)
                #expect(listing.spaces.map(\.id) == ["0", "1", "2"])
            }
            #expect(server.requests.count == 3)
        }
    }

    /// A list whose every page has one more space and leads on: with ever new tokens, in a circle of two, or away.
    // swift-format-ignore
    @Test(arguments: [
        ("/graph/v1beta1/drives?$skiptoken=NEW",    20, "sent 20 pages of it, and says that there are more (200)."),
        ("/graph/v1beta1/drives?$skiptoken=same",   2,  "tells where the list goes on, and that leads in a circle (200)."),
        ("https://evil.example/graph/v1beta1/drives", 1, "tells where the list goes on, and that leads elsewhere (200)."),
    ])
    func whatNeverEndsIsEndedAndWhatArrivedIsKept(link: String, pages: Int, sentence: String) async throws {
        let count = Mutex(0)
        let script: FaultyServer.Script = { _ in
            let number = count.withLock {
                $0 += 1; return $0
            }
            let link = link.replacing("NEW", with: "\(number)")
            return [.answer(200, #"{"value":[{"id":"\#(number)"}],"@odata.nextLink":"\#(link)"}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            let failure = try await ListLimitTests.failure(of: server) { $0.pages = 20 }
            #expect(failure?.kind == .tooMuch && failure?.mayPass == false, "it would do so again")
            let told = "The list of spaces was not loaded: 127.0.0.1:\(server.port) \(sentence) "
            #expect(failure?.sentence == told + "Tell the administrator of the server.")
            #expect(failure?.arrived?.spaces.map(\.id.rawValue) == (1...pages).map(String.init))
            #expect(server.requests.count == pages)
        }
    }
}
