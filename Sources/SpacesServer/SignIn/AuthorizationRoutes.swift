import HTTPTypes
import Hummingbird

/// The page where a person signs in, and the way back to the client that asked (RFC 6749 §4.1).
struct AuthorizationRoutes: Sendable {
    let store: Store
    let authenticator: Authenticator
    let formGuard: FormGuard
    let periods: SignInPeriods

    var routes: [RouteTable.Route] {
        [
            .init(.get, open: SignInPath.authorize, show),
            .init(.post, open: SignInPath.authorize, submit),
        ]
    }

    private func show(_ call: OpenCall) async throws -> Response {
        try await answering(call) { ask(try request(in: try call.query(), call), call) }
    }

    private func submit(_ call: OpenCall) async throws -> Response {
        try await answering(call) {
            let posted = try await call.form()
            // A request may be posted, too (OpenID Connect Core §3.1.2.1); the page's own form has a ticket in it.
            guard posted[FormGuard.field] != nil else { return ask(try request(in: posted, call), call) }
            return try await decide(try request(in: try call.query(), call), posted, call)
        }
    }

    private func request(in form: Form, _ call: OpenCall) throws -> AuthorizationRequest {
        try AuthorizationRequest(form, publicURL: call.publicURL)
    }

    /// Turns a refusal into its answer.
    private func answering(_ call: OpenCall, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch AuthorizationRequest.Refusal.page(let sentence) {
            return Page.message("Cannot sign in", sentence).response(status: .badRequest)
        } catch AuthorizationRequest.Refusal.redirect(let redirect, let error, let state) {
            return Self.refuse(error, to: redirect, state: state, call)
        } catch is Form.Malformed {
            return Page.message("Cannot sign in", "The address that led here is garbled.").response(
                status: .badRequest)
        }
    }

    private func ask(
        _ request: AuthorizationRequest, _ call: OpenCall, username: String? = nil, complaint: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let ticket = formGuard.ticket(for: request.query, call)
        let page = SignInPage(
            request: request, formToken: ticket.formToken, username: username, complaint: complaint
        ).page
        var response = page.response(status: status)
        response.headers[.setCookie] = ticket.setCookie
        return response
    }

    private func decide(_ request: AuthorizationRequest, _ form: Form, _ call: OpenCall) async throws -> Response {
        guard formGuard.accepts(form, for: request.query, call) else {
            return ask(
                request, call, username: form["username"],
                complaint: "This page was out of date, or the browser keeps no cookies. Please try again.",
                status: .forbidden)
        }
        if form["decision"] == "cancel" {
            return Self.refuse(
                OAuthError(.accessDenied, "the person does not want to sign in"), to: request.redirect,
                state: request.state, call)
        }
        let credentials = SignInCredentials(form)
        switch try await credentials.verdict(by: authenticator) {
        case .success(let user):
            let code = try await store.addCode(for: request, user: user, periods)
            return request.redirect.response(
                [("code", code)] + Self.state(request.state) + [("iss", call.publicURL)])
        case .failure(let refusal):
            var response = ask(
                request, call, username: credentials.username, complaint: refusal.sentence, status: refusal.status)
            if let seconds = refusal.retryAfter { response.headers[.retryAfter] = String(seconds) }
            return response
        }
    }

    private static func refuse(
        _ error: OAuthError, to redirect: RedirectURI, state: String?, _ call: OpenCall
    ) -> Response {
        redirect.response(
            [("error", error.code.rawValue), ("error_description", error.description)] + Self.state(state)
                + [("iss", call.publicURL)])
    }

    private static func state(_ state: String?) -> [(key: String, value: String)] {
        state.map { [("state", $0)] } ?? []
    }
}
