import Localization
import SpacesModel
import Terminal

/// The question whether the last change is to be taken back. Only its key writes back; every other one leaves things as they
/// are or does nothing.
struct UndoQuestion: Screen {
    enum Action: Equatable, Sendable { case writeBack, leave }

    let step: UndoStep

    static var title: String { localized("Undo") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.writeBack, ["y", "Y"],                                                         hint: localized("write it back"), localized("Restore the previous values")),
            .init(.leave,     ["n", "N", Key(.enter), Key(.escape), .control("c")], like: .quit,  hint: localized("leave it"),      localized("Leave the space unchanged"), leaves: true),
        ]
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .writeBack:
            guard case .edit(let edit) = step.way, let space = step.space else { return [.close] }
            return [
                .close, .send(.edit(edit), of: space, undoes: step.number),
                .notice(Notice(.info, localized("Undoing the change of \(space.name)…"))),
            ]
        case .leave: return [.close, .notice(Notice(.info, localized("Nothing was undone.")))]
        }
    }
}
