import SpacesModel

/// What a person enters in a browser anywhere to sign in this program (RFC 8628 §3.2).
package struct DeviceCode: Sendable {
    /// The code to enter.
    package let userCode: String
    /// Where to enter it.
    package let address: String
    /// An address that has the code in it already, where there is one.
    package let completeAddress: String?
    /// How long there is time for it.
    package let lifetime: Duration
    let deviceCode: SecretText
    var interval: Duration

    /// `nil` when something is missing or the address is none to send people to.
    init?(_ document: JSONNode) {
        guard let device = document["device_code"]?.text, !device.isEmpty, let user = document["user_code"]?.text,
            !user.isEmpty,
            let address = WebAddress(
                document["verification_uri"]?.text ?? document["verification_url"]?.text ?? "")
        else { return nil }
        deviceCode = SecretText(device)
        userCode = String(user.prefix(64))
        self.address = address.description
        completeAddress = document["verification_uri_complete"]?.text.flatMap { WebAddress($0)?.description }
        lifetime = .seconds(max(1, min(document["expires_in"]?.integer ?? 600, 3600)))
        interval = .seconds(max(1, min(document["interval"]?.integer ?? 5, 300)))
    }
}

/// The manners of asking again and again whether the code was entered (RFC 8628 §3.5), without any waiting in it.
struct DevicePolling: Sendable {
    enum Step: Equatable, Sendable {
        case waiting(Duration)
        case granted
        case refused(OAuthError)
        case outOfTime
    }

    private(set) var interval: Duration
    private let end: Duration

    init(_ code: DeviceCode, uptime: Duration) {
        interval = code.interval
        end = uptime + code.lifetime
    }

    /// What to do after an answer; `nil` stands for one that did not come.
    mutating func step(after answer: ServerAnswer?, uptime: Duration) -> Step {
        guard let answer else {
            interval = min(interval * 2, .seconds(300))
            return waiting(uptime)
        }
        if answer.isSuccess { return .granted }
        let error = OAuthError(answer) ?? OAuthError(code: "server_error", description: nil)
        switch error.code {
        case "authorization_pending": return waiting(uptime)
        case "slow_down":
            interval += .seconds(5)
            return waiting(uptime)
        default: return .refused(error)
        }
    }

    private func waiting(_ uptime: Duration) -> Step {
        uptime + interval < end ? .waiting(interval) : .outOfTime
    }
}
