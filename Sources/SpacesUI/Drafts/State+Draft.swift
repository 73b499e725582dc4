import Localization
import SpacesClient
import SpacesModel
import Terminal

extension State {
    mutating func editReadme() {
        guard let space = list.selected else { return }
        guard editedReadme == nil else {
            notice = Notice(.info, localized("A readme is being edited already."))
            return
        }
        editedReadme = space.id
        notice = Notice(.info, localized("Opening the readme of \(space.name)…"))
        ask(.openDraft(space))
    }

    /// Opens the editor on a draft, or says why there is none.
    mutating func take(_ result: Result<Draft, DraftFailure>, of space: Space) {
        switch result {
        case .success(let draft):
            notice = nil
            ask(.edit(draft))
        case .failure(let failure):
            editedReadme = nil
            notice = Notice(.error, failure.sentence)
        }
    }

    /// Goes on when the editor has given the terminal back.
    mutating func takeEnd(_ ending: CommandEnding, of draft: Draft) {
        let editor = SafeText.visible(draft.command.words.first ?? "")
        switch ending {
        case .exited(status: 0):
            notice = Notice(.info, localized("Saving the readme of \(draft.space.name)…"))
            ask(.storeDraft(draft, over: draft.base))
        case .exited(let status):
            keep(draft, localized("\(editor) ended with status \(status), so nothing was uploaded."))
        case .killed(let signal):
            keep(draft, localized("\(editor) was ended by signal \(signal), so nothing was uploaded."))
        case .notStarted(let code):
            editedReadme = nil
            ask(.removeDraft(draft))
            let reason = code == 2 ? localized("there is no such program") : localized("error \(code)")
            notice = Notice(
                .error, localized("\(editor) did not start: \(reason). Set EDITOR to an editor, such as nano."))
        }
    }

    mutating func take(_ result: DraftResult, of draft: Draft) {
        switch result {
        case .unchanged:
            editedReadme = nil
            notice = Notice(.info, localized("Nothing was changed in the readme of \(draft.space.name)."))
        case .stored(let space, let readme):
            editedReadme = nil
            adopt(space)
            takeReadme(.success(readme), of: space)
            notice = Notice(.success, localized("The readme of \(space.name) is saved."))
            if let size = space.special(.readme)?.size {
                notice?.text += " " + localized("The server has \(size.formatted()) of it.")
            }
        case .conflict(let conflict):
            // The question tells the outcome: nothing is being saved any more.
            notice = nil
            layers.append(.draftConflict(conflict))
        case .failed(let sentence): keep(draft, sentence)
        }
    }

    private mutating func keep(_ draft: Draft, _ sentence: String) {
        editedReadme = nil
        notice = Notice(.error, localized("\(sentence) Your text is kept in \(SafeText.visible(draft.path))"))
    }

    // MARK: Two texts

    mutating func receive(_ key: Key, in conflict: DraftConflict) {
        switch key {
        case "m", "M":
            setTopLayer(nil)
            notice = Notice(.info, localized("Saving the readme of \(conflict.draft.space.name)…"))
            ask(.storeDraft(conflict.draft, over: conflict.theirs))
        case "t", "T", Key(.escape), .control("c"):
            setTopLayer(nil)
            editedReadme = nil
            let path = SafeText.visible(conflict.draft.path)
            notice = Notice(.info, localized("Nothing was uploaded. Your text is kept in \(path)"))
        default: break
        }
    }
}
