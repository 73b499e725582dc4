/// The page that asks for name and password, because a client asked for it.
struct SignInPage: Sendable {
    let request: AuthorizationRequest
    /// Shows that the form was got from this server, by the same browser.
    let formToken: String
    /// What was typed before, or what the client thinks it will be.
    var username: String?
    /// What went wrong with the last try.
    var complaint: String?

    var page: Page {
        let client = HTML.escape(request.client.name)
        return Page(
            title: "Sign in",
            content: """
                <p><strong>\(client)</strong> asks you to sign in. \
                <span class="quiet">The answer goes to \(HTML.escape(request.redirect.place)).</span></p>
                \(complaint.map { "<p class=\"warn\" role=\"alert\">\(HTML.escape($0))</p>" } ?? "")
                <form method="post" action="?\(HTML.escape(request.query))">
                <input type="hidden" name="\(FormGuard.field)" value="\(HTML.escape(formToken))">
                \(CredentialFields(username: username ?? request.loginHint).markup)
                <button class="main" type="submit" name="decision" value="allow">Sign in</button>
                <button type="submit" name="decision" value="cancel" formnovalidate>Cancel</button>
                </form>
                """,
            formTarget: request.redirect.formTarget)
    }
}
