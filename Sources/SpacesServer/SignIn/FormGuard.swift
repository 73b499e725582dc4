import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// Makes sure that a form comes back from the browser that it was given to, with the question that it was about.
///
/// A page elsewhere could otherwise send a form of its own, and sign a person in with a foreign name without their knowing.
/// The browser keeps a random value in a cookie, the form has that value signed together with what the form is about.
struct FormGuard: Sendable {
    /// Name of the hidden field.
    static let field = "form_token"
    private static let cookie = "spaces-sign-in"

    /// Of this process: a form from before a restart is asked for again.
    private let key = SymmetricKey(size: .bits256)

    /// What a form needs, and the cookie that goes with it.
    struct Ticket: Sendable {
        let formToken: String
        let setCookie: String
    }

    /// A ticket for a form about something; a browser that has the cookie keeps it, so that two pages can be open.
    func ticket(for subject: String, _ call: OpenCall) -> Ticket {
        let value = Self.cookie(of: call) ?? RandomToken.make()
        let secure = call.publicURL.hasPrefix("https:") ? "; Secure" : ""
        return Ticket(
            formToken: signature(of: value, subject).base64URL,
            setCookie: "\(Self.cookie)=\(value); Path=/signin; HttpOnly; SameSite=Lax\(secure)")
    }

    /// Whether a form came back with its ticket.
    func accepts(_ form: Form, for subject: String, _ call: OpenCall) -> Bool {
        guard let value = Self.cookie(of: call), let token = form[Self.field], let mac = Data(base64URL: token) else {
            return false
        }
        return HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: Self.text(value, subject), using: key)
    }

    private func signature(of value: String, _ subject: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Self.text(value, subject), using: key))
    }

    private static func text(_ value: String, _ subject: String) -> Data {
        Data("\(value)\n\(subject)".utf8)
    }

    private static func cookie(of call: OpenCall) -> String? {
        for header in call.request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, String(parts[0]).trimmed == cookie else { continue }
                let value = String(parts[1]).trimmed
                // One of ours, not one that somebody put there to be sent back.
                if Data(base64URL: value)?.count == 32 { return value }
            }
        }
        return nil
    }
}
