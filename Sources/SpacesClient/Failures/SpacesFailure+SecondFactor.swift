import Localization
import SpacesModel

extension SpacesFailure {
    /// The failure of an answer that wants a second factor first, on whatever route: 403 with `X-Ocis-Mfa-Required: true` and
    /// mostly without a body (ownCloud Infinite Scale 7.3 and later); `nil` for every other answer.
    static func secondFactorRequired(
        _ operation: Operation, _ answer: ServerAnswer, by server: ServerConnection
    ) -> SpacesFailure? {
        let words = (answer.headers["x-ocis-mfa-required"] ?? "").split(separator: ",")
        guard answer.status == 403,
            words.contains(where: { SpaceRules.trimmed(String($0)).lowercased() == "true" })
        else { return nil }
        return make(
            operation, .secondFactorRequired,
            reason: localized(
                "\(server.address.authority) requires a second factor at sign-in (multi-factor authentication)"),
            advice: server.credentials.isPassword
                ? localized("A password or an app token cannot bring one: do it in the web interface.")
                : localized("This version of spaces cannot ask for one yet: do it in the web interface."),
            details: Details(answer))
    }
}
