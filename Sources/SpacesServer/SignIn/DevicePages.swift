/// The pages where a person signs in a device that has no browser.
enum DevicePages {
    /// Asks for the code that the device shows.
    static func codePage(complaint: String? = nil) -> Page {
        Page(
            title: "Sign in a device",
            content: """
                <p>Enter the code that the device shows.</p>
                \(warning(complaint))
                <form method="get">
                <label>Code
                <input name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" \
                placeholder="XXXX-XXXX" required autofocus></label>
                <button class="main" type="submit">Continue</button>
                </form>
                """)
    }

    /// Asks who allows the device; shows its code, so that nobody allows another one than the one before them.
    static func signInPage(
        _ request: Store.DeviceRequest, formToken: String, username: String? = nil, complaint: String? = nil
    ) -> Page {
        Page(
            title: "Sign in a device",
            content: """
                <p><strong>\(HTML.escape(request.client.name))</strong> on another device asks you to sign in. \
                It must show this code:</p>
                <p class="code">\(HTML.escape(request.userCode))</p>
                <p class="quiet">If somebody sent you the code or the link, cancel: they would be signed in as you.</p>
                \(warning(complaint))
                <form method="post">
                <input type="hidden" name="\(FormGuard.field)" value="\(HTML.escape(formToken))">
                <input type="hidden" name="user_code" value="\(HTML.escape(request.userCode))">
                \(CredentialFields(username: username).markup)
                <button class="main" type="submit" name="decision" value="allow">Sign in</button>
                <button type="submit" name="decision" value="cancel" formnovalidate>Cancel</button>
                </form>
                """)
    }

    private static func warning(_ text: String?) -> String {
        text.map { "<p class=\"warn\" role=\"alert\">\(HTML.escape($0))</p>" } ?? ""
    }
}
