import Localization
package import Logging
import SpacesModel

/// A person's way into a server by its OpenID provider: what it offers, the answer of the browser, the tokens for it.
///
/// Nothing is stored here; whoever gets the session keeps it.
package struct SignIn: Sendable {
    /// What the person or the profile says beyond the server.
    package struct Request: Equatable, Sendable {
        /// The provider, where it is not the one that the server names.
        package var issuer: String?
        /// The client to sign in as, where it is not the one that the product knows.
        package var client: RegisteredClient?
        package var scope: String?
        /// Whom the provider should suggest.
        package var user: String?

        package init(
            issuer: String? = nil, client: RegisteredClient? = nil, scope: String? = nil, user: String? = nil
        ) {
            self.issuer = issuer
            self.client = client
            self.scope = scope
            self.user = user
        }
    }

    package let server: ServerAddress
    package let network: NetworkSettings
    package let request: Request
    let clock: SignInClock
    let logger: Logger

    package init(
        _ server: ServerAddress, network: NetworkSettings, request: Request = Request(), clock: SignInClock = .system,
        logger: Logger
    ) {
        self.server = server
        self.network = network
        self.request = request
        self.clock = clock
        self.logger = logger
    }

    private var provider: ProviderClient { ProviderClient(server: server, network: network, operation: .signIn) }

    /// Asks the server, without any credentials, how it wants people to sign in.
    package func offer() async throws(SpacesFailure) -> SignInOffer {
        var offer = try await Discovery(server: server, issuer: request.issuer, client: provider).offer()
        if let client = request.client { offer.client = client }
        return offer
    }

    /// Begins to sign in by browser.
    package func attempt(
        _ offer: SignInOffer, redirectURI: String
    ) throws(SpacesFailure) -> AuthorizationAttempt {
        let provider = try provider(of: offer)
        guard
            let attempt = AuthorizationAttempt(
                provider: provider, client: offer.client, redirectURI: redirectURI, scope: scope, user: request.user)
        else {
            throw .make(
                .signIn, .badAnswer,
                reason: localized("the identity provider \(shown(provider)) has no page for signing in"),
                advice: localized("Sign in with --device or with an app token."))
        }
        return attempt
    }

    /// Makes a session of the answer to an attempt: the code for tokens, the tokens checked, the account asked for.
    package func finish(
        _ answer: RedirectAnswer, of attempt: AuthorizationAttempt, _ offer: SignInOffer
    ) async throws(SpacesFailure) -> SignedIn {
        let metadata = try provider(of: offer)
        let code = try answer.code(for: attempt, from: metadata)
        let form = [
            ("grant_type", "authorization_code"), ("code", code.exposed), ("redirect_uri", attempt.redirectURI),
            ("code_verifier", attempt.verifier.exposed),
        ]
        let endpoint = TokenEndpoint(address: metadata.tokenEndpoint, client: offer.client, provider: provider)
        switch try await endpoint.tokens(form) {
        case .success(let tokens):
            return try await accepted(try await checked(tokens, nonce: attempt.nonce, metadata, offer, provider))
        case .failure(let error): throw error.failure(of: .signIn)
        }
    }

    /// Signs in by a code that the person enters in a browser anywhere; `show` tells them which and where.
    package func byDevice(
        _ offer: SignInOffer, show: @Sendable (DeviceCode) -> Void
    ) async throws(SpacesFailure) -> SignedIn {
        let metadata = try provider(of: offer)
        guard let address = metadata.deviceEndpoint else {
            throw .make(
                .signIn, .refused,
                reason: localized("the identity provider \(shown(metadata)) gives no codes for other devices"),
                advice: localized("Sign in without --device, or with --paste."))
        }
        let answer = try await provider.post([("scope", scope)], to: address, as: offer.client)
        if let error = OAuthError(answer) { throw error.failure(of: .signIn) }
        guard answer.status == 200, let code = DeviceCode(try provider.document(answer, from: address)) else {
            throw .make(
                .signIn, .badAnswer,
                reason: localized("the identity provider \(shown(metadata)) gives no code that can be used"),
                advice: localized("Sign in without --device."), details: .init(status: answer.status))
        }
        show(code)
        let endpoint = TokenEndpoint(address: metadata.tokenEndpoint, client: offer.client, provider: provider)
        let tokens = try await poll(code, endpoint)
        let session = try await checked(tokens, nonce: nil, metadata, offer, provider)
        return try await accepted(session)
    }

    /// Checks a user name with an app token or a password at the server, and makes a session of them.
    package func byBasic(user: String, password: SecretText) async throws(SpacesFailure) -> SignedIn {
        try await accepted(.basic(user: user, password: password))
    }

    private var scope: String { request.scope ?? Scopes.usual }

    private func provider(of offer: SignInOffer) throws(SpacesFailure) -> ProviderMetadata {
        if let provider = offer.provider { return provider }
        throw .make(
            .signIn, .refused, reason: localized("\(server.authority) names no identity provider"),
            advice: localized("Sign in with --app-token, or name the provider with --issuer."))
    }

    private func shown(_ provider: ProviderMetadata) -> String { provider.issuer }

    private func poll(_ code: DeviceCode, _ endpoint: TokenEndpoint) async throws(SpacesFailure) -> TokenAnswer {
        var polling = DevicePolling(code, uptime: clock.uptime())
        let form = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", code.deviceCode.exposed),
        ]
        var wait = polling.interval
        while true {
            do throws(CancellationError) {
                try await clock.pause(wait)
            } catch {
                throw .make(.signIn, .cancelled, reason: localized("cancelled"), advice: "")
            }
            var answer: ServerAnswer?
            do throws(SpacesFailure) {
                answer = try await endpoint.provider.post(form, to: endpoint.address, as: endpoint.client)
            } catch {
                // RFC 8628 §3.5: a connection that fails is tried again more slowly.
                guard error.isOffline else { throw error }
            }
            switch polling.step(after: answer, uptime: clock.uptime()) {
            case .waiting(let next): wait = next
            case .granted: if let answer { return try endpoint.tokens(in: answer) }
            case .refused(let error): throw error.failure(of: .signIn)
            case .outOfTime: throw OAuthError(code: "expired_token", description: nil).failure(of: .signIn)
            }
        }
    }

    private func checked(
        _ tokens: TokenAnswer, nonce: SecretText?, _ metadata: ProviderMetadata, _ offer: SignInOffer,
        _ client: ProviderClient
    ) async throws(SpacesFailure) -> StoredSession.Kind {
        let rules = IDTokenCheck(
            issuer: metadata.issuer, clientID: offer.client.id, nonce: nonce, now: tokens.providerTime ?? clock.now())
        guard let token = tokens.idToken.flatMap({ JSONWebToken($0.exposed) }) else {
            throw .make(
                .signIn, .badAnswer,
                reason: localized("the identity provider \(shown(metadata)) gives no id token that can be read"),
                advice: request.scope == nil ? localized("Tell an administrator.") : localized("Add openid to --scope.")
            )
        }
        guard let keys = metadata.keysEndpoint else {
            throw rules.lie(localized("it has no keys to check its id token with"))
        }
        try await KeySet(address: keys, provider: client).check(token, rules)
        let subject = try rules.subject(of: token, accessToken: tokens.accessToken)
        return .tokens(
            TokenSession(
                issuer: metadata.issuer, tokenEndpoint: metadata.tokenEndpoint.description,
                revocationEndpoint: metadata.revocationEndpoint?.description,
                endSessionEndpoint: metadata.endSessionEndpoint?.description, clientID: offer.client.id,
                clientSecret: offer.client.secret, subject: subject, accessToken: tokens.accessToken,
                refreshToken: tokens.refreshToken, obtained: clock.now(), lifetime: tokens.lifetime,
                refreshLifetime: tokens.refreshLifetime,
                scope: String((tokens.scope ?? scope).prefix(500))
            ))
    }
}
