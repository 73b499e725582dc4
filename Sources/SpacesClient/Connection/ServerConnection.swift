import Localization
package import SpacesModel

/// All that it takes to talk to one server.
package struct ServerConnection: Sendable {
    package let address: ServerAddress
    package let credentials: any CredentialSource
    package let network: NetworkSettings
    /// The largest quota that may be asked for, as far as it is known before the capabilities are read.
    package let maximumQuota: ByteCount?

    /// Refuses credentials that cannot be sent, and sending any unencrypted over a network.
    package init(
        address: ServerAddress, credentials: any CredentialSource, network: NetworkSettings = NetworkSettings(),
        maximumQuota: ByteCount? = nil
    ) throws(ConnectionProblem) {
        if let problem = credentials.problem { throw problem }
        if let problem = address.problemWithCredentials { throw problem }
        self.address = address
        self.credentials = credentials
        self.network = network
        self.maximumQuota = maximumQuota
    }

    /// The same with fixed credentials.
    package init(
        address: ServerAddress, credentials: Credentials, network: NetworkSettings = NetworkSettings(),
        maximumQuota: ByteCount? = nil
    ) throws(ConnectionProblem) {
        try self.init(
            address: address, credentials: credentials as any CredentialSource, network: network,
            maximumQuota: maximumQuota)
    }

    /// For requests that carry no credentials, so that the address may be any.
    init(withoutCredentialsTo address: ServerAddress, network: NetworkSettings) {
        self.address = address
        self.credentials = NoCredentials()
        self.network = network
        maximumQuota = nil
    }

    /// Whom a connection is made to first, for sentences: the server, or the proxy before it.
    var firstHop: String {
        do throws(ConnectionProblem) {
            return try network.proxy.proxy(for: address).map { localized("the proxy \($0.authority)") }
                ?? address.authority
        } catch {
            // Who makes the client is told; here only the name is missing.
            return address.authority
        }
    }

    /// What must stay in sight for as long as the connection is used, or `nil`.
    package var warning: String? {
        network.isUnchecked && address.isEncrypted
            ? localized(
                "INSECURE: the certificate of \(address.authority) is not checked; anyone in between can read and change everything"
            )
            : nil
    }
}

/// None; never sent.
private struct NoCredentials: CredentialSource {
    var problem: ConnectionProblem? { nil }
    func credentials() -> Credentials { .bearer("") }
    func replacement(for refused: Credentials) -> Credentials? { nil }
    func advice(challenge: String) -> String { localized("Sign in.") }
}
