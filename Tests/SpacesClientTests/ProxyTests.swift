import SpacesModel
import TestSupport
import Testing

@testable import SpacesClient

@Suite("Proxies")
struct ProxyTests {
    private static let environment = [
        "https_proxy": "http://secure:3128", "HTTPS_PROXY": "http://loud:3128", "http_proxy": "plain:8080",
        "HTTP_PROXY": "http://from-a-header:1", "ALL_PROXY": "socks5://any", "PATH": "/bin",
    ]

    // swift-format-ignore
    @Test(arguments: [
        ("https://cloud.example.org",  environment,                                "http://secure:3128"),
        ("http://cloud.example.org",   environment,                                "http://plain:8080"),
        ("https://cloud.example.org",  ["HTTPS_PROXY": "loud"],                    "http://loud:80"),
        ("http://cloud.example.org",   ["HTTP_PROXY": "http://from-a-header:1"],   nil),
        ("http://cloud.example.org",   ["ALL_PROXY": "socks5://any"],              "socks5h://any:1080"),
        ("https://cloud.example.org",  ["all_proxy": "socks5h://[::1]:99"],        "socks5h://[::1]:99"),
        ("https://cloud.example.org",  ["https_proxy": "", "ALL_PROXY": "any:1"],  "http://any:1"),
        ("https://cloud.example.org",  [:],                                        nil),
        ("https://localhost",          environment,                                nil),
        ("https://127.9.9.9:9200",     environment,                                nil),
        ("https://[::1]:9200",         environment,                                nil),
    ] as [(String, [String: String], String?)])
    func theEnvironmentNamesTheProxy(address: String, environment: [String: String], proxy: String?) throws {
        let settings = ProxySettings(environment: environment)
        #expect(try settings.proxy(for: ServerAddress(parsing: address))?.description == proxy)
    }

    @Test(arguments: [
        ("http://ada:p%40ss@proxy:3128", "http://ada@proxy:3128"), ("ada:pa@ss:x@proxy", "ada@proxy"),
        ("socks5://ada@proxy:1", "socks5://ada@proxy:1"), ("http://proxy:3128/x:y@z", "http://proxy:3128/x:y@z"),
        ("proxy:3128", "proxy:3128"), ("", ""),
    ])
    func thePasswordIsTakenOutOfAnAddress(address: String, without: String) {
        #expect(ProxyServer.withoutPassword(address) == without)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("https://cloud.example.org",       "example.org",              true),
        ("https://cloud.example.org",       ".example.org",             true),
        ("https://example.org",             ".example.org",             true),
        ("https://cloud.example.org",       "*.EXAMPLE.org",            true),
        ("https://badexample.org",          "example.org",              false),
        ("https://example.org.evil.net",    "example.org",              false),
        ("https://cloud.example.org",       "a.net, b.net cloud.example.org", true),
        ("https://cloud.example.org",       "*",                        true),
        ("https://cloud.example.org:9200",  "example.org:9200",         true),
        ("https://cloud.example.org",       "example.org:443",          true),
        ("https://cloud.example.org",       "example.org:9200",         false),
        ("https://10.1.2.3",                "10.0.0.0/8",               true),
        ("https://11.1.2.3",                "10.0.0.0/8",               false),
        ("https://10.1.2.3",                "10.1.2.3",                 true),
        ("https://10.1.2.3:9200",           "10.1.2.3:9200",            true),
        ("https://10.1.2.3",                "10.1.2.0/33",              false),
        ("https://10.1.2.3",                "0.0.0.0/0",                true),
        ("https://10.1.2.3",                "::/0",                     false),
        ("https://[fd00:1::5]",             "fd00::/8",                 true),
        ("https://[fd00:1::5]",             "FD00:1:0::5",              true),
        ("https://[fd00:1::5]:9200",        "[fd00:1::5]:9200",         true),
        ("https://[fd00:1::5]:9201",        "[fd00:1::5]:9200",         false),
        ("https://cloud.example.org",       ",, /, :, .",               false),
    ])
    func noProxyNamesTheDirectWay(address: String, exceptions: String, isDirect: Bool) throws {
        let settings = ProxySettings(environment: ["https_proxy": "p:1", "NO_PROXY": exceptions])
        #expect(try (settings.proxy(for: ServerAddress(parsing: address)) == nil) == isDirect)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("https://proxy:3128",           "Proxies of the kind https:// are not supported"),
        ("ftp://proxy",                  "Proxies of the kind ftp:// are not supported"),
        ("http://",                      "The proxy address is not understood"),
        ("http://a b",                   "The proxy address is not understood"),
        ("http://host:99999",            "The proxy address is not understood"),
        ("socks5://u:s3cret@host",       "cannot be given to the SOCKS proxy socks5h://u:…@host:1080"),
        ("http://u:s3cret%0A@host",      "holds a control character"),
    ])
    func whatIsNoProxyIsRefused(text: String, sentence: String) throws {
        let problem = #expect(throws: ConnectionProblem.self) { try ProxyServer(parsing: text) }
        #expect(problem?.sentence.contains(sentence) == true && problem?.sentence.contains("s3cret") == false)
        let inVariable = #expect(throws: ConnectionProblem.self) {
            try ProxySettings(environment: ["all_proxy": text]).proxy(for: ServerAddress(parsing: "https://a.example"))
        }
        #expect(inVariable?.sentence.hasPrefix("all_proxy: ") == true)
    }

    @Test func aPasswordIsNeverPrinted() throws {
        let proxy = try ProxyServer(parsing: "http://j%C3%BCrgen:s3cret%40@host:3128")
        #expect(proxy.user == "jürgen" && proxy.password == "s3cret@")
        var dumped = ""
        dump(NetworkSettings(proxy: .server(proxy)), to: &dumped)
        dump(ProxySettings(environment: ["https_proxy": "http://u:s3cret@host"]), to: &dumped)
        #expect(!dumped.contains("s3cret") && !"\(proxy) \(String(reflecting: proxy))".contains("s3cret"))
    }

    @Test func settingsSayNoneSystemOrAProxy() throws {
        let environment = ["https_proxy": "p:1"]
        let address = try ServerAddress(parsing: "https://cloud.example.org")
        #expect(try ProxySettings(parsing: "none", environment: environment).proxy(for: address) == nil)
        #expect(try ProxySettings(parsing: " System", environment: environment).proxy(for: address)?.host == "p")
        #expect(try ProxySettings(parsing: "q:2", environment: environment).proxy(for: address)?.host == "q")
    }

    @Test func requestsGoThroughTheProxyThatWasNamed() async throws {
        try await FaultyServer.run(encrypted: .good, script: { _ in [.answer(200, #"{"id":"u"}"#)] }) { server in
            let tunnel: FaultyServer.Script = { _ in [.text("HTTP/1.1 200 OK\r\n\r\n"), .tunnel(port: server.port)] }
            try await FaultyServer.run(script: tunnel) { proxy in
                try await TestCertificate.good.withFile { file in
                    let failure = try await Self.failure(
                        to: "https://localhost:\(server.port)", by: "http://me:s3cret@127.0.0.1:\(proxy.port)", file)
                    #expect(failure == nil)
                }
                #expect(proxy.requests.map(\.line) == ["CONNECT localhost:\(server.port)"])
                #expect(proxy.requests.first?.headers["proxy-authorization"] == "Basic bWU6czNjcmV0")
                #expect(proxy.requests.first?.headers["authorization"] == nil)
            }
            #expect(server.requests.map(\.line) == ["GET /graph/v1.0/me"])
            #expect(server.requests.first?.headers["proxy-authorization"] == nil)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ([.answer(407)],    "wants a name and a password"),
        ([.answer(403)],    "does not connect to cloud.example.org"),
        ([.close],          "closed the connection"),
    ] as [([FaultyServer.Step], String)])
    func aProxyThatRefusesIsNamed(steps: [FaultyServer.Step], reason: String) async throws {
        try await FaultyServer.run(script: { _ in steps }) { proxy in
            let failure = try await Self.failure(
                to: "https://cloud.example.org", by: "http://127.0.0.1:\(proxy.port)", nil)
            #expect(failure?.kind == .unreachable)
            #expect(failure?.sentence.contains(reason) == true, "\(String(describing: failure))")
        }
    }

    @Test(arguments: ["http", "socks5"])
    func aProxyThatIsNotThereIsNamed(scheme: String) async throws {
        let closed = try ClosedPort()
        let port = closed.number
        let failure = try await Self.failure(to: "https://cloud.example.org", by: "\(scheme)://127.0.0.1:\(port)", nil)
        #expect(failure?.sentence.contains("the proxy 127.0.0.1:\(port) refuses the connection") == true)
        withExtendedLifetime(closed) {}
    }

    private static func failure(to address: String, by proxy: String, _ file: String?) async throws -> SpacesFailure? {
        let proxy = try ProxyServer(parsing: proxy)
        let service = try HTTPSpacesService(
            .test(address, trust: file.map { .certificates(file: $0) } ?? .systemRoots) { $0.proxy = .server(proxy) },
            logger: ServiceTests.silent)
        let failure = await ServiceTests.failure { try await service.account() }
        await service.shutdown()
        return failure
    }
}
