import Testing

@testable import SpacesClient

@Suite("Reading the address of a server")
struct ServerAddressTests {
    // swift-format-ignore
    @Test(arguments: [
        ("cloud.example.org",                   "https://cloud.example.org"),
        (" Cloud.Example.org/ ",                "https://cloud.example.org"),
        ("https://host:9200/",                  "https://host:9200"),
        ("HTTPS://host",                        "https://host"),
        ("http://127.0.0.1:9200",               "http://127.0.0.1:9200"),
        ("localhost:9200",                      "https://localhost:9200"),
        ("https://example.org/cloud//one/",     "https://example.org/cloud/one"),
        ("https://example.org/clöud x",         "https://example.org/cl%C3%B6ud%20x"),
        ("https://example.org/a%20b",           "https://example.org/a%20b"),
        ("https://[::1]:9200",                  "https://[::1]:9200"),
        ("[fe80::1]",                           "https://[fe80::1]"),
        ("my_host-1:65535",                     "https://my_host-1:65535"),
    ])
    func reads(text: String, address: String) throws {
        #expect(try ServerAddress(parsing: text).description == address)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",                            "No server address"),
        ("  ",                          "No server address"),
        ("ftp://host",                  "begins with https:// or http://"),
        ("file:///etc/passwd",          "begins with https:// or http://"),
        ("https://user:secret@host",    "Leave user name and password out"),
        ("user@host",                   "Leave user name and password out"),
        ("https://",                    "is no server address"),
        ("https:///path",               "is no server address"),
        ("ho st",                       "is no server address"),
        ("host\u{1B}[31m",              "is no server address"),
        ("münchen.example",             "is no server address"),
        ("-host",                       "is no server address"),
        ("a..b",                        "is no server address"),
        ("[::1",                        "is no server address"),
        ("[host]",                      "is no server address"),
        ("host:0",                      "no good port"),
        ("host:65536",                  "no good port"),
        ("host:",                       "no good port"),
        ("host:9200x",                  "no good port"),
        ("mailto:someone",              "no good port"),
        ("https://host/?a=b",           "what follows ? or #"),
        ("https://host#top",            "what follows ? or #"),
        ("https://host/a/../b",         "has . or .. in it"),
    ])
    func refuses(text: String, reason: String) {
        do throws(ConnectionProblem) {
            let address = try ServerAddress(parsing: text)
            Issue.record("\(text) was read as \(address)")
        } catch {
            #expect(error.sentence.contains(reason))
            #expect(!error.sentence.contains("secret"))
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("http://127.0.0.1", true), ("http://127.8.9.1", true), ("http://localhost", true), ("http://a.localhost", true),
        ("http://[::1]", true), ("http://127.0.0.1.evil.example", false), ("http://128.0.0.1", false),
        ("http://localhost.example.org", false), ("http://cloud.example.org", false), ("http://127.0.0.999", false),
    ])
    func sendsSecretsUnencryptedOnlyToThisComputer(text: String, isAllowed: Bool) throws {
        let address = try ServerAddress(parsing: text)
        if isAllowed {
            _ = try ServerConnection(address: address, credentials: .bearer("x"))
        } else {
            #expect(throws: ConnectionProblem.self) {
                try ServerConnection(address: address, credentials: .bearer("x"))
            }
        }
    }

    @Test(arguments: [
        Credentials.basic(user: "", password: "x"), .basic(user: "a:b", password: "x"),
        .basic(user: "a", password: "x\n"),
        .bearer(""), .bearer("a b"), .bearer("a\r\nX: y"), .bearer("é"),
    ])
    func refusesCredentialsThatCannotBeSent(credentials: Credentials) throws {
        let address = try ServerAddress(parsing: "https://host")
        #expect(throws: ConnectionProblem.self) {
            try ServerConnection(address: address, credentials: credentials)
        }
    }

    @Test func warnsLoudlyOfAnUncheckedCertificate() throws {
        #expect(try ServerConnection.test("https://host", trust: .anything).warning?.contains("INSECURE") == true)
        #expect(try ServerConnection.test("https://host").warning == nil)
    }
}
