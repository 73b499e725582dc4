import HTTPTypes
import Hummingbird

/// How a device without a browser is signed in: it shows a code, and a person enters it elsewhere (RFC 8628).
struct DeviceRoutes: Sendable {
    let store: Store
    let authenticator: Authenticator
    let formGuard: FormGuard
    let periods: SignInPeriods

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.post, open: SignInPath.device) { call in try await TokenRoutes.refusing { try await begin(call) } },
            .init(.get,  open: SignInPath.devicePage) { call in try await answering { try await show(call) } },
            .init(.post, open: SignInPath.devicePage) { call in try await answering { try await decide(call) } },
        ]
    }

    private static let unknownCode = "No device waits with this code: it is mistyped, used or too old."

    private func begin(_ call: OpenCall) async throws -> Response {
        let form = try await call.form()
        let client = try ClientAuthentication.client(of: form, authorization: call.request.headers[.authorization])
        let codes = try await store.addDeviceRequest(of: client, scope: Scope(form["scope"] ?? ""), periods)
        let page = call.publicURL + SignInPath.devicePage
        return .unstoredJSON {
            $0.member("device_code", codes.deviceCode)
            $0.member("expires_in", periods.deviceCode)
            $0.member("interval", periods.devicePolling)
            $0.member("user_code", codes.userCode)
            $0.member("verification_uri", page)
            $0.member("verification_uri_complete", "\(page)?user_code=\(codes.userCode)")
        }
    }

    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch is Form.Malformed {
            return DevicePages.codePage(complaint: Self.unknownCode).response(status: .badRequest)
        }
    }

    private func show(_ call: OpenCall) async throws -> Response {
        guard let typed = try call.query()["user_code"] else { return DevicePages.codePage().response() }
        guard let request = try await waiting(typed) else {
            return DevicePages.codePage(complaint: Self.unknownCode).response(status: .notFound)
        }
        return ask(request, call)
    }

    private func decide(_ call: OpenCall) async throws -> Response {
        let form = try await call.form()
        guard let request = try await waiting(form["user_code"] ?? "") else {
            return DevicePages.codePage(complaint: Self.unknownCode).response(status: .notFound)
        }
        guard formGuard.accepts(form, for: request.userCode, call) else {
            return ask(
                request, call, username: form["username"],
                complaint: "This page was out of date, or the browser keeps no cookies. Please try again.",
                status: .forbidden)
        }
        if form["decision"] == "cancel" {
            _ = try await store.answerDeviceRequest(userCode: request.userCode, user: nil)
            return Page.message("Not signed in", "The device was refused. You can close this page.").response()
        }
        let credentials = SignInCredentials(form)
        switch try await credentials.verdict(by: authenticator) {
        case .success(let user):
            guard try await store.answerDeviceRequest(userCode: request.userCode, user: user) else {
                return DevicePages.codePage(complaint: Self.unknownCode).response(status: .notFound)
            }
            return Page.message("Signed in", "The device goes on by itself. You can close this page.").response()
        case .failure(let refusal):
            var response = ask(
                request, call, username: credentials.username, complaint: refusal.sentence, status: refusal.status)
            if let seconds = refusal.retryAfter { response.headers[.retryAfter] = String(seconds) }
            return response
        }
    }

    private func waiting(_ typed: String) async throws -> Store.DeviceRequest? {
        guard let code = UserCode.read(typed) else { return nil }
        return try await store.deviceRequest(userCode: code)
    }

    private func ask(
        _ request: Store.DeviceRequest, _ call: OpenCall, username: String? = nil, complaint: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let ticket = formGuard.ticket(for: request.userCode, call)
        let page = DevicePages.signInPage(
            request, formToken: ticket.formToken, username: username, complaint: complaint)
        var response = page.response(status: status)
        response.headers[.setCookie] = ticket.setCookie
        return response
    }
}
