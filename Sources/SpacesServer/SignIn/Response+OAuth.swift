import HTTPTypes
import Hummingbird

extension Response {
    /// JSON with secrets in it, which nobody on the way may keep (RFC 6749 §5.1).
    static func unstoredJSON(
        status: HTTPResponse.Status = .ok, _ members: (inout JSONWriter) -> Void
    ) -> Response {
        var response = Response.json(status: status) { $0.object(members) }
        response.headers[.cacheControl] = "no-store"
        response.headers[.pragma] = "no-cache"
        return response
    }

    /// A refusal of the endpoints that programs talk to (RFC 6749 §5.2).
    static func refusal(_ error: OAuthError) -> Response {
        var response = Response.unstoredJSON(status: error.status) {
            $0.member("error", error.code.rawValue)
            $0.member("error_description", error.description)
        }
        if error.status == .unauthorized {
            response.headers[.wwwAuthenticate] = "Basic realm=\"token\", charset=\"UTF-8\""
        }
        return response
    }
}
