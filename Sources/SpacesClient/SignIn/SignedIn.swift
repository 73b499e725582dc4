import Localization
package import SpacesModel

/// A sign-in that worked: the session to keep, and whom the server takes it for.
package struct SignedIn: Sendable {
    package var session: StoredSession
    package var account: Account
    /// What the account may do, where the server told.
    package var permissions: Permissions?
}

extension SignIn {
    /// Shows what was got to the server, so that nothing is kept that it does not take.
    func accepted(_ kind: StoredSession.Kind) async throws(SpacesFailure) -> SignedIn {
        let credentials: Credentials =
            switch kind {
            case .tokens(let session): .bearer(session.accessToken.exposed)
            case .basic(let user, let password): .basic(user: user, password: password.exposed)
            }
        let service: HTTPSpacesService
        do throws(ConnectionProblem) {
            service = try HTTPSpacesService(
                ServerConnection(address: server, credentials: credentials, network: network), logger: logger)
        } catch {
            throw SpacesFailure(kind: .refused, sentence: localized("You are not signed in: \(error.sentence)"))
        }
        let result: Result<SignedIn, SpacesFailure>
        do throws(SpacesFailure) {
            let account = try await service.account()
            let session = StoredSession(
                kind: kind, server: server.description, userName: account.userName, displayName: account.displayName)
            result = .success(
                SignedIn(session: session, account: account, permissions: await permissions(of: account, service)))
        } catch {
            result = .failure(explained(error, kind))
        }
        await service.shutdown()
        return try result.get()
    }

    /// What the account may do; a server that does not tell is no reason not to sign in.
    private func permissions(of account: Account, _ service: HTTPSpacesService) async -> Permissions? {
        do throws(SpacesFailure) {
            return try await service.permissions(of: account)
        } catch {
            return nil
        }
    }

    private func explained(_ failure: SpacesFailure, _ kind: StoredSession.Kind) -> SpacesFailure {
        guard failure.kind == .notAuthenticated else { return failure }
        let host = server.authority
        switch kind {
        case .tokens(let session):
            let client = ForeignClient(id: session.clientID, host: host)
            return .make(
                .signIn, .notAuthenticated,
                reason: localized("\(session.issuer) signed you in, but \(client.reason)"),
                advice: ForeignClient.advice, details: .init(status: failure.status, cause: failure.cause))
        case .basic(let user, _):
            return .make(
                .signIn, .notAuthenticated,
                reason: localized("\(host) does not take this app token or password for \(user)"),
                advice: localized(
                    "Check both; app tokens expire, and the server must allow them (PROXY_ENABLE_APP_AUTH)."),
                details: .init(status: failure.status, cause: failure.cause))
        }
    }
}
