import Localization
import SpacesModel
import Terminal

extension State {
    /// Opens the menu for all marked spaces; where none is marked, and on the page of a space, for that one.
    mutating func openCopyMenu() {
        let isOnList = layers.isEmpty
        if isOnList { list.endRange() }
        if isOnList, !list.marks.isEmpty {
            open(CopyMenu(of: list.markedShown, hidden: list.markedHidden))
        } else if let space = list.selected {
            open(CopyMenu(of: space))
        }
    }

    /// Sends a text to the clipboard of the terminal and says so; `what` begins the sentence.
    mutating func copy(_ text: String, called what: String) {
        guard text.utf8.count <= Clipboard.limit else {
            notice = Notice(
                .warning,
                localized("\(what) was not copied: it is longer than the \(Clipboard.limit) bytes that terminals take.")
            )
            return
        }
        ask(.copy(text))
        notice = Notice(.info, localized("\(what) was sent to the terminal's clipboard. Not every terminal takes it."))
    }
}
