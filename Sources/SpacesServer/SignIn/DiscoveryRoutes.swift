import HTTPTypes
import Hummingbird

/// What a client reads before it signs anybody in: where, how, and the key (OpenID Connect Discovery 1.0 §3, RFC 8414).
struct DiscoveryRoutes: Sendable {
    let keys: KeyRing
    let offersDeviceCode: Bool

    var routes: [RouteTable.Route] {
        [
            .init(.get, open: "/.well-known/openid-configuration", metadata),
            .init(.get, open: SignInPath.keys, keySet),
        ]
    }

    /// The real server's provider leaves out `code`, the grant types and the challenge methods, though it has them: here
    /// they are told, because a client that reads them cannot know that they are there otherwise.
    private func metadata(_ call: OpenCall) async throws -> Response {
        let issuer = call.publicURL
        return .json {
            $0.object {
                $0.member("authorization_endpoint", issuer + SignInPath.authorize)
                $0.member("authorization_response_iss_parameter_supported", true)
                $0.list(
                    "claims_supported",
                    ["iss", "sub", "aud", "exp", "iat", "auth_time", "sid", "email", "name", "preferred_username"])
                $0.list("code_challenge_methods_supported", ["S256", "plain"])
                if offersDeviceCode { $0.member("device_authorization_endpoint", issuer + SignInPath.device) }
                $0.member("end_session_endpoint", issuer + SignInPath.endSession)
                $0.list(
                    "grant_types_supported",
                    ["authorization_code", "refresh_token"]
                        + (offersDeviceCode ? [TokenRoutes.deviceGrant] : []))
                $0.list("id_token_signing_alg_values_supported", [SigningKey.algorithm])
                $0.member("issuer", issuer)
                $0.member("jwks_uri", issuer + SignInPath.keys)
                $0.member("request_parameter_supported", false)
                $0.member("request_uri_parameter_supported", false)
                $0.list("response_modes_supported", ["query"])
                $0.list("response_types_supported", ["code"])
                $0.member("revocation_endpoint", issuer + SignInPath.revoke)
                $0.list("scopes_supported", Scope.known)
                $0.list("subject_types_supported", ["public"])
                $0.member("token_endpoint", issuer + SignInPath.token)
                $0.list(
                    "token_endpoint_auth_methods_supported", ["client_secret_basic", "client_secret_post", "none"])
                $0.member("userinfo_endpoint", issuer + SignInPath.userinfo)
            }
        }
    }

    private func keySet(_ call: OpenCall) async throws -> Response {
        let key = try await keys.current()
        var response = Response.json {
            $0.object {
                $0.array("keys") { key.write(to: &$0) }
            }
        }
        response.headers[.contentType] = "application/jwk-set+json"
        return response
    }
}

extension JSONWriter {
    /// A list of texts.
    fileprivate mutating func list(_ name: StaticString, _ texts: [String]) {
        array(name) { array in
            for text in texts { array.string(text) }
        }
    }
}
