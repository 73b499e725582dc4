/// Everything about who somebody is: the OpenID provider, app tokens, and who reads what they gave out.
struct SignIn: Sendable {
    let authenticator: Authenticator
    let routes: [RouteTable.Route]

    init(store: Store, configuration: ServerConfiguration) {
        let periods = SignInPeriods(accessToken: configuration.accessTokenLifetime)
        let keys = KeyRing(store: store, first: configuration.signingKey)
        let tokens = TokenIssuer(store: store, keys: keys, periods: periods)
        authenticator = Authenticator(store: store, tokens: tokens, configuration: configuration)
        let formGuard = FormGuard()
        var routes = DiscoveryRoutes(keys: keys, offersDeviceCode: configuration.offersDeviceCode).routes
        routes +=
            AuthorizationRoutes(
                store: store, authenticator: authenticator, formGuard: formGuard, periods: periods
            ).routes
        routes += TokenRoutes(store: store, tokens: tokens, offersDeviceCode: configuration.offersDeviceCode).routes
        routes += SessionRoutes(store: store, tokens: tokens).routes
        if configuration.offersDeviceCode {
            routes +=
                DeviceRoutes(
                    store: store, authenticator: authenticator, formGuard: formGuard, periods: periods
                ).routes
        }
        if configuration.offersAppTokens { routes += AppTokenRoutes(store: store).routes }
        self.routes = routes
    }
}
