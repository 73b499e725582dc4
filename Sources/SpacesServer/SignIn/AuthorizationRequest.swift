/// What a client asks a person for: a sign-in, and where to send the answer (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2).
struct AuthorizationRequest: Sendable, Equatable {
    let client: RegisteredClient
    let redirect: RedirectURI
    let scope: Scope
    let state: String?
    let nonce: String?
    let challenge: CodeChallenge?
    /// The user name that the client thinks it will be.
    let loginHint: String?
    /// The request as a query, for the form to lead to.
    let query: String

    /// Why no page to sign in is shown.
    enum Refusal: Error {
        /// The client or its address is not known: told to the person, because an answer sent there would be a way to have
        /// this server lead people anywhere.
        case page(String)
        /// Told to the client, at its own address.
        case redirect(RedirectURI, OAuthError, state: String?)
    }

    init(_ form: Form, publicURL: String) throws(Refusal) {
        guard form.repeated.isDisjoint(with: ["client_id", "redirect_uri"]) else {
            throw .page("The address that led here names the program, or where to answer, more than once.")
        }
        guard let id = form["client_id"] else { throw .page("The address that led here does not name a program.") }
        guard let client = RegisteredClient.withID(id) else {
            throw .page("No program is registered here as \u{201C}\(id.prefix(200))\u{201D}.")
        }
        guard let address = form["redirect_uri"] else {
            throw .page("The address that led here does not say where \(client.name) is to be answered.")
        }
        guard let redirect = RedirectURI(address, of: client, publicURL: publicURL) else {
            throw .page("\(client.name) is not registered to be answered at \u{201C}\(address.prefix(200))\u{201D}.")
        }
        self.client = client
        self.redirect = redirect
        state = form["state"]
        nonce = form["nonce"]
        loginHint = form["login_hint"]
        scope = Scope(form["scope"] ?? "")
        query = form.encoded
        do throws(OAuthError) {
            challenge = try Self.challenge(in: form, client)
            try Self.check(form)
        } catch {
            throw .redirect(redirect, error, state: form.repeated.contains("state") ? nil : form["state"])
        }
    }

    private static func challenge(in form: Form, _ client: RegisteredClient) throws(OAuthError) -> CodeChallenge? {
        if let value = form["code_challenge"] {
            return try CodeChallenge(value, method: form["code_challenge_method"])
        }
        if client.needsChallenge {
            throw OAuthError(.invalidRequest, "a client without a secret must send a code_challenge (RFC 7636)")
        }
        return nil
    }

    private static func check(_ form: Form) throws(OAuthError) {
        guard form.repeated.isEmpty else { throw OAuthError(.invalidRequest, "a parameter came more than once") }
        guard let type = form["response_type"] else { throw OAuthError(.invalidRequest, "response_type is missing") }
        guard type == "code" else {
            throw OAuthError(.unsupportedResponseType, "the only response_type here is code")
        }
        if let mode = form["response_mode"], mode != "query" {
            throw OAuthError(.invalidRequest, "the only response_mode here is query")
        }
        if form["request"] != nil { throw OAuthError(.requestNotSupported, "request objects are not taken") }
        if form["request_uri"] != nil { throw OAuthError(.requestURINotSupported, "request_uri is not taken") }
        let prompts = (form["prompt"] ?? "").split(separator: " ")
        if prompts.contains("none") {
            throw prompts.count == 1
                // Nobody stays signed in with this server itself: the password is asked for each time.
                ? OAuthError(.loginRequired, "nobody is signed in without being asked")
                : OAuthError(.invalidRequest, "prompt none excludes all others")
        }
    }
}
