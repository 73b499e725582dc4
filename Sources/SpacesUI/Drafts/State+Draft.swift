import Foundation
import Glibc
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
        editorEnded = now
        let editor = draft.editorName
        switch ending {
        case .exited(status: 0):
            notice = Notice(.info, localized("Saving the readme of \(draft.space.name)…"))
            ask(.storeDraft(draft, over: draft.base))
        case .exited(let status):
            ask(.putAside(draft, localized("\(editor) ended with status \(status), so nothing was uploaded.")))
        case .killed(let signal):
            ask(.putAside(draft, localized("\(editor) was ended by signal \(signal), so nothing was uploaded.")))
        case .notStarted(let code):
            editedReadme = nil
            ask(.removeDraft(draft))
            let variable = EditorCommand.variable(draft.command.environment) ?? "EDITOR"
            notice = Notice(
                .error,
                localized("\(editor) did not start: \(Self.reason(code)). Set \(variable) to an editor, such as nano."))
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
            open(conflict)
        case .dropped(let sentence):
            editedReadme = nil
            notice = Notice(.warning, sentence)
        case .failed(let sentence): keep(draft, sentence)
        }
    }

    /// Whether Ctrl-C was on its way to an editor that has just ended: it would quit.
    mutating func isForTheEditor(_ key: Key) -> Bool {
        defer { editorEnded = nil }
        guard key == .control("c"), let ended = editorEnded,
            now.timeIntervalSince(ended) < CursorMove.seconds
        else { return false }
        notice = Notice(.info, localized("The editor has ended already: \(key.name) was not counted. Press again."))
        return true
    }

    /// Why a program did not start, by the number of the system.
    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: localized("there is no such program")
        case EACCES: localized("it may not be run")
        case ENOEXEC: localized("it is no program")
        default: localized("error \(code)")
        }
    }

    private mutating func keep(_ draft: Draft, _ sentence: String) {
        editedReadme = nil
        notice = Notice(.error, localized("\(sentence) Your text is kept in \(draft.path)"))
    }
}
