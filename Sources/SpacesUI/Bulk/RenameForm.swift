import Localization
package import Widgets

/// What is to be found in the names, and what is put in its place.
package struct RenameForm: Equatable, Sendable {
    package var find = TextField("", placeholder: localized("the whole name"))
    package var replacement = TextField("", placeholder: localized("such as {name} 2026 or Team {n}"))
    package var isFindFocused = true

    package var pattern: Result<RenamePattern, RenamePattern.Problem> {
        do throws(RenamePattern.Problem) {
            return .success(try RenamePattern(find: find.text, replacement: replacement.text))
        } catch {
            return .failure(error)
        }
    }

    mutating func changeField(_ change: (inout TextField) -> Void) {
        if isFindFocused { change(&find) } else { change(&replacement) }
    }
}
