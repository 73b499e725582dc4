import Localization
import SpacesModel

/// A client of the identity provider whose tokens the server does not take, though they were just issued: newer servers
/// look for whom a token is.
struct ForeignClient {
    let id: String
    let host: String

    /// Why, to go on after a colon.
    var reason: String {
        localized(
            "\(host) takes no token of the client \(String(id.prefix(100))), though it was just issued"
        )
    }

    static var advice: String {
        localized(
            """
            Ask an administrator for the client that this server takes, and set client_id (--client-id); or the server \
            does not know this account, or trusts another identity provider.
            """)
    }
}
