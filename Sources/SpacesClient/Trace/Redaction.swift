import Foundation
import SpacesModel
import Texts

/// What of requests and answers may be written down: THE place that decides it.
///
/// It is a list of what is known to be harmless. Of everything else only the length is told, and of what is known to be
/// secret not even that, as it would tell how long a password is.
struct Redaction: Sendable {
    /// What stands in the place of a secret.
    static let mark = "[left out]"
    /// Headers have no end of their own; nobody reads more of one.
    static let longest = 1000
    /// Shorter texts occur by chance, and to replace them everywhere would tell what they are.
    private static let shortest = 6

    /// The secrets of a request, which a server may send back in any place.
    private let secrets: [String]

    /// `authorization` is the header, `form` the body of a request to an identity provider.
    init(authorization: String? = nil, form: [(name: String, value: String)] = []) {
        var secrets = form.filter { Self.secretParameters.contains($0.name) }.map(\.value)
        if let authorization {
            let words = authorization.split(separator: " ", maxSplits: 1).map(String.init)
            if let credentials = words.last, words.count == 2 { secrets.append(credentials) }
            if words.first == "Basic", let data = words.last.flatMap({ Data(base64Encoded: $0) }),
                let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
            {
                secrets.append(String(text[text.index(after: colon)...]))
            }
        }
        let escaped = secrets.map { PercentEncoding.encoded($0) }
        // The longest first, so that no part of one stays where another was found in it.
        self.secrets = Set(secrets + escaped).filter { $0.utf8.count >= Self.shortest }
            .sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }
    }

    /// The value of a header as it may be written down.
    func header(_ name: String, _ value: String) -> String {
        let name = name.lowercased()
        if Self.credentialHeaders.contains(name) { return credentials(value) }
        if Self.secretHeaders.contains(name) { return Self.mark }
        if Self.addressHeaders.contains(name) { return address(value) }
        return Self.harmlessHeaders.contains(name) ? shown(value) : Self.length(value)
    }

    /// An address as it may be written down: without user and password, and of its query only what is known.
    func address(_ text: String) -> String {
        let fragment = text.firstIndex(of: "#") ?? text.endIndex
        let question = text[..<fragment].firstIndex(of: "?") ?? fragment
        var result = Self.withoutUser(text[..<question])
        if question < fragment {
            let query = text[text.index(after: question)..<fragment]
            result +=
                "?"
                + query.split(separator: "&", omittingEmptySubsequences: false).map(parameter).joined(separator: "&")
        }
        if fragment < text.endIndex { result += "#" + Self.length(text[text.index(after: fragment)...]) }
        return shown(result)
    }

    /// Words that are no secret by themselves, such as the reason of a failure.
    func shown(_ text: some StringProtocol) -> String {
        var text = Sign.shown(String(text))
        for secret in secrets { text = text.replacing(secret, with: Self.mark) }
        return text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
    }

    /// The way of proving oneself, without the proof.
    private func credentials(_ value: String) -> String {
        let scheme = value.prefix { $0 != " " }
        return Self.schemes.contains(scheme.lowercased()) ? "\(scheme) \(Self.mark)" : Self.mark
    }

    private func parameter(_ text: Substring) -> String {
        let name = text.prefix { $0 != "=" }
        let plain = String(name).removingPercentEncoding ?? ""
        if Self.harmlessParameters.contains(plain) { return String(text) }
        if Self.secretParameters.contains(plain) { return "\(name)=\(Self.mark)" }
        // Not even an unknown name: a token may stand there alone.
        return Self.length(text)
    }

    private static func withoutUser(_ address: Substring) -> String {
        let start = address.range(of: "//")?.upperBound ?? address.startIndex
        let end = address[start...].firstIndex(of: "/") ?? address.endIndex
        guard let at = address[start..<end].lastIndex(of: "@") else { return String(address) }
        return address[..<start] + mark + address[at...]
    }

    private static func length(_ text: some StringProtocol) -> String {
        text.count == 1 ? "[1 character]" : "[\(text.count) characters]"
    }
}

extension Redaction {
    private static let credentialHeaders: Set<String> = ["authorization", "proxy-authorization"]
    private static let secretHeaders: Set<String> = ["cookie", "set-cookie"]
    private static let addressHeaders: Set<String> = [
        "content-location", "destination", "location", "origin", "referer",
    ]
    private static let schemes: Set<String> = ["basic", "bearer", "digest", "negotiate"]

    private static let harmlessHeaders: Set<String> = [
        "accept", "accept-encoding", "accept-ranges", "age", "allow", "alt-svc", "cache-control", "connection",
        "content-disposition", "content-encoding", "content-language", "content-length", "content-range",
        "content-type",
        "date", "dav", "depth", "etag", "expires", "host", "if-match", "if-modified-since", "if-none-match",
        "if-unmodified-since", "keep-alive", "last-modified", "oc-etag", "oc-fileid", "overwrite", "pragma",
        "proxy-authenticate", "purge", "range", "request-id", "restore", "retry-after", "server",
        "strict-transport-security", "transfer-encoding", "upgrade", "user-agent", "vary", "via", "warning",
        "www-authenticate", "x-content-type-options", "x-frame-options", "x-graph-version", "x-request-id",
    ]

    /// Those of the API (OData 4.01, OCS).
    private static let harmlessParameters: Set<String> = [
        "$count", "$expand", "$filter", "$orderby", "$search", "$select", "$skip", "$top", "format", "template",
    ]

    /// Those of OAuth 2.0, OpenID Connect and of pages that ask for passwords.
    private static let secretParameters: Set<String> = [
        "access_token", "app_token", "assertion", "client_assertion", "client_secret", "code", "code_challenge",
        "code_verifier", "device_code", "id_token", "id_token_hint", "nonce", "password", "refresh_token",
        "session_state",
        "signature", "state", "token", "user_code",
    ]
}
