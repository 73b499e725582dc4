import Crypto
import Foundation
import Synchronization

@testable import SpacesClient

/// A server with an OpenID provider whose clock, whose faults and whose lies a test chooses.
final class TestProvider: Sendable {
    /// One thing that is not as it should be.
    enum Lie: CaseIterable, Sendable {
        case issuer, plainEndpoint, tokenIssuer, audience, otherParty, nonce, noAlgorithm, sharedSecret, foreignKey
        case unknownKey, expired, fromFuture, accessTokenHash, answerIssuer, noIDToken, foreignToken
        case hugeDocument, deepDocument, redirectingTokens
    }

    struct State: Sendable {
        var port = 0
        var lie: Lie?
        /// What the provider's clock says.
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var lifetime = 300
        var product = "OpenCloud"
        var offersDevice = false
        /// Answers to polls before the device code is entered.
        var devicePolls: [String] = []
        /// The next renewal is done and its answer lost.
        var losesNextAnswer = false
        /// Renewals are answered so.
        var renewalSteps: [FaultyServer.Step]?
        /// Everything at the token endpoint is answered with this status.
        var trouble: Int?
        var isRotating = true
        /// Seconds that the refresh token before the last is still taken; none lock out whoever lost an answer.
        var count = 0
        var renewals = 0
        var refreshToken = ""
        var earlierRefreshToken = ""
        var accessTokens: [String: Date] = [:]
        var codes: [String: [String: String]] = [:]
        var revoked: [String] = []
        var forms: [[String: String]] = []
    }

    let state = Mutex(State())
    private let key = P256.Signing.PrivateKey()
    private let otherKey = P256.Signing.PrivateKey()

    var issuer: String { "http://127.0.0.1:\(state.withLock(\.port))" }
    var renewals: Int { state.withLock(\.renewals) }

    @discardableResult
    static func run<Value: Sendable>(
        _ change: (inout State) -> Void = { _ in }, _ test: (TestProvider, FaultyServer) async throws -> Value
    ) async throws -> Value {
        let provider = TestProvider()
        provider.state.withLock { change(&$0) }
        return try await FaultyServer.run(script: { provider.steps(for: $0) }) { server in
            provider.state.withLock { $0.port = server.port }
            return try await test(provider, server)
        }
    }

    /// What the browser does: it signs the person in and is sent back to the program.
    func redirect(from address: String, changing change: (inout [(String, String)]) -> Void = { _ in }) -> String {
        let asked = Self.parameters(address.split(separator: "?", maxSplits: 1).last ?? "")
        let lie = state.withLock(\.lie)
        let code: String = state.withLock {
            $0.count += 1
            let code = "code-\($0.count)"
            $0.codes[code] = asked
            return code
        }
        var answer = [
            ("code", code), ("state", asked["state"] ?? ""),
            ("iss", lie == .answerIssuer ? "https://evil.example" : issuer),
        ]
        change(&answer)
        return (asked["redirect_uri"] ?? "") + "/?" + FormText.written(answer.map { (name: $0.0, value: $0.1) })
    }

    private func steps(for request: FaultyServer.Request) -> [FaultyServer.Step] {
        let path = request.line.split(separator: " ").last.map { String($0.prefix { $0 != "?" }) } ?? ""
        let form = Self.parameters(request.body)
        switch path {
        case "/.well-known/openid-configuration": return [discovery()]
        case "/status.php": return [.answer(200, "{\"productname\":\"\(state.withLock(\.product))\"}")]
        case "/keys": return [.answer(200, keys())]
        case "/token": return token(form)
        case "/device":
            return [
                .answer(
                    200,
                    "{\"device_code\":\"device\",\"user_code\":\"AB\\u001b[2J-CD\",\"verification_uri\":\"https://idp.example/device\",\"interval\":5,\"expires_in\":60}"
                )
            ]
        case "/revoke":
            state.withLock { $0.revoked.append(form["token"] ?? "") }
            return [.answer(200)]
        case "/graph/v1.0/me":
            let token = request.headers["authorization"]?.replacing("Bearer ", with: "") ?? ""
            let isGood = state.withLock { state in
                state.lie != .foreignToken && state.accessTokens[token].map { $0 > state.now } ?? false
            }
            if isGood {
                return [.answer(200, "{\"id\":\"u1\",\"displayName\":\"Ada\",\"onPremisesSamAccountName\":\"ada\"}")]
            }
            return [.answer(401, headers: "WWW-Authenticate: Bearer realm=\"x, Digest y\", charset=\"UTF-8\"\r\n")]
        case "/api/v0/settings/permissions-list": return [.answer(200, "{\"permissions\":[\"Drives.List.all\"]}")]
        default: return [.answer(404, "404 page not found\n", type: "text/plain")]
        }
    }

    private func discovery() -> FaultyServer.Step {
        let state = state.withLock(\.self)
        switch state.lie {
        case .hugeDocument: return .answer(200, "{\"issuer\":\"" + String(repeating: "x", count: 300_000) + "\"}")
        case .deepDocument:
            return .answer(200, String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000))
        default: break
        }
        let said = state.lie == .issuer ? "\(issuer)/other" : issuer
        let token = state.lie == .plainEndpoint ? "http://idp.example/token" : "\(issuer)/token"
        let device = state.offersDevice ? ",\"device_authorization_endpoint\":\"\(issuer)/device\"" : ""
        return .answer(
            200,
            """
            {"issuer":"\(said)","authorization_endpoint":"\(issuer)/authorize","token_endpoint":"\(token)",\
            "jwks_uri":"\(issuer)/keys","revocation_endpoint":"\(issuer)/revoke"\(device)}
            """)
    }

    private func keys() -> String {
        let bytes = Array(key.publicKey.x963Representation.dropFirst())
        return """
            {"keys":[{"kty":"oct","kid":"k","k":"c2VjcmV0"},{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"k",\
            "x":"\(Base64URL.encoded(Array(bytes.prefix(32))))","y":"\(Base64URL.encoded(Array(bytes.suffix(32))))"}]}
            """
    }

    private func token(_ form: [String: String]) -> [FaultyServer.Step] {
        let steps: [FaultyServer.Step]? = state.withLock { state in
            guard form["grant_type"] == "refresh_token", let steps = state.renewalSteps else { return nil }
            state.forms.append(form)
            return steps
        }
        if let steps { return steps }
        let outcome: (status: Int, body: String, isLost: Bool) = state.withLock { state in
            state.forms.append(form)
            if let trouble = state.trouble { return (trouble, "", false) }
            if state.lie == .redirectingTokens { return (302, "", false) }
            var nonce: String?
            switch form["grant_type"] {
            case "authorization_code":
                guard let asked = state.codes.removeValue(forKey: form["code"] ?? ""),
                    RandomText.challenge(of: form["code_verifier"] ?? "") == asked["code_challenge"],
                    form["redirect_uri"] == asked["redirect_uri"]
                else { return (400, "{\"error\":\"invalid_grant\",\"error_description\":\"no such code\"}", false) }
                nonce = asked["nonce"]
            case "refresh_token":
                let token = form["refresh_token"] ?? ""
                guard token == state.refreshToken || token == state.earlierRefreshToken, !token.isEmpty else {
                    return (400, "{\"error\":\"invalid_grant\"}", false)
                }
                state.renewals += 1
            default:
                if !state.devicePolls.isEmpty {
                    return (400, "{\"error\":\"\(state.devicePolls.removeFirst())\"}", false)
                }
            }
            state.count += 1
            let access = "access-\(state.count)"
            if state.isRotating || state.refreshToken.isEmpty {
                state.earlierRefreshToken = state.refreshToken
                state.refreshToken = "refresh-\(state.count)"
            }
            state.accessTokens[access] = state.now.addingTimeInterval(Double(state.lifetime))
            var answer =
                "{\"access_token\":\"\(access)\",\"token_type\":\"Bearer\",\"expires_in\":\(state.lifetime),\"refresh_token\":\"\(state.refreshToken)\""
            if state.lie != .noIDToken {
                answer += ",\"id_token\":\"\(idToken(state, nonce: nonce, access: access))\""
            }
            defer { state.losesNextAnswer = false }
            return (200, answer + "}", state.losesNextAnswer)
        }
        if outcome.isLost { return [.reset] }
        let headers = outcome.status == 302 ? "Location: https://evil.example/token\r\n" : ""
        return [.answer(outcome.status, outcome.body, headers: headers + "Date: \(httpDate)\r\n")]
    }

    private func idToken(_ state: State, nonce: String?, access: String) -> String {
        let lie = state.lie
        let now = Int(state.now.timeIntervalSince1970)
        var claims: [String: Any] = [
            "iss": lie == .tokenIssuer ? "https://evil.example" : "http://127.0.0.1:\(state.port)", "sub": "subject-1",
            "aud": lie == .audience ? ["another"] : ["OpenCloudDesktop"],
            "exp": now + (lie == .expired ? -600 : 300), "iat": now + (lie == .fromFuture ? 600 : 0),
            "at_hash": Base64URL.encoded(
                Array(SHA256.hash(data: Data((lie == .accessTokenHash ? "x" : access).utf8)).prefix(16))),
        ]
        if let nonce { claims["nonce"] = lie == .nonce ? "guess" : nonce }
        if lie == .otherParty {
            claims["aud"] = ["OpenCloudDesktop", "another"]
            claims["azp"] = "another"
        }
        let algorithm = lie == .noAlgorithm ? "none" : lie == .sharedSecret ? "HS256" : "ES256"
        let text =
            Self.part(["alg": algorithm, "kid": lie == .unknownKey ? "x" : "k"]) + "." + Self.part(claims)
        let data = Data(text.utf8)
        do {
            switch lie {
            case .noAlgorithm: return text + "."
            case .sharedSecret:
                let code = HMAC<SHA256>.authenticationCode(for: data, using: SymmetricKey(data: Data("secret".utf8)))
                return text + "." + Base64URL.encoded(Array(code))
            default:
                let signature = try (lie == .foreignKey ? otherKey : key).signature(for: data)
                return text + "." + Base64URL.encoded(Array(signature.rawRepresentation))
            }
        } catch {
            return ""
        }
    }

    /// The provider's clock, as it stands in its answers.
    private var httpDate: String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.string(from: state.withLock(\.now))
    }

    private static func part(_ value: [String: Any]) -> String {
        do {
            return Base64URL.encoded(Array(try JSONSerialization.data(withJSONObject: value)))
        } catch {
            return ""
        }
    }

    private static func parameters(_ text: some StringProtocol) -> [String: String] {
        Dictionary(FormText.read(text).map { ($0.name, $0.value) }) { first, _ in first }
    }
}

/// Clocks that stand still until a test moves them, and waiting that takes no time.
final class TestClock: Sendable {
    struct Reading {
        var wall: Date
        var uptime: Duration = .seconds(1000)
        var pauses: [Duration] = []
    }

    let reading: Mutex<Reading>

    init(wall: Date = Date(timeIntervalSince1970: 1_800_000_000)) {
        reading = Mutex(Reading(wall: wall))
    }

    func advance(_ seconds: Int, wallBy wall: Int? = nil) {
        reading.withLock {
            $0.uptime += .seconds(seconds)
            $0.wall += Double(wall ?? seconds)
        }
    }

    /// A clock whose pauses pass at once.
    var clock: SignInClock {
        SignInClock(
            now: { self.reading.withLock(\.wall) }, uptime: { self.reading.withLock(\.uptime) },
            pause: { duration throws(CancellationError) in
                self.reading.withLock {
                    $0.uptime += duration
                    $0.pauses.append(duration)
                }
            })
    }
}
