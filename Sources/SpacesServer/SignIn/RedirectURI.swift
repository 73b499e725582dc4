import HTTPTypes
import Hummingbird

/// An address that a client may have an answer sent to: there is none that the client's registration does not allow.
struct RedirectURI: Sendable, Equatable {
    let text: String
    /// Who gets the answer, for the person who signs in, such as `127.0.0.1:41234`.
    let place: String
    /// What a page must allow its form to lead to: browsers hold the redirect after a form to the page's policy, too.
    let formTarget: String

    /// Nil for an address that the client is not registered for.
    init?(_ text: String, of client: RegisteredClient, publicURL: String) {
        switch client.redirects {
        case .paths(let paths):
            guard paths.contains(where: { publicURL + $0 == text }) else { return nil }
            place = "this server"
            formTarget = "'self'"
        case .exactly(let addresses):
            guard addresses.contains(text), let scheme = text.split(separator: ":").first else { return nil }
            place = "the app"
            formTarget = "\(scheme):"
        case .loopback:
            let loopback =
                /http:\/\/(?<place>(?<host>127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?)([\/?][A-Za-z0-9\-._~!$&'()*+,;=:@%\/?]*)?/
            guard let match = text.wholeMatch(of: loopback) else { return nil }
            place = String(match.output.place)
            // A policy has no spelling for an IPv6 address.
            formTarget = match.output.host == "[::1]" ? "http:" : "http://\(place)"
        }
        self.text = text
    }

    /// The address with an answer in its query.
    func adding(_ fields: [(key: String, value: String)]) -> String {
        text + (text.contains("?") ? "&" : "?") + Form.encode(fields)
    }

    /// Sends the browser there with an answer, which nobody may keep.
    func response(_ fields: [(key: String, value: String)]) -> Response {
        Response(
            status: .found,
            headers: [.location: adding(fields), .cacheControl: "no-store", .referrerPolicy: "no-referrer"])
    }
}
