import Localization
package import Widgets

/// The dialog with the saved views: applies, saves, renames, numbers and deletes them.
package struct ViewsDialog: Equatable, Sendable {
    /// What the name that is being typed is for.
    package enum Naming: Equatable, Sendable {
        case save
        case rename(String)
    }

    /// The row under the cursor.
    package internal(set) var cursor = 0
    /// The name that is being typed, if one is.
    package internal(set) var field: TextField?
    package internal(set) var naming = Naming.save
    /// The view that is about to be deleted.
    package internal(set) var doomed: String?

    /// The view whose name is about to be taken by another.
    package internal(set) var replacing: String?

    package init() {}

    /// Whether a name or a question stands below the views.
    var isAsking: Bool { field != nil || doomed != nil || replacing != nil }

    /// Begins to ask for a name.
    mutating func ask(for naming: Naming) {
        self.naming = naming
        switch naming {
        case .save: field = TextField("", placeholder: localized("a name for the list as it is now"))
        case .rename(let name): field = TextField(name)
        }
    }
}
