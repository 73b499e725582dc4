/// The two fields that every sign-in has; the cursor is where something is missing.
struct CredentialFields: Sendable {
    let username: String?

    var markup: String {
        let focus = " autofocus"
        return """
            <label>User name
            <input name="username" value="\(HTML.escape(username ?? ""))" autocomplete="username" autocapitalize="none" \
            spellcheck="false" required\(username == nil ? focus : "")></label>
            <label>Password
            <input name="password" type="password" autocomplete="current-password" required\
            \(username == nil ? "" : focus)></label>
            """
    }
}
