import Localization
import Logging
import SpacesModel

extension TokenSource {
    /// Gets other tokens than those that were refused, or than the current ones: from the store, if another program was
    /// quicker, else from the provider.
    func renew(insteadOf refused: SecretText?) async throws(SpacesFailure) -> AgingTokens {
        let lock: any SecretLock
        do throws(SecretFailure) {
            lock = try await place.store.lock(place.key)
        } catch {
            throw SpacesFailure(kind: .timedOut, sentence: localized("The sign-in was not renewed: \(error.sentence)"))
        }
        defer { lock.release() }

        guard let found = try await found() else { throw over(localized("you have signed out")) }
        if found.accessToken != stored {
            try adopt(found)
            if !current.isDue(at: clock.uptime()), found.accessToken != refused { return current }
        }
        guard let refreshToken = current.tokens.refreshToken else {
            throw over(localized("the session has ended and cannot be renewed"))
        }
        switch try await refreshed(refreshToken) {
        case .success(let answer): return try await taken(answer)
        case .failure(let refusal):
            // Somebody without our lock, such as the same files on another machine, may have been quicker.
            if let later = try await self.found(), later.accessToken != stored {
                try adopt(later)
                if !current.isDue(at: clock.uptime()) { return current }
            }
            throw over(refusal)
        }
    }

    /// The tokens in the store.
    func found() async throws(SpacesFailure) -> TokenSession? {
        do throws(SecretFailure) {
            guard case .tokens(let tokens) = try await place.store.session(place.key)?.kind else { return nil }
            return tokens
        } catch {
            throw SpacesFailure(kind: .refused, sentence: localized("The sign-in was not renewed: \(error.sentence)"))
        }
    }

    /// Asks the provider. An answer that got lost is asked for once more at once, as providers take a refresh token that
    /// was just replaced for some seconds longer.
    private func refreshed(
        _ token: SecretText
    ) async throws(SpacesFailure) -> Result<TokenAnswer, RenewalRefusal> {
        let tokens = current.tokens
        guard let address = WebAddress(tokens.tokenEndpoint) else {
            throw over(localized("the stored session names no place where it could be renewed"))
        }
        let endpoint = TokenEndpoint(
            address: address, client: RegisteredClient(id: tokens.clientID, secret: tokens.clientSecret),
            provider: ProviderClient(server: place.key.server, network: network, operation: .renewal))
        do throws(SpacesFailure) {
            return try await endpoint.renew(token)
        } catch {
            guard error.kind == .timedOut || error.kind == .unreachable || error.kind == .badAnswer else {
                throw error
            }
            return try await endpoint.renew(token)
        }
    }

    /// Checks new tokens, stores them, and only then uses them.
    private func taken(_ answer: TokenAnswer) async throws(SpacesFailure) -> AgingTokens {
        var tokens = current.tokens
        // They come from the provider itself over an encrypted connection, so whose they are needs no signature
        // (OpenID Connect Core §3.1.3.7 item 6, §12.2).
        if let token = answer.idToken.flatMap({ JSONWebToken($0.exposed) }) {
            let rules = IDTokenCheck(
                issuer: tokens.issuer, clientID: tokens.clientID, nonce: nil, now: answer.providerTime ?? clock.now())
            guard try rules.subject(of: token, accessToken: answer.accessToken) == tokens.subject else {
                throw rules.lie(localized("its new tokens are for another account"))
            }
        }
        tokens.accessToken = answer.accessToken
        tokens.refreshToken = answer.refreshToken ?? tokens.refreshToken
        tokens.obtained = clock.now()
        tokens.lifetime = answer.lifetime
        tokens.refreshLifetime = answer.refreshToken == nil ? nil : answer.refreshLifetime
        do throws(SecretFailure) {
            guard var session = try await place.store.session(place.key) else {
                throw SecretFailure(localized("It is gone."))
            }
            session.kind = .tokens(tokens)
            try await place.store.keep(session, place.key)
            stored = tokens.accessToken
        } catch {
            // The old refresh token may be worth nothing by now: better to go on with what is known to be good.
            logger.error("The renewed session is not stored: \(error.sentence)")
        }
        noteIssue(to: tokens.clientID)
        return AgingTokens(tokens, clock)
    }

    private func over(_ reason: String) -> SpacesFailure {
        .make(
            .renewal, .notAuthenticated, reason: localized("\(reason) at \(place.key.server.authority)"),
            advice: localized("Sign in again: \(place.command)."))
    }

    /// The end of a session that the provider does not renew. The session stays where it is kept until another one takes its
    /// place: whoever answered may have been a proxy in trouble.
    private func over(_ refusal: RenewalRefusal) -> SpacesFailure {
        let words = refusal.error?.description.map { ": “\($0)”" } ?? ""
        return .make(
            .renewal, .notAuthenticated,
            reason: localized("the session has ended at \(place.key.server.authority)") + words,
            advice: localized("Sign in again: \(place.command)."),
            details: .init(status: refusal.status, code: refusal.error.map { $0.code }))
    }
}
