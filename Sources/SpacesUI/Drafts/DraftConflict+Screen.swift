import Localization
import SpacesModel
import Terminal

extension DraftConflict: Screen {
    enum Action: Equatable, Sendable { case keepTheirs, saveYours }

    static var title: String { localized("Readme changed meanwhile") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.keepTheirs, ["t", "T", Key(.escape), .control("c")], like: .quit, hint: localized("keep theirs"), localized("Keep theirs; your text stays in its file"), leaves: true),
            .init(.saveYours,  ["m", "M"],                                           hint: localized("save yours"),  localized("Overwrite theirs with your text")),
        ]
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .keepTheirs:
            let news = localized("Nothing was uploaded. Your text is kept in \(draft.path)")
            return [.close, .leaveDraft, .notice(Notice(.info, news))]
        case .saveYours:
            let news = localized("Saving the readme of \(draft.space.name)…")
            return [.close, .notice(Notice(.info, news)), .effect(.storeDraft(draft, over: theirs))]
        }
    }
}
