import HTTPTypes
import Hummingbird

/// Who is signed in, and how that ends (OpenID Connect Core §5.3, RP-Initiated Logout 1.0).
struct SessionRoutes: Sendable {
    let store: Store
    let tokens: TokenIssuer

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,  open: SignInPath.userinfo,    userinfo),
            .init(.post, open: SignInPath.userinfo,    userinfo),
            .init(.get,  open: SignInPath.endSession) { call in try await end(call) { try call.query() } },
            .init(.post, open: SignInPath.endSession) { call in try await end(call) { try await call.form() } },
        ]
    }

    private func userinfo(_ call: OpenCall) async throws -> Response {
        let parts = (call.request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let (user, _, scope) = try await tokens.bearer(of: String(parts[1]).trimmed, issuer: call.publicURL)
        else {
            return Response(
                status: .unauthorized,
                headers: [
                    .wwwAuthenticate: parts.isEmpty ? "Bearer" : "Bearer error=\"invalid_token\"",
                    .cacheControl: "no-store",
                ])
        }
        return .unstoredJSON {
            $0.member("sub", user.id)
            TokenIssuer.writeClaims(of: user, scope, to: &$0)
        }
    }

    /// Signs out: ends the session of the id token or of the refresh token that is shown.
    private func end(_ call: OpenCall, _ form: () async throws -> Form) async throws -> Response {
        let fields: Form
        do {
            fields = try await form()
        } catch is Form.Malformed {
            return Page.message("Cannot sign out", "The address that led here is garbled.").response(
                status: .badRequest)
        }
        var client = fields["client_id"]
        if let hint = fields["id_token_hint"],
            let claims = try await tokens.claims(of: hint, .identity, issuer: call.publicURL)
        {
            // Only the client that a token was made for is led back to.
            client = claims["aud"]
            if let id = claims["sid"] { try await store.endSession(id: id) }
        }
        if let token = fields["refresh_token"] { try await store.endSession(refreshToken: token) }
        if let address = fields["post_logout_redirect_uri"], let client = client.flatMap(RegisteredClient.withID),
            let redirect = RedirectURI(address, of: client, publicURL: call.publicURL)
        {
            return redirect.response(fields["state"].map { [("state", $0)] } ?? [])
        }
        return Page.message("Signed out", "You can close this page.").response()
    }
}
