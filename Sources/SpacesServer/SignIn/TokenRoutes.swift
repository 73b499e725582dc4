import HTTPTypes
import Hummingbird

/// Where programs exchange what they have for tokens, and give them back (RFC 6749 §3.2, RFC 7009).
struct TokenRoutes: Sendable {
    let store: Store
    let tokens: TokenIssuer
    let offersDeviceCode: Bool

    /// The grant of devices has no short name (RFC 8628 §3.4).
    static let deviceGrant = "urn:ietf:params:oauth:grant-type:device_code"

    var routes: [RouteTable.Route] {
        [
            .init(.post, open: SignInPath.token) { call in
                try await Self.refusing { try await exchange(call) }
            },
            .init(.post, open: SignInPath.revoke) { call in
                try await Self.refusing { try await revoke(call) }
            },
        ]
    }

    /// Turns a refusal into its answer.
    static func refusing(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let error as OAuthError {
            return .refusal(error)
        } catch is Form.Malformed {
            return .refusal(OAuthError(.invalidRequest, "the body is not a form"))
        }
    }

    private func exchange(_ call: OpenCall) async throws -> Response {
        let form = try await call.form()
        let client = try ClientAuthentication.client(of: form, authorization: call.request.headers[.authorization])
        switch form["grant_type"] {
        case "authorization_code": return try await redeem(form, client, call)
        case "refresh_token": return try await renew(form, client, call)
        case Self.deviceGrant where offersDeviceCode: return try await redeemDevice(form, client, call)
        case nil: throw OAuthError(.invalidRequest, "grant_type is missing")
        default: throw OAuthError(.unsupportedGrantType, "this grant_type is not offered")
        }
    }

    private func redeem(_ form: Form, _ client: RegisteredClient, _ call: OpenCall) async throws -> Response {
        guard let code = form["code"] else { throw OAuthError(.invalidRequest, "code is missing") }
        let opened = try await store.redeemCode(
            code, client: client.id, redirect: form["redirect_uri"], verifier: form["code_verifier"], tokens.periods
        ).get()
        return try await tokens.response(to: opened, issuer: call.publicURL)
    }

    private func renew(_ form: Form, _ client: RegisteredClient, _ call: OpenCall) async throws -> Response {
        guard let token = form["refresh_token"] else { throw OAuthError(.invalidRequest, "refresh_token is missing") }
        let opened = try await store.renewSession(
            token, client: client.id, scope: form["scope"].map(Scope.init), tokens.periods
        ).get()
        return try await tokens.response(to: opened, issuer: call.publicURL, scope: form["scope"].map(Scope.init))
    }

    private func redeemDevice(_ form: Form, _ client: RegisteredClient, _ call: OpenCall) async throws -> Response {
        guard let code = form["device_code"] else { throw OAuthError(.invalidRequest, "device_code is missing") }
        let opened = try await store.redeemDeviceCode(code, client: client.id, tokens.periods).get()
        return try await tokens.response(to: opened, issuer: call.publicURL)
    }

    /// Ends the session of a token; an unknown one is no failure, because then it is as good as revoked.
    private func revoke(_ call: OpenCall) async throws -> Response {
        let form = try await call.form()
        let client = try ClientAuthentication.client(of: form, authorization: call.request.headers[.authorization])
        guard let token = form["token"] else { throw OAuthError(.invalidRequest, "token is missing") }
        if let id = try await tokens.claims(of: token, .access, issuer: call.publicURL)?["sid"] {
            try await store.endSession(id: id, client: client.id)
        } else {
            try await store.endSession(refreshToken: token, client: client.id)
        }
        return Response(status: .ok, headers: [.cacheControl: "no-store"])
    }
}
