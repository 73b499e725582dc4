import SpacesClient
import SpacesModel
import Terminal

@testable import SpacesUI

extension Scene {
    static let undo: [Scene] = [
        Scene("undo", at: "Mars Mission") {
            $0.changeMars(name: "Mars Colony", limit: .unlimited)
            $0.press("U")
        },
        Scene("undo-possible", at: "Mars Mission") { $0.changeMars(name: "Mars Colony") },
        Scene("undo-disabling", at: "Mars Mission") {
            guard let change = State.change(in: $0.press("D", "y")) else { return }
            $0.receive(.changeFinished(change, .success(nil)))
            $0.press("U")
        },
        Scene("undo-refused", at: "Mars Mission") {
            $0.changeMars(name: "Mars Colony")
            guard let change = State.change(in: $0.press("U", "y")), let base = change.space else { return }
            var theirs = base
            theirs.name = "Red Planet"
            let field = EditConflict.Field(
                .name, base: base[.name], theirs: theirs[.name], mine: .text("Mars Mission"))
            let conflict = EditConflict(base: base, theirs: theirs, fields: [field])
            $0.receive(
                .changeFinished(
                    change, .failure(SpacesFailure(kind: .conflict(conflict), sentence: "Not sent."))))
        },
        Scene("undo-nothing", at: "Mars Mission") { $0.press("U") },
    ]
}

extension State {
    /// Saves new values of Mars Mission, as the form would send them.
    fileprivate mutating func changeMars(name: String, limit: QuotaLimit? = nil) {
        press("e")
        retype(name)
        if let limit {
            press(.up)
            retype(limit.exactText)
        }
        guard let change = State.change(in: press(.enter)), var space = change.space else { return }
        space.name = name
        if let limit { space.quota = Quota(limit: limit, used: space.quota?.used) }
        receive(.changeFinished(change, .success(space)))
    }
}
