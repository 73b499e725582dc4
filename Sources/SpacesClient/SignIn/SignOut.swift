import Localization

/// The end of a session: the provider is told to take its tokens back, and they are forgotten here in any case.
package struct SignOut: Sendable {
    /// What became of the tokens at the provider.
    package enum Outcome: Equatable, Sendable {
        /// There was no session.
        case notSignedIn
        /// The provider took the tokens back.
        case revoked
        /// There is nobody to tell: they end by themselves.
        case forgotten
        /// The provider was not told, for this reason; it still takes the tokens.
        case notTold(SpacesFailure)
    }

    let key: SecretKey
    let store: any SecretStore
    let network: NetworkSettings

    package init(_ key: SecretKey, store: any SecretStore, network: NetworkSettings) {
        self.key = key
        self.store = store
        self.network = network
    }

    /// Forgets the session, even where it cannot be read.
    package func run() async throws(SecretFailure) -> Outcome {
        // Looked at before the lock is taken, which leaves a file behind.
        guard try await readable() != nil else { return .notSignedIn }
        let lock = try await store.lock(key)
        defer { lock.release() }
        guard let session = try await readable() else { return .notSignedIn }
        let outcome = await revoke(session)
        try await store.remove(key)
        return outcome
    }

    /// The address at which the browser signs out in which the person signed in, for it has a session of its own at the
    /// provider (OpenID Connect RP-Initiated Logout 1.0 §2); `nil` where there is none, or `run` will say what is wrong.
    package func browserAddress() async -> String? {
        do throws(SecretFailure) {
            guard case .tokens(let tokens)? = try await store.session(key)?.kind else { return nil }
            return tokens.endSessionEndpoint.flatMap(WebAddress.init)?.adding(query: [("client_id", tokens.clientID)])
        } catch {
            return nil
        }
    }

    /// The session; one that cannot be read is removed before that is said.
    private func readable() async throws(SecretFailure) -> StoredSession? {
        do throws(SecretFailure) {
            return try await store.session(key)
        } catch {
            try await store.remove(key)
            throw SecretFailure(localized("\(error.sentence) It was removed; the identity provider was not told."))
        }
    }

    /// RFC 7009: taking back the refresh token ends the access tokens made from it as well.
    private func revoke(_ session: StoredSession) async -> Outcome {
        guard case .tokens(let tokens) = session.kind,
            let endpoint = tokens.revocationEndpoint.flatMap(WebAddress.init)
        else { return .forgotten }
        let form = [
            ("token", (tokens.refreshToken ?? tokens.accessToken).exposed),
            ("token_type_hint", tokens.refreshToken == nil ? "access_token" : "refresh_token"),
        ]
        do throws(SpacesFailure) {
            let client = ProviderClient(server: key.server, network: network, operation: .signOut)
            let answer = try await client.post(
                form, to: endpoint, as: RegisteredClient(id: tokens.clientID, secret: tokens.clientSecret))
            if answer.isSuccess { return .revoked }
            return .notTold(
                OAuthError(answer)?.failure(of: .signOut)
                    ?? .make(
                        .signOut, .badAnswer,
                        reason: localized("\(endpoint.origin.authority) does not take the token back"),
                        advice: localized("It expires by itself."), details: .init(status: answer.status)))
        } catch {
            return .notTold(error)
        }
    }
}
