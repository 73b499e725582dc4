import Localization
package import SpacesModel

/// A server under a name, and how careful to be there: what the screen has to know about it.
package struct Profile: Equatable, Sendable {
    /// The name; `nil` for a server that was named without a profile.
    package var name: String?
    /// The host as it stands in the header while the connection is made.
    package var host: String
    /// The user to sign in as; empty where the sign-in will tell.
    package var user: String
    package var accent: Accent?
    /// A text that stays in the top line; empty for none.
    package var banner: String
    /// True when nothing is to be changed there.
    package var isReadOnly: Bool
    /// Why nothing is to be changed, where that is not the person's own choice; safe to show.
    package var lockReason: String?
    /// True when disabling asks for the name, as purging does everywhere.
    package var isStrict: Bool
    /// When the list is loaded again by itself.
    package var refresh: AutoRefresh
    /// How many spaces are changed at a time where many are.
    package var parallel: Int
    /// Whether changes there are written into the journal.
    package var keepsJournal: Bool

    package init(
        name: String? = nil, host: String = "", user: String = "", accent: Accent? = nil, banner: String = "",
        isReadOnly: Bool = false, lockReason: String? = nil, isStrict: Bool = false, refresh: AutoRefresh = .automatic,
        parallel: Int = 8, keepsJournal: Bool = true
    ) {
        self.name = name
        self.host = host
        self.user = user
        self.accent = accent
        self.banner = banner
        self.isReadOnly = isReadOnly || lockReason != nil
        self.lockReason = lockReason
        self.isStrict = isStrict || lockReason != nil
        self.refresh = refresh
        self.parallel = parallel
        self.keepsJournal = keepsJournal
    }

    /// Why nothing can be changed, or `nil`.
    var readOnlyReason: String? {
        guard isReadOnly else { return nil }
        if let lockReason { return lockReason }
        return name.map { localized("the profile \($0) is read-only") } ?? localized("this run is read-only")
    }
}
