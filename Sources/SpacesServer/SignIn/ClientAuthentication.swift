/// Which client talks to an endpoint for programs (RFC 6749 §2.3): its secret in the header, or in the form, or none.
enum ClientAuthentication {
    static func client(of form: Form, authorization: String?) throws(OAuthError) -> RegisteredClient {
        guard form.repeated.isEmpty else { throw OAuthError(.invalidRequest, "a parameter came more than once") }
        var (id, secret) = (form["client_id"], form["client_secret"])
        if let authorization {
            let parts = authorization.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[0].lowercased() == "basic", let basic = BasicCredentials.read(parts[1]),
                let name = PercentEncoding.decode(basic.name, plusIsSpace: true),
                let password = PercentEncoding.decode(basic.secret, plusIsSpace: true)
            else { throw OAuthError(.invalidClient, "the Authorization header is not Basic with id and secret") }
            guard secret == nil, id == nil || id == name else {
                throw OAuthError(.invalidRequest, "the client identifies itself in two ways")
            }
            // A client without a secret may send an empty one.
            (id, secret) = (name, password.isEmpty ? nil : password)
        }
        guard let id else { throw OAuthError(.invalidClient, "client_id is missing") }
        guard let client = RegisteredClient.withID(id) else {
            throw OAuthError(.invalidClient, "the client is not registered")
        }
        switch (client.secret, secret) {
        case (nil, nil): return client
        case (let expected?, let given?) where RandomToken.areEqual(expected, given): return client
        default: throw OAuthError(.invalidClient, "the secret is not that of the client")
        }
    }
}
