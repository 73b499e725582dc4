import Localization
package import SpacesModel
package import Widgets
import Texts

/// A question before something that takes a space away or brings it back; the answer is no until it is clearly yes.
package struct Confirmation: Equatable, Sendable {
    package enum Action: Equatable, Sendable { case disable, restore, purge }

    package let action: Action
    /// The space as it was when the question came up; the answer is about this one, whatever the list does meanwhile.
    package let space: Space
    /// Whether the profile wants the name for disabling, too.
    package let isStrict: Bool
    /// The name typed so far, where one is asked for.
    package var typed = TextField()
    /// Said when the name did not match.
    package var hint: String?
    /// Why the question is put once more: what changed since it was answered.
    package var news: String?
    /// The number of the change that the answer takes back.
    var undoes: Int?

    package init(_ action: Action, _ space: Space, isStrict: Bool = false) {
        self.action = action
        self.isStrict = isStrict
        self.space = space
    }

    /// The question before a change of this kind; `nil` where there is none, or where the space is not in a state for it.
    init?(asking kind: Change.Kind, about space: Space, isStrict: Bool) {
        switch kind {
        case .disable where !space.isDisabled: self.init(.disable, space, isStrict: isStrict)
        case .restore where space.isDisabled: self.init(.restore, space, isStrict: isStrict)
        case .purge where space.isDisabled: self.init(.purge, space, isStrict: isStrict)
        default: return nil
        }
    }

    /// Whether a name has to be typed rather than a letter pressed.
    package var needsName: Bool { action == .purge || (isStrict && action == .disable) }

    /// Whether what was typed means the space for certain.
    package var isNameRight: Bool { space.isConfirmed(by: typed) }

    /// What is done, in one word.
    var word: String {
        switch action {
        case .disable: localized("disable")
        case .restore: localized("restore")
        case .purge: localized("purge")
        }
    }

    /// What must be typed, and what it does.
    var request: String {
        if let warning = space.nameWarning { return "\(warning) \(requestOfID)" }
        return switch action {
        case .disable: localized("To disable it, type its name or the end of its id, \(space.id.end):")
        case .restore: localized("To restore it, type its name or the end of its id, \(space.id.end):")
        case .purge: localized("To purge it, type its name or the end of its id, \(space.id.end):")
        }
    }

    /// The same where the name is not asked for.
    private var requestOfID: String {
        switch action {
        case .disable: localized("To disable it, type the end of its id, \(space.id.end):")
        case .restore: localized("To restore it, type the end of its id, \(space.id.end):")
        case .purge: localized("To purge it, type the end of its id, \(space.id.end):")
        }
    }

    /// What the confirming key does.
    var deed: String {
        switch action {
        case .disable: localized("disable space")
        case .restore: localized("restore space")
        case .purge: localized("purge space for ever")
        }
    }

    var title: String {
        switch action {
        case .disable: localized("Disable space")
        case .restore: localized("Restore space")
        case .purge: localized("Purge space for ever")
        }
    }

    /// What will happen, in plain words.
    var consequence: String {
        switch action {
        case .disable: localized("Nobody will reach its content until it is restored. No file is deleted.")
        case .restore: localized("Its members will reach its content again. Nothing in it changes.")
        case .purge: localized("The space and all its files are deleted. This cannot be undone.")
        }
    }

    var kind: Change.Kind {
        switch action {
        case .disable: .disable
        case .restore: .restore
        case .purge: .purge
        }
    }
}
